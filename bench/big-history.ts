/** A history as long as one likes, in a SQLite file of its own: rows are copied from ones that were really held. */
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { type Context, openContext } from '../src/context.ts';
import { openDatabase } from '../src/database/database.ts';
import { foundDemo } from '../src/demo.ts';
import { foundHistory } from '../src/demo-history.ts';
import { openLog } from '../src/log.ts';
import { presenterOnDemand } from '../src/rest-api/webhooks/presenter-on-demand.ts';
import { defaultSettings } from '../src/settings.ts';

export interface BigHistory extends AsyncDisposable {
  readonly context: Context;
  /** Seconds that loading took. */
  readonly loadedIn: number;
}

type Row = Record<string, string | number | null>;

/** The last day of the history. */
export const UNTIL = Date.UTC(2027, 0, 1);
const DAY = 86_400_000;
const DAYS = 730;
const HOUR = 3_600_000;
/** People in an event. */
const STAYS = 4;
/** Sessions of a host. */
const EACH = 50;

/** So many meetings, and events with so many stays, spread over two years. */
export async function bigHistory(folder: string, rows: number): Promise<BigHistory> {
  const file = join(folder, `history-${rows}.db`);
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
  await foundHistory(context, await context.sites.required('acme'));
  const began = performance.now();
  load(file, rows);
  return {
    context,
    loadedIn: (performance.now() - began) / 1000,
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** Indexes are made after the rows. */
function load(file: string, rows: number): void {
  const db = new SQLite(file);
  db.pragma('synchronous = off');
  db.pragma('cache_size = -400000');
  db.pragma('foreign_keys = off');
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('usage', 'attendance')",
    )
    .all();
  for (const { name } of indexes) db.exec(`drop index "${name}"`);
  const of = (service: string) => one(db, `select * from usage where service = '${service}'`);
  const meeting = of('MeetingCenter');
  const event = of('EventCenter');
  const stay = one(db, `select * from attendance where usage = ${event.id} and is_host = 0`);
  db.transaction(() => {
    db.exec('delete from attendance; delete from usage; delete from history_count');
    const addUsage = inserter(db, 'usage', meeting);
    const addStay = inserter(db, 'attendance', stay);
    const events = rows / STAYS;
    for (let at = 0; at < rows; at++) addUsage({ ...meeting, ...times(at, rows), id: at + 1 });
    for (let at = 0; at < events; at++) {
      const usage = { ...event, ...times(at, events), id: rows + at + 1, stays: STAYS };
      addUsage(usage);
      for (let n = 0; n < STAYS; n++) {
        addStay({
          ...stay,
          id: at * STAYS + n + 1,
          usage: usage.id,
          name: `Person ${n}`,
          host: usage.host,
          joined_at: usage.started_at + n * 60_000,
          left_at: usage.ended_at,
          session_started_at: usage.started_at,
          session_ended_at: usage.ended_at,
        });
      }
    }
    for (const [bound, column] of [
      ['START', 'started_at'],
      ['END', 'ended_at'],
    ]) {
      db.exec(`insert into history_count (site, service, audio_only, bound, day, usages, attendances, longest)
        select site, service, audio_only, '${bound}', ${column} / ${DAY}, count(*), sum(stays), max(ended_at - started_at)
        from usage group by site, service, audio_only, ${column} / ${DAY}`);
    }
  })();
  for (const { sql } of indexes) db.exec(sql);
  db.exec('analyze');
  db.pragma('wal_checkpoint(truncate)');
  db.close();
}

/** A fixed stride that shares no factor with the range scatters the starts over all of it. */
function times(at: number, of: number) {
  const minute = (at * 7_919) % (DAYS * 1440);
  const started_at = UNTIL - DAYS * DAY + minute * 60_000;
  return {
    session_key: 100_000_000 + at,
    host: 1_000 + (at % Math.ceil(of / EACH)),
    name: `Session ${at}`,
    name_key: `session ${at}`,
    started_at,
    ended_at: started_at + HOUR,
  };
}

function inserter(db: SQLite.Database, table: string, like: Row): (row: Row) => void {
  const columns = Object.keys(like);
  const statement = db.prepare(
    `insert into ${table} (${columns.join()}) values (${columns.map((name) => `@${name}`).join()})`,
  );
  return (row) => void statement.run(row);
}

function one(db: SQLite.Database, sql: string): Row {
  const row = db.prepare<[], Row>(sql).get();
  if (!row) throw new Error(`nothing was there: ${sql}`);
  return row;
}
