/**
 * The accounts of a site as administrators look at them: searched by what they type, narrowed, ordered, a page at a time.
 * No page reads more of a large site than of a small one: what is rare is gathered along its own index and then ordered,
 * what is frequent is met often enough along the index of the order.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import { RuleBroken } from '../../refusal.ts';
import { matchesTerms, searchTerms } from '../../search-words.ts';
import type { Site } from '../../sites/site.ts';
import { type Account, isHost } from '../account.ts';
import { type AccountRole, accountRole } from '../account-role.ts';
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from '../rows.ts';
import { wordsOf } from './account-index.ts';
import {
  beyond,
  keyColumns,
  type OrderAsked,
  type OrderPlace,
  orderedBy,
  placeOf,
  readPlace,
  upTo,
  writtenPlace,
} from './directory-order.ts';
import {
  type AccountState,
  activeOf,
  byRoles,
  byState,
  byTerm,
  type Lockout,
  type Narrowing,
} from './narrowings.ts';

export interface DirectorySearch {
  /** Beginnings of names, of the webExID or of the e-mail address, in any order. */
  readonly text?: string | undefined;
  readonly role?: AccountRole | undefined;
  /** Of one of them. */
  readonly roles?: readonly AccountRole[] | undefined;
  readonly state?: AccountState | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly lockout: Lockout;
}

export interface DirectoryPaging {
  readonly order: OrderAsked;
  readonly size: number;
  /** What the page before has said. */
  readonly after?: string | undefined;
}

export interface DirectoryTotal {
  readonly count: number;
  /** Otherwise there are more than that. */
  readonly isExact: boolean;
}

export interface DirectoryPage {
  readonly accounts: readonly Account[];
  readonly total: DirectoryTotal;
  /** Where the next page begins. A page may be short, or empty, and others follow all the same. */
  readonly next?: string;
}

/** How many accounts are gathered and ordered for one page, and up to which number totals are told. */
const GATHERED = 1_000;

/** How many are not worth another look into an index. */
const FEW = 100;

/** Words of an account that one beginning may find. */
const WORDS_EACH = 3;

/** How far two frequent beginnings are looked through for what both find. */
const INTERSECTED = 10_000;

/** Accounts that a page looks at along an order, in pieces that grow, until it says how to go on from there. */
const LOOKED_AT = 20_000;
const FIRST_PIECE = 200;
const LARGEST_PIECE = 2_000;

const NOBODY: DirectoryPage = { accounts: [], total: { count: 0, isExact: true } };

type Row = AccountRow & Readonly<Record<string, unknown>>;

export type AccountDirectory = ReturnType<typeof openAccountDirectory>;

