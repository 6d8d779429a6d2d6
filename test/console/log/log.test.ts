import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { LogLine } from '../../../src/console/log/log-data.ts';
import { forSqlite } from '../../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../../support/site.ts';
import { ConsoleClient } from '../console-client.ts';
import { newestOf } from './newest-of.ts';

forSqlite('the request log of the console', (open) => {
  const shared = sharedSite(open);
  const user = '<webExId>hostid</webExId>';
  let admin: ConsoleClient;
  let foreign: ConsoleClient;

  before(async () => {
    admin = await ConsoleClient.as(shared(), 'admin');
    foreign = await ConsoleClient.as(shared(), 'admin', 'acme-basic');
  });

  test('lists the calls of its site, and filters them by the query', async () => {
    const site = shared();
    await site.ok('user.GetUser', user, HOST);
    await site.call('user.GetUser', user, { ...HOST, password: 'Wrong1!x' });
    const all = await admin.get('log');
    assert.equal(all.status, 200);
    const refused = await admin.get('log', { query: { result: 'refused,fault', operation: 'GetUser' } });
    assert.equal(refused.json.entries.length, 1);
    assert.equal(refused.json.entries[0].exceptionID, '030002');
    assert.equal(refused.json.entries[0].site, 'acme');
    const [misspelt, cursor] = [
      await admin.get('log', { query: { face: 'consol' } }),
      await admin.get('log', { query: { before: 'x' } }),
    ];
    assert.equal(misspelt.status, 422);
    assert.match(misspelt.json.error.message, /did you mean console/);
    assert.equal(cursor.json.error.element, 'before');
  });

  test('shows nobody the entries of another site, by no way', async () => {
    const site = shared();
    const answer = await site.ok('user.GetUser', user, HOST);
    const id = answer.headers.get('x-request-id') ?? '';
    const own = await admin.get(`log/${id}`);
    assert.equal(own.status, 200);
    const ways = [`log/${id}`, `log/${own.json.entry}`];
    for (const way of ways) {
      const seen = await foreign.get(way);
      assert.equal(seen.status, 404, way);
      const none = await foreign.get('log/999999999');
      assert.equal(seen.json.error.reason, none.json.error.reason);
    }
    assert.equal((await foreign.post(`log/${own.json.entry}/repeat`)).status, 404);
    for (const path of ['log', 'log/export']) {
      const listed = await foreign.get(path, { query: path === 'log' ? {} : { as: 'ndjson' } });
      assert.ok(!listed.text.includes('hostid'), path);
    }
  });

  test('keeps bodies when an administrator switches it on, and repeats a message as whoever asks', async () => {
    const site = shared();
    const before = await site.ok('user.GetUser', user, HOST);
    const without = await admin.get(`log/${before.headers.get('x-request-id')}`);
    assert.equal(without.json.hasBodies, false);
    assert.equal(without.json.repeat.can, false);
    const refused = await admin.post(`log/${without.json.entry}/repeat`);
    assert.equal(refused.status, 422);
    assert.match(refused.json.error.message, /has not kept the message/);

    assert.equal((await admin.call('PUT', 'log/bodies', { body: { bodies: true } })).json.bodies, true);
    const answer = await site.ok('user.GetUser', user, HOST);
    const { json: entry } = await admin.get(`log/${answer.headers.get('x-request-id')}`);
    assert.match(entry.request.text, /<webExID>hostid<\/webExID>/);
    assert.match(entry.request.text, /<password>\*\*\*<\/password>/);
    assert.match(entry.response.text, /<use:firstName>Holly<\/use:firstName>/);

    const repeated = await admin.post(`log/${entry.entry}/repeat`);
    assert.equal(repeated.status, 200, repeated.text);
    assert.match(repeated.json.response, /<use:firstName>Holly<\/use:firstName>/);
    const { json: again } = await admin.get(`log/${repeated.json.id}`);
    assert.equal(again.repeats, entry.entry);
    assert.equal(again.caller, 'admin');

    const asHost = { as: { webExID: 'hostid', password: ADMIN.password } };
    const { json: third } = await admin.post(`log/${entry.entry}/repeat`, asHost);
    assert.equal((await admin.get(`log/${third.id}`)).json.caller, 'hostid');
    const wrong = { as: { webExID: 'hostid', password: 'Wrong1!x' } };
    assert.equal((await admin.post(`log/${entry.entry}/repeat`, wrong)).status, 422);
  });

  test('repeats no message whose other secrets it does not have', async () => {
    const site = shared();
    await admin.call('PUT', 'log/bodies', { body: { bodies: true } });
    const content = `${user}<password>N3w!password</password>`;
    const answer = await site.ok('user.SetUser', content, ADMIN);
    await site.ok('user.SetUser', `${user}<password>${ADMIN.password}</password>`, ADMIN);
    const repeated = await admin.post(`log/${await entryNumber(answer)}/repeat`);
    assert.equal(repeated.status, 422);
    assert.match(repeated.json.error.message, /secrets in the message/);
  });

  test('repeats a GET of the URL API as nobody', async () => {
    const site = shared();
    await fetch(`${site.url}/acme/m.php?AT=JM&MK=123456789`, { redirect: 'manual' });
    const entry = await newestOf(site);
    const repeated = await admin.post(`log/${entry}/repeat`);
    assert.equal(repeated.status, 200, repeated.text);
    const { json: again } = await admin.get(`log/${repeated.json.id}`);
    assert.equal(again.operation, 'm.php JM');
    assert.equal(again.repeats, entry);
    assert.equal(again.caller, undefined);
  });

  test('is exported as lines of JSON, as HAR, and as CSV without a formula', async () => {
    const site = shared();
    const { requestLog, sites, clock } = site.context;
    const { id } = await sites.required('acme');
    requestLog.note({
      at: clock.now(),
      id: '00000000-csv',
      face: 'xml',
      operation: '=HYPERLINK("https://evil.example")',
      site: id,
      result: 'ok',
      ms: 1,
      bytesIn: 1,
      bytesOut: 1,
      hints: 0,
    });
    const lines = (await admin.get('log/export', { query: { as: 'ndjson' } })).text.trim().split('\n');
    assert.ok(lines.length > 3);
    assert.ok(lines.every((line) => JSON.parse(line).id));
    const har = JSON.parse((await admin.get('log/export', { query: { as: 'har' } })).text);
    assert.equal(har.log.version, '1.2');
    const sent = har.log.entries.find(({ request }: { request: { postData?: object } }) => request.postData);
    assert.match(sent.request.url, /\/WBXService\/XMLService$/);
    assert.match(sent.response.content.text, /serv:message/);
    const csv = await admin.get('log/export', { query: { as: 'csv', text: 'evil' } });
    assert.match(csv.headers.get('content-disposition') ?? '', /^attachment; filename="?request-log-acme-/);
    assert.match(csv.text, /"'=HYPERLINK\(""https/);
  });

  test('is followed by whoever watches: 2,000 calls at once, every one of them, in order', async () => {
    const site = shared();
    const { requestLog, sites, clock } = site.context;
    const { id } = await sites.required('acme');
    const watching = await watch(site.url, admin.cookie ?? '', 'operation=Followed');
    for (let at = 0; at < 2_000; at++) {
      requestLog.note({
        at: clock.now(),
        id: `00000000-f${at.toString(36)}`,
        face: 'xml',
        operation: at % 2 === 0 ? 'Followed' : 'Another',
        site: id,
        result: 'ok',
        ms: 1,
        bytesIn: 1,
        bytesOut: 1,
        hints: 0,
      });
    }
    const seen = await watching.take(1_000);
    watching.end();
    assert.deepEqual(
      seen.map((line) => line.id),
      Array.from({ length: 1_000 }, (_, at) => `00000000-f${(at * 2).toString(36)}`),
    );
    assert.equal(requestLog.dropped, 0);
  });

  test('goes on behind the entry that was seen last, and says what is gone', async () => {
    const site = shared();
    const { requestLog } = site.context;
    await site.ok('user.GetUser', user, HOST);
    const last = await newestOf(site);
    await site.ok('user.GetUser', user, HOST);
    await site.ok('user.GetUser', user, HOST);
    await requestLog.flush();
    const watching = await watch(site.url, admin.cookie ?? '', 'operation=GetUser', last);
    assert.deepEqual(
      (await watching.take(2)).map(({ entry }) => entry),
      [last + 1, last + 2],
    );
    watching.end();
  });

  async function entryNumber(answer: { headers: Headers }): Promise<number> {
    return (await admin.get(`log/${answer.headers.get('x-request-id')}`)).json.entry;
  }
});

/** The entries of the tail, as they come. */
async function watch(url: string, cookie: string, query: string, after?: number) {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/acme/console/api/log/tail?${query}`, {
    signal: leaving.signal,
    headers: { Cookie: `ticket=${cookie}`, ...(after !== undefined && { 'Last-Event-ID': String(after) }) },
  });
  assert.equal(answer.status, 200);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(reader);
  let text = '';
  return {
    async take(count: number): Promise<LogLine[]> {
      for (;;) {
        const events = text.split('\n\n').slice(0, -1);
        const entries = events.filter((event) => event.includes('event: entry'));
        if (entries.length >= count) {
          return entries.slice(0, count).map((event) => JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}'));
        }
        const { value, done } = await reader.read();
        assert.ok(!done, `the stream has ended after ${entries.length} entries`);
        text += value;
      }
    },
    end: () => leaving.abort(),
  };
}
