import { ACCOUNT_ROLES } from '../../accounts/account-role.ts';
import { DIRECTORY_ORDERS } from '../../accounts/directory/directory-order.ts';
import { ACCOUNT_STATES } from '../../accounts/directory/narrowings.ts';
import { lockoutWindowStart, triesOf } from '../../sign-in/standing.ts';
import { managesItsUsers } from '../../sites/site.ts';
import { oneOf, optional, text, whole } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { userLine } from './found-user.ts';
import type { UsersAnswer } from './users-data.ts';

const USUAL_SIZE = 50;

const SORTS = [...DIRECTORY_ORDERS, ...DIRECTORY_ORDERS.map((order) => `-${order}` as const)] as const;

export const listUsers = endpoint({
  method: 'GET',
  path: 'users',
  summary:
    'Lists accounts of the site. `q` has beginnings of names, of the webExID or of the e-mail address, in any order. A ' +
    'minus before `sort` turns it round. A page may be short while `next` is there.',
  may: readsSite,
  query: {
    q: optional(text({ max: 200 })),
    role: optional(oneOf(ACCOUNT_ROLES)),
    state: optional(oneOf(ACCOUNT_STATES)),
    sort: optional(oneOf(SORTS)),
    cursor: optional(text({ max: 1000 })),
    size: optional(whole({ min: 1, max: 200 })),
  },
  async run({ context, site }, { query }): Promise<UsersAnswer> {
    const { q, role, state, sort = 'name', cursor, size = USUAL_SIZE } = query;
    const now = context.clock.now();
    const by = DIRECTORY_ORDERS.find((order) => order === sort.replace('-', '')) ?? 'name';
    const page = await context.accountDirectory.page(
      site,
      { text: q, role, state, now, lockout: { tries: triesOf(site), since: lockoutWindowStart(site, now) } },
      { order: { by, descending: sort.startsWith('-') }, size, after: cursor },
    );
    return {
      users: page.accounts.map((account) => userLine(account, site, now)),
      next: page.next ?? null,
      total: page.total,
      isManaged: managesItsUsers(site),
    };
  },
});
