import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { forSqlite } from '../support/databases.ts';
import { bodyContent, GUEST, HOST, message, startSite, type TestSite } from '../support/site.ts';

forSqlite('the metrics', (open) => {
  let [started, metricsPort]: [TestSite | undefined, number] = [undefined, 0];
  const site = () => {
    assert.ok(started, 'the site is there while tests run');
    return started;
  };
  const read = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();

  before(async () => {
    const database = await open();
    // Others may take a port that was free a while ago.
    metricsPort = await freePort();
    started = await startSite(database, { settings: { metricsPort } });
    await site().ok('user.GetUser', '<webExId>hostid</webExId>', HOST);
    await site().call('user.CreateUser', '', GUEST);
    await site().post(message(bodyContent('site.NothingOfTheKind'), HOST));
    await fetch(`${site().url}/acme/p.php?AT=LO`, { redirect: 'manual' });
    await fetch(`${site().url}/nobody-knows/this`);
  });

  after(() => started?.close());

  test('count operations by what came of them, and unknown ones not by their names', async () => {
    const text = await read();
    assert.match(text, /^parlance_xml_operations_total\{operation="GetUser",result="success"\} 1$/m);
    assert.match(text, /^parlance_xml_operations_total\{operation="CreateUser",result="failure"\} 1$/m);
    assert.doesNotMatch(text, /NothingOfTheKind/);
    assert.match(text, /^parlance_xml_message_duration_seconds_count 3$/m);
  });

  test('time pages by the route that is declared, whatever the address says', async () => {
    const text = await read();
    assert.match(
      text,
      /^parlance_page_duration_seconds_count\{route="\/:siteName\/p\.php",status="[23]xx"\} 1$/m,
    );
    assert.match(text, /^parlance_page_duration_seconds_count\{route="none",status="4xx"\} 1$/m);
    assert.doesNotMatch(text, /nobody-knows|acme|hostid/);
  });

  test('tell what waits and what runs, and of the process', async () => {
    const text = await read();
    assert.match(text, /^parlance_mail_waiting 0$/m);
    assert.match(text, /^parlance_sessions_running 0$/m);
    assert.match(text, /^parlance_people_in_sessions 0$/m);
    assert.match(text, /^nodejs_eventloop_lag_seconds /m);
    assert.match(text, /^process_resident_memory_bytes /m);
  });

  test('stand at their own port alone', async () => {
    assert.equal((await fetch(`${site().url}/metrics`)).status, 404);
    assert.equal((await fetch(`http://127.0.0.1:${metricsPort}/acme/`)).status, 404);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  assert.ok(address !== null && typeof address !== 'string');
  return address.port;
}
