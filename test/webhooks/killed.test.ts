import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { forEachDatabase } from '../support/databases.ts';
import { startSite, TestClock } from '../support/site.ts';
import { Receiver } from './receiver.ts';

/** A receiver is away for an hour, and the process is killed twice meanwhile: nothing of what was acknowledged is lost. */

async function runUntilKilled(url: string, target: string, hours: number): Promise<string[]> {
  const program = join(import.meta.dirname, 'tell-until-killed.ts');
  const args = [program, url, target, '5', String(hours)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complaints] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const [, signal] = await once(child, 'close');
  assert.equal(signal, 'SIGKILL', complaints);
  return [...said.matchAll(/^made (\d+)$/gm)].map(([, key = '']) => key);
}

forEachDatabase('webhooks outlive the process that sends them', (open, { fresh }) => {
  test('every event arrives, and the feed has each once and in order', async () => {
    const url = await fresh();
    await using receiver = await Receiver.start();
    const target = `${receiver.url}/hook`;
    receiver.status = 503;
    const made = [...(await runUntilKilled(url, target, 0)), ...(await runUntilKilled(url, target, 0.5))];
    assert.equal(made.length, 10);
    receiver.status = 200;
    receiver.messages.length = 0;
    const clock = new TestClock();
    clock.advance({ hours: 1 });
    const settings = { webhookNetworks: '127.0.0.0/8' };
    const site = await startSite(await open(url), { clock, settings });
    try {
      const { context } = site;
      for (let hour = 0; hour < 3; hour++) {
        await context.events.drain();
        await context.webhooks.deliverer.drain();
        clock.advance({ hours: 1 });
      }
      const acme = await context.sites.required('acme');
      const account = await context.accounts.required(acme, 'hostid');
      const events = await context.webhooks.eventsOf(account, {
        of: { creator: ['meetings'], org: [] },
        after: 0,
        most: 1_000,
      });
      const keyOf = (data: unknown) => (data as { meetingNumber: string }).meetingNumber;
      assert.deepEqual(
        events.map(({ data }) => keyOf(data)),
        made,
        'the feed',
      );
      const [hook] = await context.webhooks.listOf(account, 0, 1);
      assert.ok(hook);
      const deliveries = await context.webhooks.deliveriesOf(hook, undefined, 100);
      assert.deepEqual([...new Set(deliveries.map(({ state }) => state))], ['DONE']);
      const told = new Set(receiver.messages.map(({ json }) => keyOf(json.data)));
      assert.deepEqual([...told].sort(), [...made].sort(), 'the receiver');
    } finally {
      await site.close();
    }
  });
});
