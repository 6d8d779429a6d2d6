import type { AccountWithProfile } from '../../accounts/account.ts';
import type { AccountRole } from '../../accounts/account-role.ts';
import { maySearchPeople } from '../../policies/account.ts';
import { AccessDenied } from '../../refusal.ts';
import { lockoutWindowStart, triesOf } from '../../sign-in/standing.ts';
import { bool, many, optional, text } from '../../xml/schema.ts';
import { PAGING, type PageQuery, page, pageSize, positionOf } from '../paging.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { TEXTS } from '../rest-problems.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import { accountOfId, mayKnowPerson } from './named-person.ts';
import { PEOPLE_READ } from './people-scopes.ts';
import { orgIdOf, ROLES, roleId } from './person-standing.ts';
import { peopleType } from './person-type.ts';
import { presentPerson } from './present-person.ts';

const USUAL = 100;
const MOST = 1_000;
const MOST_IDS = 85;

export const listPeople = endpoint({
  method: 'GET',
  path: 'people',
  tag: 'People',
  summary: 'Finds people of the site.',
  description:
    'By the whole e-mail address, by the beginning of a name, by ids (85 at most), or by roles, which administrators ask ' +
    'for alone. Without an administrator’s scope one of `email`, `displayName` and `id` is required. A page may be short ' +
    'while another follows.',
  scopes: PEOPLE_READ,
  query: {
    email: optional(text({ max: 256 })),
    displayName: optional(text({ max: 200 })),
    id: many(text({ max: 256 }), { max: MOST_IDS }),
    roles: many(text({ max: 256 }), { max: 10 }),
    orgId: optional(text({ max: 256 })),
    excludeStatus: optional(bool()),
    callingData: optional(bool()),
    locationId: optional(text({ max: 256 })),
    ...PAGING,
  },
  answer: peopleType,
  refuses: [InvalidItem, AccessDenied],
  sample: { query: { displayName: 'ho' } },
  async run(call, { query }) {
    const { email, displayName, id: ids, roles, orgId } = query;
    if (orgId !== undefined && orgId.replace(/=+$/, '') !== orgIdOf(call)) return { items: [] };
    if (!call.isAdmin && email === undefined && displayName === undefined && ids.length === 0) {
      throw new RestFailure(400, TEXTS.malformed, ["'email' or 'displayName' is required"]);
    }
    if (ids.length > 0) return { items: await shown(call, await ofIds(call, ids)) };
    if (email !== undefined) {
      const found = await call.app.accounts.findByEmail(call.site, email);
      const people = found && mayKnowPerson(call, found) ? [await call.app.accounts.withProfile(found)] : [];
      return { items: await shown(call, people, email) };
    }
    if (!maySearchPeople(call)) throw new AccessDenied('only hosts look people up by their names');
    return searched(call, displayName, rolesAsked(call, roles), query);
  },
});

async function ofIds(call: RestCall, ids: readonly string[]): Promise<AccountWithProfile[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => accountOfId(call, id)));
  const known = found.flatMap((account) => (account && mayKnowPerson(call, account) ? [account] : []));
  return Promise.all(known.map((account) => call.app.accounts.withProfile(account)));
}

async function searched(
  call: RestCall,
  text: string | undefined,
  roles: readonly AccountRole[] | undefined,
  paging: PageQuery,
) {
  const { app, site } = call;
  const now = app.clock.now();
  const [after] = positionOf<readonly [string]>(call, 'people', paging) ?? [];
  const found = await app.accountDirectory.page(
    site,
    {
      text,
      roles,
      state: call.isAdmin ? undefined : 'active',
      now,
      lockout: { tries: triesOf(site), since: lockoutWindowStart(site, now) },
    },
    { order: { by: 'name', descending: false }, size: pageSize(paging, USUAL, MOST), after },
  );
  const people = await Promise.all(found.accounts.map((account) => app.accounts.withProfile(account)));
  return page(call, 'people', await shown(call, people), found.next === undefined ? undefined : [found.next]);
}

function shown(call: RestCall, people: readonly AccountWithProfile[], named?: string) {
  return Promise.all(people.map((person) => presentPerson(call, person, { named })));
}

/** @throws AccessDenied for all but administrators, InvalidItem for a role that there is not */
function rolesAsked(call: RestCall, ids: readonly string[]): readonly AccountRole[] | undefined {
  if (ids.length === 0) return undefined;
  if (!call.isAdmin) throw new AccessDenied('only administrators look for roles');
  return ids.map((id) => {
    const role = ROLES.find(({ key }) => roleId(key) === id.replace(/=+$/, ''));
    if (!role) throw new InvalidItem(`'roles' has ${id.slice(0, 100)}, which is none.`, 'roles');
    return role.of;
  });
}
