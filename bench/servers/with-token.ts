/** Parlance with its demo sites, on SQLite, with every default, and a personal token of `hostid` in the file `token`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/database/database.ts';
import { foundDemo } from '../../src/demo.ts';
import { openLog } from '../../src/log.ts';
import { startServer } from '../../src/server.ts';
import { defaultSettings } from '../../src/settings.ts';
import { SCOPE_NAMES } from '../../src/sign-in/api-tokens/scopes.ts';

const data = process.env.PARLANCE_DATA ?? '';
const settings = defaultSettings({ data, port: 0, host: '127.0.0.1' });
const { url, context } = await startServer({
  settings,
  database: await openDatabase(`sqlite:${join(data, 'parlance.db')}`),
  secret: Buffer.alloc(32),
  log: openLog(settings.logLevel),
  requestLogFile: join(data, 'request-log.db'),
});
await foundDemo(context);
const host = await context.accounts.required(await context.sites.required('acme'), 'hostid');
const { token } = await context.apiTokens.createPersonal(host, {
  name: 'bench',
  scopes: SCOPE_NAMES,
  days: 1,
});
writeFileSync(join(data, 'token'), token);
console.log(`Parlance is ready at ${url}`);
