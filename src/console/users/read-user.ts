import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundUser, userAnswer } from './found-user.ts';

export const readUser = endpoint({
  method: 'GET',
  path: 'users/:userID',
  summary: 'Tells an account whole, by groups, with the version that a change brings back.',
  may: readsSite,
  async run(call, { params }) {
    return userAnswer(call, await foundUser(call, params));
  },
});