export function openAccountDirectory(database: Database) {
  const columns = sql.join(ACCOUNT_COLUMNS.map((column) => sql.ref(column)));
  const kept = database.prepare<{ site: number }, { active: string; privileges: number; accounts: number }>(
    (db, p) =>
      db
        .selectFrom('account_count')
        .select(['active', 'privileges', 'accounts'])
        .where('site', '=', p('site')),
  );

  function all<R>(query: RawBuilder<R>): Promise<R[]> | R[] {
    return database.all(query.compile(database.builder));
  }

  /** From the counts that are kept: of those states and roles. */
  async function counted(
    site: Site,
    search: Pick<DirectorySearch, 'role' | 'roles' | 'state'>,
  ): Promise<number> {
    const active = search.state && activeOf(search.state);
    const roles = rolesOf(search);
    return (await kept.all({ site: site.id }))
      .filter((row) => active === undefined || row.active === active)
      .filter((row) => roles === undefined || roles.includes(accountRole(row.privileges)))
      .reduce((sum, { accounts }) => sum + accounts, 0);
  }

  /** The accounts that all narrowings hold, and maybe some more; nothing when they are too many to gather. */
  async function gathered(narrowings: readonly Narrowing[]): Promise<ReadonlySet<number> | undefined> {
    let found: ReadonlySet<number> | undefined;
    const frequent: Narrowing[] = [];
    for (const narrowing of narrowings) {
      // So few are looked at one by one: nothing else has to narrow them.
      if (found && found.size <= FEW) return found;
      const ids = await idsOf(narrowing, GATHERED);
      if (!ids) frequent.push(narrowing);
      else found = inBoth(found, ids);
    }
    if (found || frequent.length < 2) return found;
    for (const narrowing of frequent) {
      const ids = await idsOf(narrowing, INTERSECTED);
      if (ids) found = inBoth(found, ids);
    }
    return found && found.size <= GATHERED ? found : undefined;
  }

  async function idsOf({ ids }: Narrowing, most: number): Promise<ReadonlySet<number> | undefined> {
    const limit = most * WORDS_EACH + 1;
    const rows = await all(sql<{ id: number }>`select id from (${ids}) as narrowed limit ${limit}`);
    if (rows.length === limit) return undefined;
    const distinct = new Set(rows.map(({ id }) => id));
    return distinct.size > most ? undefined : distinct;
  }

  return {
    /** How many accounts may host, as it is kept: those that are active. */
    async hosts(site: Site): Promise<number> {
      return (await kept.all({ site: site.id }))
        .filter(({ active, privileges }) => active === 'ACTIVATED' && isHost({ privileges }))
        .reduce((sum, { accounts }) => sum + accounts, 0);
    },

    /** How many accounts there are, of that role and state (`active`, `inactive`, `awaiting`). */
    count: counted,

    /** @throws RuleBroken when `after` is no place in this order */
    async page(site: Site, search: DirectorySearch, paging: DirectoryPaging): Promise<DirectoryPage> {
      const { state, now, lockout, text = '' } = search;
      const roles = rolesOf(search);
      const { order } = paging;
      const after = paging.after === undefined ? undefined : readPlace(order, paging.after);
      if (paging.after !== undefined && !after) throw new RuleBroken('after', 'is no place in this order');
      const terms = searchTerms(text);
      if (terms.length === 0 && text.trim() !== '') return NOBODY;
      const words = terms.map((term) => byTerm(site, term));
      const filters = [
        ...(roles ? [byRoles(site, roles)] : []),
        ...(state ? [byState(site, state, now, lockout)] : []),
      ];
      const holds = filters.flatMap((filter) => filter.holds ?? []);
      const isCounted = terms.length === 0 && (state === undefined || activeOf(state) !== undefined);
      const total = isCounted ? await counted(site, search) : undefined;
      if (total === 0) return NOBODY;
      const isFrequent = total !== undefined && total > GATHERED;
      const few = isFrequent ? undefined : await gathered([...words, ...filters]);
      const view: View = { site, holds, terms, order, after, size: paging.size };
      if (few) return ofFew(view, few);
      const { rows, next } = await walked(view);
      return {
        accounts: rows.map(accountOf),
        total: totalOf(total, rows.length, next === undefined && !after, words.length + filters.length),
        ...(next && { next: writtenPlace(next) }),
      };
    },
  };

  async function ofFew(view: View, few: ReadonlySet<number>): Promise<DirectoryPage> {
    const { site, holds, terms, order, after, size } = view;
    if (few.size === 0) return NOBODY;
    const isBeyond = after ? sql`case when ${beyond(order, after)} then 1 else 0 end` : sql`1`;
    const conditions = sql.join(
      [sql`site = ${site.id}`, sql`id in (${sql.join([...few])})`, ...holds],
      sql` and `,
    );
    const found = await all(sql<Row>`select ${columns}, ${keyColumns(order)}, ${isBeyond} as is_beyond
      from account where ${conditions} order by ${orderedBy(order)}`);
    const matching = found.filter((row) => matches(row, terms));
    const left = matching.filter((row) => row.is_beyond === 1);
    const rows = left.slice(0, size);
    const last = rows.at(-1);
    return {
      accounts: rows.map(accountOf),
      total: { count: matching.length, isExact: true },
      ...(last && left.length > size && { next: writtenPlace(placeOf(order, last)) }),
    };
  }

  /** Along the order, until the page is full or enough was looked at. */
  async function walked(view: View): Promise<{ readonly rows: readonly Row[]; readonly next?: OrderPlace }> {
    const { holds, terms, order, size } = view;
    const isPlain = holds.length === 0 && terms.length === 0;
    const found: Row[] = [];
    let from = view.after;
    let piece = isPlain ? size + 1 : FIRST_PIECE;
    for (
      let lookedAt = 0;
      lookedAt < LOOKED_AT;
      lookedAt += piece, piece = Math.min(piece * 2, LARGEST_PIECE)
    ) {
      const end = isPlain ? undefined : await placeAt(view, from, piece);
      found.push(...(await between(view, from, end, isPlain ? piece : undefined)));
      const last = found[size - 1];
      if (last && found.length > size) return { rows: found.slice(0, size), next: placeOf(order, last) };
      if (!end) return { rows: found };
      from = end;
    }
    return { rows: found, ...(from && { next: from }) };
  }

  /** Where a piece of the order ends; nothing when less is left than that. */
  async function placeAt(
    { site, order }: View,
    from: OrderPlace | undefined,
    piece: number,
  ): Promise<OrderPlace | undefined> {
    const start = from ? sql`and ${beyond(order, from)}` : sql``;
    const [row] = await all(sql<Row>`select ${keyColumns(order)} from account where site = ${site.id} ${start}
      order by ${orderedBy(order)} limit 1 offset ${piece - 1}`);
    return row && placeOf(order, row);
  }

  async function between(
    { site, holds, terms, order }: View,
    from: OrderPlace | undefined,
    end: OrderPlace | undefined,
    limit: number | undefined,
  ): Promise<Row[]> {
    const bounds = [
      sql`site = ${site.id}`,
      ...(from ? [beyond(order, from)] : []),
      ...(end ? [upTo(order, end)] : []),
    ];
    // The piece is read along the order, whatever else has an index.
    const piece = sql`select ${columns}, ${keyColumns(order)} from account
      where ${sql.join(bounds, sql` and `)} order by ${orderedBy(order)} limit ${limit ?? LARGEST_PIECE}`;
    if (limit !== undefined) return all(sql<Row>`${piece}`);
    const narrowed = holds.length === 0 ? sql`` : sql`where ${sql.join(holds, sql` and `)}`;
    const rows = await all(
      sql<Row>`select * from (${piece}) as piece ${narrowed} order by ${inPiece(order)}`,
    );
    return rows.filter((row) => matches(row, terms));
  }
}

