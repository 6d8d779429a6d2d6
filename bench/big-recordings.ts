/** As many recordings as one likes, in a SQLite file of its own: rows are copied from one that the store made. */
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { type Context, openContext } from '../src/context.ts';
import { openDatabase } from '../src/database/database.ts';
import { foundDemo } from '../src/demo.ts';
import { keepDemoRecordings } from '../src/demo-recording/demo-recording.ts';
import { openLog } from '../src/log.ts';
import { presenterOnDemand } from '../src/rest-api/webhooks/presenter-on-demand.ts';
import { defaultSettings } from '../src/settings.ts';

export interface BigRecordings extends AsyncDisposable {
  readonly context: Context;
}

type Row = Record<string, string | number | null>;

/** The first is made then, and one each minute. */
export const FIRST = Date.UTC(2026, 0, 1);
export const EACH = 60_000;

/** They belong to the host of the demo, and to others who have no accounts, in turn: fifty each. */
export async function bigRecordings(folder: string, count: number): Promise<BigRecordings> {
  const file = join(folder, `recordings-${count}.db`);
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
  await keepDemoRecordings(context, ['acme']);
  load(file, count);
  return { context, [Symbol.asyncDispose]: () => database.close() };
}

function load(file: string, count: number): void {
  const db = new SQLite(file);
  db.pragma('synchronous = off');
  const like = db.prepare<[], Row>('select * from recording').get();
  if (!like) throw new Error('the demo has no recording');
  const columns = Object.keys(like);
  const insert = db.prepare(
    `insert into recording (${columns.join()}) values (${columns.map((name) => `@${name}`).join()})`,
  );
  const hosts = Math.ceil(count / 50);
  db.transaction(() => {
    db.exec('delete from recording_file; delete from recording; delete from recording_count');
    for (let at = 0; at < count; at++) {
      const token = at.toString(16).padStart(31, '0');
      insert.run({
        ...like,
        // A fixed stride that shares no factor with the range scatters the numbers over all of it.
        id: 100_000_000 + ((at * 611_953) % 799_999_999),
        host: Number(like.host) + (at % hosts),
        name: `Recording ${at}`,
        name_key: `recording ${at}`,
        created_at: FIRST + at * EACH,
        stream_token: `a${token}`,
        download_token: `b${token}`,
      });
    }
    for (const host of ['host', '0']) {
      db.exec(`insert into recording_count (site, host, service, recordings)
        select site, ${host}, service, count(*) from recording group by 1, 2, 3`);
    }
  })();
  db.exec('analyze');
  db.pragma('wal_checkpoint(truncate)');
  db.close();
}
