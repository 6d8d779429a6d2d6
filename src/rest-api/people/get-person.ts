import { AccountNotFound } from '../../accounts/account.ts';
import { endpoint } from '../rest-endpoint.ts';
import { mayKnowPerson, personOfId } from './named-person.ts';
import { PEOPLE_READ } from './people-scopes.ts';
import { personType } from './person-type.ts';
import { presentPerson } from './present-person.ts';

export const getPerson = endpoint({
  method: 'GET',
  path: 'people/:personId',
  tag: 'People',
  summary: 'Tells of one person.',
  description:
    'Administrators and the person themselves are told everything, others the name, and the e-mail address where the ' +
    'person lets it be seen.',
  scopes: PEOPLE_READ,
  answer: personType,
  refuses: [AccountNotFound],
  async run(call, { params: { personId } }) {
    const person = await personOfId(call, personId);
    if (!mayKnowPerson(call, person)) throw new AccountNotFound(personId);
    const devices = call.isAdmin ? await call.app.devices.list({ site: call.site, account: person }) : [];
    const lastSeenAt = devices.reduce<number | undefined>(
      (last, device) => Math.max(last ?? 0, device.lastSeenAt),
      undefined,
    );
    return presentPerson(call, person, { lastSeenAt });
  },
});

export const getMe = endpoint({
  method: 'GET',
  path: 'people/me',
  tag: 'People',
  summary: 'Tells whose the token is.',
  scopes: PEOPLE_READ,
  answer: personType,
  async run(call) {
    return presentPerson(call, await call.app.accounts.withProfile(call.account));
  },
});
