import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '../../src/clock.ts';
import { type Context, openContext } from '../../src/context.ts';
import type { Database } from '../../src/database/database.ts';
import { foundDemo } from '../../src/demo.ts';
import { scheduleDemoMeetings } from '../../src/demo-meetings.ts';
import { openLog } from '../../src/log.ts';
import { presenterOnDemand } from '../../src/rest-api/webhooks/presenter-on-demand.ts';
import { defaultSettings } from '../../src/settings.ts';
import { forEachDatabase } from '../support/databases.ts';
import { parlance, testFolder } from '../support/process.ts';
import { INSTALLATION_KEY, TestClock } from '../support/site.ts';

/** What a process leaves that has ended before it handed on what had happened. */
function unserved(database: Database, webhookPresenter = presenterOnDemand, clock?: Clock): Context {
  return openContext({
    settings: defaultSettings({}),
    database,
    secret: INSTALLATION_KEY,
    log: openLog('silent'),
    publicUrl: () => 'http://localhost:8080',
    webhookPresenter,
    ...(clock && { clock }),
  });
}

forEachDatabase('what happened on a site with a webhook', (open, { fresh }) => {
  test('is handed on by a command too: to the webhook, and to those who get mail', async () => {
    const url = await fresh();
    await using data = await testFolder();
    const first = unserved(await open(url));
    await foundDemo(first);
    const acme = await first.sites.required('acme');
    const account = await first.accounts.required(acme, 'hostid');
    const wish = { name: 'portal', targetUrl: 'https://portal.example.com/hook' };
    await first.webhooks.create(acme, account, { ...wish, resource: 'meetings', event: 'created' });
    await scheduleDemoMeetings(first, ['acme']);
    const [hook] = await first.webhooks.listOf(account, 0, 1);
    assert.ok(hook);
    assert.deepEqual(await first.webhooks.deliveriesOf(hook), []);
    await first.database.close();

    const where = ['--data', data.path, '--database', url];
    const listed = await parlance(['mail', 'list', 'acme', ...where], { env: { PARLANCE_PORT: '8099' } });
    assert.equal(listed.code, 0, listed.stderr);
    assert.match(listed.stdout, / scheduled {2}hostid@acme\.com$/m, listed.stderr);

    const second = unserved(await open(url));
    const [delivery] = await second.webhooks.deliveriesOf(hook);
    const { data: meeting } = JSON.parse(delivery?.body ?? '');
    assert.match(meeting.webLink, /^http:\/\/[^/]+:8099\/acme\//);
    await second.database.close();
  });

  test('is handed to those who get mail at once when it cannot be told, and to the webhook when it can', async () => {
    const database = await open();
    let isBroken = true;
    const clock = new TestClock();
    const app = unserved(
      database,
      async (context) => {
        const presenter = await presenterOnDemand(context);
        return {
          ...presenter,
          async happenings(happened) {
            if (isBroken) throw new Error('no words for that');
            return presenter.happenings(happened);
          },
        };
      },
      clock,
    );
    await foundDemo(app);
    const acme = await app.sites.required('acme');
    const account = await app.accounts.required(acme, 'hostid');
    const wish = { name: 'portal', targetUrl: 'https://portal.example.com/hook' };
    const hook = await app.webhooks.create(acme, account, {
      ...wish,
      resource: 'meetings',
      event: 'created',
    });
    await scheduleDemoMeetings(app, ['acme']);
    await app.events.drain();
    const { mails } = await app.mail.outbox.list(acme);
    assert.ok(mails.some(({ kind }) => kind === 'scheduled'));
    assert.deepEqual(await app.webhooks.deliveriesOf(hook), []);
    isBroken = false;
    clock.advance({ minutes: 1 });
    await app.events.drain();
    assert.ok((await app.webhooks.deliveriesOf(hook)).length > 0);
    assert.equal((await app.mail.outbox.list(acme)).mails.length, mails.length, 'no mail is written twice');
  });
});
