/** Lists of recordings: of a site, or of one host. */
import { type RawBuilder, sql } from 'kysely';
import { accountRows } from '../accounts/account-rows.ts';
import type { Database, RecordingState } from '../database/database.ts';
import { nameKey } from '../sessions/name-key.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import type { Format, Recording } from './recording.ts';
import { type RecordingHost, withHosts } from './recording-hosts.ts';
import { RECORDING_COLUMNS, type RecordingRow, recordingOf } from './recording-rows.ts';

/** What is absent narrows nothing. */
export interface RecordingSearch {
  /** The row of the account whose recordings they are. */
  readonly host?: number | undefined;
  /** With those that others have shared with that account. */
  readonly withShared?: boolean | undefined;
  readonly sessionKey?: number | undefined;
  readonly confID?: number | undefined;
  /** The times that sessions ran, by their numbers in the history. */
  readonly runs?: readonly number[] | undefined;
  /** A list of keys, as a statement gives it. */
  readonly ofSessions?: RawBuilder<number> | undefined;
  /** Bounds of when they were made: epoch milliseconds, both included. */
  readonly createdFrom?: number | undefined;
  readonly createdTo?: number | undefined;
  /** Bounds of when they end, by their duration: epoch milliseconds, both included. */
  readonly endFrom?: number | undefined;
  readonly endTo?: number | undefined;
  /** A part of the name, in any case. */
  readonly name?: string | undefined;
  readonly services?: readonly ServiceType[] | undefined;
  readonly formats?: readonly Format[] | undefined;
  readonly states?: readonly RecordingState[] | undefined;
  readonly listing?: 'PUBLIC' | undefined;
  /** Those in the bin, or those that are not. */
  readonly inBin: boolean;
}

export const RECORDING_ORDERS = ['CREATED', 'NAME', 'DURATION', 'SIZE', 'HOST'] as const;
export type RecordingOrder = (typeof RECORDING_ORDERS)[number];

export interface RecordingOrderTerm {
  readonly by: RecordingOrder;
  readonly descending: boolean;
}

export interface RecordingPage {
  /** Counted from 1. */
  readonly startFrom: number;
  readonly maximumNum: number;
  /** Without it the oldest come first, as they do among what is otherwise alike. */
  readonly order?: RecordingOrderTerm | readonly RecordingOrderTerm[] | undefined;
}

export type ListedRecording = Recording & RecordingHost;

const COLUMNS: Readonly<Record<Exclude<RecordingOrder, 'HOST'>, RawBuilder<unknown>>> = {
  CREATED: sql`r.created_at`,
  NAME: sql`r.name_key`,
  DURATION: sql`r.duration`,
  SIZE: sql`r.bytes`,
};

export type RecordingList = ReturnType<typeof openRecordingList>;

export function openRecordingList(database: Database) {
  const columns = sql.join(RECORDING_COLUMNS.map((column) => sql.ref(`r.${column}`)));
  const counts = database.prepare<
    { site: number; host: number },
    { service: ServiceType; recordings: number }
  >((db, p) =>
    db
      .selectFrom('recording_count')
      .select(['service', 'recordings'])
      .where('site', '=', p('site'))
      .where('host', '=', p('host')),
  );

  return {
    async search(
      site: Site,
      search: RecordingSearch,
      page: RecordingPage,
    ): Promise<{ readonly total: number; readonly recordings: readonly ListedRecording[] }> {
      const { builder } = database;
      const matches = sql`recording as r where ${sql.join(searchConditions(site, search), sql` and `)}`;
      const total = isCounted(search) ? await counted(site, search) : await count(matches);
      if (total < page.startFrom) return { total, recordings: [] };
      const found = sql<RecordingRow>`select ${columns} from ${matches} order by ${orderedBy(page.order)}
        limit ${page.maximumNum} offset ${page.startFrom - 1}`;
      const rows = await database.all(found.compile(builder));
      return { total, recordings: await withHosts(database, rows.map(recordingOf)) };
    },

    /** How many the site has that are ready and not in the bin: as it is kept. */
    count: (site: Site): Promise<number> => counted(site, { inBin: false }),

    /** Which of them have a picture (POSTER), by their ids. */
    async pictured(recordings: readonly Pick<Recording, 'id'>[]): Promise<ReadonlySet<number>> {
      if (recordings.length === 0) return new Set();
      const query = database.builder
        .selectFrom('recording_file')
        .select('recording')
        .where('role', '=', sql.lit('POSTER'))
        .where(
          'recording',
          'in',
          recordings.map(({ id }) => id),
        )
        .compile();
      return new Set((await database.all(query)).map(({ recording }) => recording));
    },
  };

  async function counted(site: Site, { host = 0, services }: RecordingSearch): Promise<number> {
    const rows = await counts.all({ site: site.id, host });
    return rows
      .filter(({ service }) => services?.includes(service) ?? true)
      .reduce((sum, { recordings }) => sum + recordings, 0);
  }

  async function count(matches: RawBuilder<unknown>): Promise<number> {
    const query = sql<{ count: number }>`select count(*) as count from ${matches}`;
    return (await database.first(query.compile(database.builder)))?.count ?? 0;
  }

  /** A single one runs along its index, in both directions. */
  function orderedBy(order: RecordingPage['order'] = []): RawBuilder<unknown> {
    const asked = Array.isArray(order) ? order : [order];
    const [first = { by: 'CREATED', descending: false }, ...more] = asked;
    const terms = [first, ...more].map(
      ({ by, descending }) => sql`${columnOf(by)} ${descending ? sql`desc` : sql`asc`}`,
    );
    return sql.join([...terms, sql`r.id ${first.descending ? sql`desc` : sql`asc`}`]);
  }

  function columnOf(by: RecordingOrder): RawBuilder<unknown> {
    if (by !== 'HOST') return COLUMNS[by];
    return sql`(select host.webex_id_key from ${accountRows(database.builder, 'host')} where host.id = r.host)`;
  }
}

