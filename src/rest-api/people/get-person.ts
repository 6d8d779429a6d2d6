import { type Account, AccountNotFound } from '../../accounts/account.ts';
import type { RestCall } from '../rest-caller.ts';
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
    return presentPerson(call, person, call.isAdmin ? await lately(call, person) : {});
  },
});

/** When they were last seen, and when something of them was changed by somebody else. */
async function lately({ app, site }: RestCall, person: Account) {
  const devices = await app.devices.list({ site, account: person });
  const { entries } = await app.auditList.page(
    { site: site.id, noun: 'account', name: person.webExId },
    undefined,
    1,
  );
  const seen = devices.map(({ lastSeenAt }) => lastSeenAt);
  return {
    lastSeenAt: seen.length > 0 ? Math.max(...seen) : undefined,
    changedAt: entries[0]?.at ?? person.registeredAt,
  };
}

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
