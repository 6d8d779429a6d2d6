/** Lists of accounts: searched by criteria that are joined by AND or OR, ordered, one page at a time. */
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { jsonIsTrue, jsonText } from '../database/json-path.ts';
import type { Site } from '../sites/site.ts';
import type { Account, Active } from './account.ts';
import { keyOf } from './accounts.ts';
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from './rows.ts';

/** What lists of users can be ordered by (user.xsd, orderByType). */
export const USER_ORDERS = [
  'UID',
  'WEBEXID',
  'FIRSTNAME',
  'LASTNAME',
  'EMAIL',
  'ACTIVE',
  'REGDATE',
  'REGEXPDATE',
  'PRIVILEGE',
  'PERSONALURL',
  'ADDRESS1',
  'ADDRESS2',
  'CITY',
  'STATE',
  'ZIPCODE',
  'COUNTRY',
  'PHONE1',
  'PHONE2',
  'MOBILE1',
  'MOBILE2',
  'FAX',
  'PAGER',
  'EMAIL2',
  'DIVISION',
  'DEPARTMENT',
  'PROJECT',
  'OTHER',
  'TIMEZONE',
  'OFFICENAME',
  'OFFICETITLE',
  'OFFICEURL',
  'CATEGORYID',
  'VISITCOUNT',
] as const;
export type UserOrder = (typeof USER_ORDERS)[number];

export interface AccountSearch {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
  readonly webExId?: string | undefined;
  readonly active?: Active | undefined;
  /** Registered at or after, and at or before; epoch milliseconds. */
  readonly registeredFrom?: number | undefined;
  readonly registeredTo?: number | undefined;
  readonly isAgent?: boolean | undefined;
  readonly isMgr?: boolean | undefined;
  /** Agents of the manager of that webExID. */
  readonly agentsOf?: string | undefined;
  /** How the criteria are joined. */
  readonly method: 'AND' | 'OR';
}

export interface PageRequest<O> {
  /** Counted from 1. */
  readonly startFrom: number;
  readonly maximumNum: number;
  readonly order: readonly { readonly by: O; readonly descending: boolean }[];
}

export interface AccountPage {
  readonly total: number;
  readonly accounts: readonly Account[];
}

export type AccountList = ReturnType<typeof openAccountList>;

export function openAccountList(database: Database) {
  const orders = orderExpressions(database.dialect);

  return {
    /** One page of the accounts of a site. Texts match whole, in any case. */
    async search(site: Site, search: AccountSearch, page: PageRequest<UserOrder>): Promise<AccountPage> {
      const found = database.builder
        .selectFrom('account')
        .where('site', '=', site.id)
        .where((eb) => {
          const criteria = criteriaOf(site, search, database.dialect);
          if (criteria.length === 0) return eb.val(1 as never).$castTo<SqlBool>();
          return search.method === 'AND' ? eb.and(criteria) : eb.or(criteria);
        });
      const counted = await database.first(
        found.select((eb) => eb.fn.countAll<number>().as('count')).compile(),
      );
      let rows = found.select(ACCOUNT_COLUMNS);
      for (const { by, descending } of page.order)
        rows = rows.orderBy(orders[by], descending ? 'desc' : 'asc');
      const query = rows
        .orderBy('webex_id_key')
        .limit(page.maximumNum)
        .offset(page.startFrom - 1)
        .compile();
      const accounts = await database.all<AccountRow>(query);
      return { total: counted?.count ?? 0, accounts: accounts.map(accountOf) };
    },
  };
}

function criteriaOf(site: Site, search: AccountSearch, dialect: Database['dialect']): Expression<SqlBool>[] {
  const criteria: Expression<SqlBool>[] = [];
  const equals = (column: string, value: string | undefined) => {
    if (value !== undefined) criteria.push(sql<SqlBool>`${sql.ref(column)} = ${value}`);
  };
  equals('first_name_key', search.firstName && keyOf(search.firstName));
  equals('last_name_key', search.lastName && keyOf(search.lastName));
  equals('email_key', search.email && keyOf(search.email));
  equals('webex_id_key', search.webExId && keyOf(search.webExId));
  equals('active', search.active);
  const { registeredFrom, registeredTo } = search;
  if (registeredFrom !== undefined || registeredTo !== undefined) {
    const from = registeredFrom ?? 0;
    const to = registeredTo ?? Number.MAX_SAFE_INTEGER;
    criteria.push(sql<SqlBool>`(registered_at >= ${from} and registered_at <= ${to})`);
  }
  if (search.isAgent) criteria.push(jsonIsTrue(dialect, 'document', ['webACDPrefs', 'isAgent']));
  if (search.isMgr) criteria.push(jsonIsTrue(dialect, 'document', ['webACDPrefs', 'isMgr']));
  if (search.agentsOf !== undefined) {
    criteria.push(sql<SqlBool>`id in (
      select t.agent from web_acd_team as t join account as m on m.id = t.manager
      where m.site = ${site.id} and m.webex_id_key = ${keyOf(search.agentsOf)})`);
  }
  return criteria;
}

function orderExpressions(dialect: Database['dialect']): Record<UserOrder, RawBuilder<unknown>> {
  const column = (name: string) => sql`${sql.ref(name)}`;
  const profile = (...path: string[]) => jsonText(dialect, 'document', path);
  return {
    UID: column('user_id'),
    WEBEXID: column('webex_id_key'),
    FIRSTNAME: column('first_name_key'),
    LASTNAME: column('last_name_key'),
    EMAIL: column('email_key'),
    ACTIVE: column('active'),
    REGDATE: column('registered_at'),
    REGEXPDATE: sql`coalesce(expires_at, ${sql.lit(Number.MAX_SAFE_INTEGER)})`,
    PRIVILEGE: column('privileges'),
    PERSONALURL: column('personal_url_key'),
    ADDRESS1: profile('address', 'address1'),
    ADDRESS2: profile('address', 'address2'),
    CITY: profile('address', 'city'),
    STATE: profile('address', 'state'),
    ZIPCODE: profile('address', 'zipCode'),
    COUNTRY: profile('address', 'country'),
    PHONE1: profile('phones', 'phone'),
    PHONE2: profile('phones', 'phone2'),
    MOBILE1: profile('phones', 'mobilePhone'),
    MOBILE2: profile('phones', 'mobilePhone2'),
    FAX: profile('phones', 'fax'),
    PAGER: profile('phones', 'pager'),
    EMAIL2: profile('email2'),
    // The first four tracking codes bore these names by default.
    DIVISION: profile('tracking', 'trackingCode1'),
    DEPARTMENT: profile('tracking', 'trackingCode2'),
    PROJECT: profile('tracking', 'trackingCode3'),
    OTHER: profile('tracking', 'trackingCode4'),
    TIMEZONE: column('time_zone_id'),
    OFFICENAME: profile('company'),
    OFFICETITLE: profile('title'),
    OFFICEURL: profile('officeurl'),
    CATEGORYID: column('category_id'),
    VISITCOUNT: column('visit_count'),
  };
}
