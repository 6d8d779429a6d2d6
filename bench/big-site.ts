/** A site as large as one likes, in a SQLite file of its own: rows are copied from one that the stores made. */
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { type Context, openContext } from '../src/context.ts';
import { openDatabase } from '../src/database/database.ts';
import { foundDemo } from '../src/demo.ts';
import { scheduleDemoMeetings } from '../src/demo-meetings.ts';
import { openLog } from '../src/log.ts';
import { presenterOnDemand } from '../src/rest-api/webhooks/presenter-on-demand.ts';
import { defaultSettings } from '../src/settings.ts';

export interface BigSite extends AsyncDisposable {
  readonly context: Context;
  /** Seconds that loading took. */
  readonly loadedIn: number;
}

export interface Size {
  readonly accounts: number;
  readonly sessions: number;
}

type Row = Record<string, string | number | null | Buffer>;

/** The first host is `host1`; each host has as many sessions as the next, spread over two years. */
export async function bigSite(folder: string, size: Size): Promise<BigSite> {
  const file = join(folder, `${size.sessions}.db`);
  const database = await openDatabase(`sqlite:${file}`);
  const context = openContext({
    settings: defaultSettings({ data: folder }),
    database,
    secret: Buffer.alloc(32),
    log: openLog('silent'),
    publicUrl: () => 'http://localhost:8080',
    webhookPresenter: presenterOnDemand,
  });
  await foundDemo(context);
  await scheduleDemoMeetings(context, ['acme']);
  const began = performance.now();
  load(file, size);
  return {
    context,
    loadedIn: (performance.now() - began) / 1000,
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** Indexes are made after the rows: a million random keys in their order are cheaper than one by one. */
function load(file: string, size: Size): void {
  const db = new SQLite(file);
  db.pragma('synchronous = off');
  db.pragma('cache_size = -400000');
  db.pragma('foreign_keys = off');
  const tables = ['account', 'session', 'session_member', 'used_key'];
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${tables.map((name) => `'${name}'`).join()})`,
    )
    .all();
  for (const { name } of indexes) db.exec(`drop index "${name}"`);
  const site = one(db, "select * from site where name = 'acme'");
  const account = one(db, `select * from account where site = ${site.id} and webex_id = 'hostid'`);
  const session = one(db, `select * from session where site = ${site.id} and recurring = 0`);
  db.transaction(() => {
    const hosts = addAccounts(db, account, size.accounts);
    addSessions(db, session, hosts, size.sessions);
    db.prepare('update session_count set sessions = sessions + ? where site = ? and session_type = ?').run(
      size.sessions,
      Number(site.id),
      Number(session.session_type),
    );
  })();
  for (const { sql } of indexes) db.exec(sql);
  db.exec('analyze');
  db.pragma('wal_checkpoint(truncate)');
  db.close();
}

function addAccounts(db: SQLite.Database, like: Row, count: number): number[] {
  const insert = inserter(db, 'account', like);
  return Array.from({ length: count }, (_, at) => {
    const name = `host${at + 1}`;
    return insert({
      ...like,
      user_id: 100_000_000 + at,
      webex_id: name,
      webex_id_key: name,
      email: `${name}@big.example`,
      email_key: `${name}@big.example`,
      personal_url: name,
      personal_url_key: name,
      access_code: String(900_000_000 + at),
    });
  });
}

const TWO_YEARS = 2 * 365 * 86_400_000;

function addSessions(db: SQLite.Database, like: Row, hosts: readonly number[], count: number): void {
  const insert = inserter(db, 'session', like);
  const member = db.prepare(
    'insert into session_member (account, session, kinds, start_at) values (?, ?, 1, ?)',
  );
  const first = Number(like.start_at);
  for (let at = 0; at < count; at++) {
    // A fixed stride that shares no factor with the range scatters the starts and keys over all of it.
    const start = first + ((at * 7_919) % (TWO_YEARS / 60_000)) * 60_000;
    const host = hosts[at % hosts.length] ?? 0;
    const token = at.toString(16).padStart(31, '0');
    const id = insert({
      ...like,
      host,
      creator: host,
      session_key: 100_000_000 + ((at * 611_953) % 799_999_999),
      host_token: `a${token}`,
      attendee_token: `b${token}`,
      name: `Meeting ${at}`,
      name_key: `meeting ${at}`,
      start_at: start,
      end_at: start + 3_600_000,
    });
    member.run(host, id, start);
  }
}

/** Inserts a row like another one, with a number of its own. */
function inserter(db: SQLite.Database, table: string, like: Row): (row: Row) => number {
  const columns = Object.keys(like).filter((name) => name !== 'id');
  const statement = db.prepare(
    `insert into ${table} (${columns.join()}) values (${columns.map((name) => `@${name}`).join()})`,
  );
  return (row) => Number(statement.run(row).lastInsertRowid);
}

function one(db: SQLite.Database, sql: string): Row {
  const row = db.prepare<[], Row>(sql).get();
  if (!row) throw new Error(`nothing found: ${sql}`);
  return row;
}
