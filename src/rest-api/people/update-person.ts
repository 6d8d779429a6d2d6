import {
  AccountNotFound,
  EmailTaken,
  HostLimitReached,
  UserManagementNotAllowed,
} from '../../accounts/account.ts';
import { checkKeepsOwnStanding } from '../../policies/account.ts';
import { checkManagesItsUsers } from '../../policies/site.ts';
import { AccessDenied } from '../../refusal.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import { detailsAsked, namesAsked } from './asked-person.ts';
import { personOfId } from './named-person.ts';
import { PEOPLE_WRITE } from './people-scopes.ts';
import { personRequestType, personType } from './person-type.ts';
import { presentPerson } from './present-person.ts';

export const updatePerson = endpoint({
  method: 'PUT',
  path: 'people/:personId',
  tag: 'People',
  summary: 'Replaces what is kept of a person.',
  description:
    'What is not said becomes empty: read, change, write. What this interface does not tell (password, session types, ' +
    'the personal room) stays, and so do the right to host without `licenses` and `siteUrls`, the right to administer ' +
    'without `roles`, the time zone without `timezone`, and whether they sign in without `loginEnabled`. The name to ' +
    'sign in by stays with a new address. Nobody takes their own right to administer.',
  scopes: PEOPLE_WRITE,
  body: personRequestType,
  answer: personType,
  throttled: 'userOperations',
  refuses: [
    AccountNotFound,
    InvalidItem,
    RestFailure,
    AccessDenied,
    EmailTaken,
    HostLimitReached,
    UserManagementNotAllowed,
  ],
  async run(call, { params: { personId }, body }) {
    const { app, site, account } = call;
    const before = await personOfId(call, personId);
    checkManagesItsUsers(site);
    const change = { ...detailsAsked(call, body), ...namesAsked(body), emailConfirmed: true };
    await app.accounts.change(site, before.webExId, (current) => {
      checkKeepsOwnStanding(account, current, change, app.clock.now());
      return change;
    });
    return presentPerson(call, await personOfId(call, personId));
  },
});