function rolesOf({
  role,
  roles,
}: Pick<DirectorySearch, 'role' | 'roles'>): readonly AccountRole[] | undefined {
  return role ? [role] : roles;
}

interface View {
  readonly site: Site;
  readonly holds: readonly RawBuilder<boolean>[];
  readonly terms: readonly string[];
  readonly order: OrderAsked;
  readonly after: OrderPlace | undefined;
  readonly size: number;
}

function inBoth(one: ReadonlySet<number> | undefined, other: ReadonlySet<number>): ReadonlySet<number> {
  return one ? new Set([...one].filter((id) => other.has(id))) : other;
}

function inPiece({ by, descending }: OrderAsked): RawBuilder<unknown> {
  const direction = descending ? sql`desc` : sql`asc`;
  const keys = placeOf({ by, descending }, {}).map((_key, at) => sql`${sql.ref(`key${at}`)} ${direction}`);
  return sql.join(keys);
}

function matches(row: AccountRow, terms: readonly string[]): boolean {
  return terms.length === 0 || matchesTerms(wordsOf(accountOf(row)), terms);
}

function totalOf(
  kept: number | undefined,
  listed: number,
  isAll: boolean,
  narrowings: number,
): DirectoryTotal {
  if (kept !== undefined) return { count: kept, isExact: true };
  if (isAll) return { count: listed, isExact: true };
  return { count: narrowings === 1 ? GATHERED : listed, isExact: false };
}
