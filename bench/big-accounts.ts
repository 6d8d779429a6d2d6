/** As many accounts as one likes, in a SQLite file of its own: rows are copied from one that the store made. */
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { type Context, openContext } from '../src/context.ts';
import { openDatabase } from '../src/database/database.ts';
import { foundDemo } from '../src/demo.ts';
import { openLog } from '../src/log.ts';
import { presenterOnDemand } from '../src/rest-api/webhooks/presenter-on-demand.ts';
import { searchWords } from '../src/search-words.ts';
import { defaultSettings } from '../src/settings.ts';
import type { Site } from '../src/sites/site.ts';

export interface BigAccounts extends AsyncDisposable {
  readonly context: Context;
  readonly site: Site;
}

type Row = Record<string, string | number | null>;

/** People of each last name, and accounts that are locked: as many on a small site as on a large one. */
const NAMESAKES = 20;
const LOCKED = 40;

export async function bigAccounts(folder: string, count: number): Promise<BigAccounts> {
  const file = join(folder, `accounts-${count}.db`);
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
  const site = await context.sites.required('acme');
  load(file, site.id, count);
  return { context, site, [Symbol.asyncDispose]: () => database.close() };
}

function load(file: string, site: number, count: number): void {
  const db = new SQLite(file);
  db.pragma('synchronous = off');
  const like = db.prepare<[number], Row>('select * from account where site = ? limit 1').get(site);
  if (!like) throw new Error('the demo has no account');
  const columns = Object.keys(like).filter((name) => name !== 'id');
  const insert = db.prepare(
    `insert into account (${columns.join()}) values (${columns.map((name) => `@${name}`).join()})`,
  );
  const word = db.prepare('insert into account_word (site, word, account) values (?, ?, ?)');
  db.transaction(() => {
    for (let at = 0; at < count; at++) {
      // A fixed stride that shares no factor with the range scatters the names over all of it.
      const scattered = (at * 7_919) % count;
      const last = `Family${String(Math.floor(scattered / NAMESAKES)).padStart(6, '0')}`;
      const [webExID, first] = [`person${at}`, `Given${at % 500}`];
      const email = `${webExID}@example.com`;
      const { lastInsertRowid } = insert.run({
        ...like,
        ...{ user_id: 200_000_000 + at, webex_id: webExID, webex_id_key: webExID },
        ...{ email, email_key: email, first_name: first, first_name_key: first.toLowerCase() },
        ...{ last_name: last, last_name_key: last.toLowerCase() },
        ...{ personal_url: webExID, personal_url_key: webExID, access_code: String(300_000_000 + at) },
        ...{ registered_at: 1_767_000_000_000 + scattered, locked: at < LOCKED ? 1 : 0, privileges: 1 },
      });
      for (const one of searchWords([first, last, webExID, email])) word.run(site, one, lastInsertRowid);
    }
    db.exec('delete from account_count');
    db.exec(`insert into account_count (site, active, privileges, accounts)
      select site, active, privileges, count(*) from account group by 1, 2, 3`);
  })();
  db.exec('analyze');
  db.pragma('wal_checkpoint(truncate)');
  db.close();
}
