/**
 * A site whose meetings are told to a receiver, until it is killed: `node tell-until-killed.ts DATABASE RECEIVER COUNT
 * HOURS`. A line is printed for each meeting that was acknowledged; then what happened is handed on, and it dies.
 */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../src/database/database.ts';
import { startSite, TestClock } from '../support/site.ts';
import { meeting } from '../url-api/portal.ts';

const [url = '', target = '', count = '1', hours = '0'] = process.argv.slice(2);
const clock = new TestClock();
clock.advance({ hours: Number(hours) });
const site = await startSite(await openDatabase(url), {
  clock,
  settings: { webhookNetworks: '127.0.0.0/8' },
});
const { context } = site;
const acme = await context.sites.required('acme');
const account = await context.accounts.required(acme, 'hostid');
if ((await context.webhooks.listOf(account, 0, 1)).length === 0) {
  const wish = { name: 'killed', targetUrl: target, resource: 'meetings', event: 'created' };
  await context.webhooks.create(acme, account, wish);
}
for (let at = 0; at < Number(count); at++) {
  const { key } = await meeting(site, 'hostid');
  writeSync(1, `made ${key}\n`);
}
// It dies somewhere between what has happened, what is written down of it, and what is sent.
const dying = setInterval(() => process.kill(process.pid, 'SIGKILL'), 20);
dying.unref();
for (;;) {
  await context.events.drain();
  await context.webhooks.deliverer.drain();
  await new Promise((resolve) => setImmediate(resolve));
}
