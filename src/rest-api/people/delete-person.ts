import { AccountNotFound, UserManagementNotAllowed } from '../../accounts/account.ts';
import { checkActivates } from '../../policies/account.ts';
import { checkManagesItsUsers } from '../../policies/site.ts';
import { AccessDenied } from '../../refusal.ts';
import { endpoint } from '../rest-endpoint.ts';
import { personOfId } from './named-person.ts';
import { PEOPLE_WRITE } from './people-scopes.ts';

export const deletePerson = endpoint({
  method: 'DELETE',
  path: 'people/:personId',
  tag: 'People',
  summary: 'Takes a person off the site.',
  description:
    'As DelUser does: the account is deactivated. Nobody signs in by it, all its tickets and tokens end, and what it has ' +
    'held stays in the history. Administrators see it with `loginEnabled` false, and bring it back with true. Nobody ' +
    'does this to themselves.',
  scopes: PEOPLE_WRITE,
  throttled: 'userOperations',
  refuses: [AccountNotFound, AccessDenied, UserManagementNotAllowed],
  async run(call, { params: { personId } }) {
    const person = await personOfId(call, personId);
    checkManagesItsUsers(call.site);
    checkActivates(call.account, person);
    await call.app.accounts.change(call.site, person.webExId, () => ({ active: 'DEACTIVATED' }));
  },
});