/** Whether the kept counts tell how many there are: nothing but a host and services narrows the list. */
function isCounted({ host: _host, services: _services, inBin, ...more }: RecordingSearch): boolean {
  return !inBin && Object.values(more).every((criterion) => criterion === undefined);
}

/** What every recording that is found fits, in a statement that calls it `r`. */
export function searchConditions(site: Site, search: RecordingSearch): RawBuilder<unknown>[] {
  const { name, listing, states = ['READY'] } = search;
  const conditions: RawBuilder<unknown>[] = [
    sql`r.site = ${site.id}`,
    sql`r.state in (${sql.join(states)})`,
    search.inBin ? sql`r.deleted_at is not null` : sql`r.deleted_at is null`,
    ...narrowing(search),
  ];
  if (name !== undefined) conditions.push(sql`r.name_key like ${containing(name)} escape '!'`);
  if (listing) conditions.push(sql`r.listing = ${listing}`);
  return conditions;
}

/** What may be looked for of those too that were deleted for good. */
export type NarrowingSearch = Omit<RecordingSearch, 'inBin' | 'name' | 'listing' | 'states'>;

export function narrowing(search: NarrowingSearch): RawBuilder<unknown>[] {
  const { host, sessionKey, confID, createdFrom, createdTo, services, formats } = search;
  const conditions: RawBuilder<unknown>[] = [];
  if (host !== undefined) {
    const own = sql`r.host = ${host}`;
    conditions.push(
      search.withShared
        ? sql`(${own} or r.id in (select s.recording from recording_share as s where s.account = ${host}))`
        : own,
    );
  }
  if (sessionKey !== undefined) conditions.push(sql`r.session_key = ${sessionKey}`);
  if (confID !== undefined) conditions.push(sql`r.conf_id = ${confID}`);
  if (search.runs) conditions.push(isOneOf(sql`r.run`, search.runs));
  if (createdFrom !== undefined) conditions.push(sql`r.created_at >= ${createdFrom}`);
  if (createdTo !== undefined) conditions.push(sql`r.created_at <= ${createdTo}`);
  const end = sql`(r.created_at + r.duration * 1000)`;
  if (search.endFrom !== undefined) conditions.push(sql`${end} >= ${search.endFrom}`);
  if (search.endTo !== undefined) conditions.push(sql`${end} <= ${search.endTo}`);
  if (search.ofSessions) conditions.push(sql`r.session_key in (${search.ofSessions})`);
  if (services) conditions.push(sql`r.service in (${sql.join(services)})`);
  if (formats) conditions.push(sql`r.format in (${sql.join(formats)})`);
  return conditions;
}

/** None of an empty list. */
function isOneOf(column: RawBuilder<unknown>, numbers: readonly number[]): RawBuilder<unknown> {
  return numbers.length === 0 ? sql`1 = 0` : sql`${column} in (${sql.join(numbers)})`;
}

function containing(name: string): string {
  return `%${nameKey(name).replace(/[!%_]/g, '!$&')}%`;
}
