import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { giveOrder, OrderRefused } from '../../src/command-line/give-order.ts';
import { parlance, type RunningServer, serve, testFolder } from '../support/process.ts';
import { call, hasUser, isSuccess, textIn } from './calls.ts';

/** A folder has one server, and commands that are typed meanwhile are done by it. */

describe('a folder that is served', () => {
  test('is refused to a second server in a line that names the first', async () => {
    await using data = await testFolder();
    await using server = await serve(['--port', '0', '--data', data.path]);
    const { code, stdout, stderr } = await parlance(['serve', '--port', '0', '--data', data.path]);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(
      stderr,
      /^parlance: the folder \S+ is served already \(process \d+, at http:\S+\);[^\n]*\n$/,
    );
    assert.ok(stderr.includes(server.url), stderr);
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200, 'the first goes on');
  });

  test('is free as soon as its server was killed, and commands work with and without one', async () => {
    await using data = await testFolder();
    const where = ['--data', data.path];
    const list = async () => (await parlance(['site', 'list', ...where])).stdout;
    let server: RunningServer | undefined = await serve(['--port', '0', ...where]);
    assert.match(server.greeting, /^Parlance is ready at /);
    await parlance(['site', 'add', 'while', '--type', '3', ...where]);
    assert.match(await list(), /^while /);
    assert.equal((await fetch(`${server.url}/while/`)).status, 200, 'the server knows it');
    await server.end('SIGKILL');
    await parlance(['site', 'add', 'after', '--type', '3', ...where]);
    assert.match(await list(), /^while .*\nafter /);
    server = await serve(['--port', '0', ...where]);
    assert.match(await list(), /^while .*\nafter /);
    const outcome = await server.end('SIGTERM');
    assert.equal(outcome.code, 0, outcome.stderr);
    assert.deepEqual(
      (await readdir(data.path)).filter((name) => !/^(parlance\.db(\.lock)?|secret)$/.test(name)),
      [],
    );
  });

  test('has commands that name another database done there', async () => {
    await using data = await testFolder();
    await using server = await serve(['--port', '0', '--data', data.path]);
    const other = ['--data', data.path, '--database', `sqlite:${join(data.path, 'other.db')}`];
    assert.equal((await parlance(['site', 'add', 'elsewhere', '--type', '3', ...other])).code, 0);
    assert.match((await parlance(['site', 'list', ...other])).stdout, /^elsewhere /);
    const same = ['--data', data.path, '--database', `sqlite:${join(data.path, 'parlance.db')}`];
    assert.equal((await parlance(['site', 'list', ...same])).stdout, '', 'the served one, by another name');
    assert.equal((await fetch(`${server.url}/elsewhere/`)).status, 404);
  });

  test('has a socket that is its owner’s, and refuses what it does not know', {
    skip: process.platform === 'win32',
  }, async () => {
    await using data = await testFolder();
    await using server = await serve(['--port', '0', '--data', data.path]);
    assert.equal((await stat(join(data.path, 'parlance.socket'))).mode & 0o777, 0o600);
    const nothing = { args: [], flags: {}, input: '' };
    await assert.rejects(
      giveOrder(data.path, { command: 'site destroy', ...nothing }, () => {}),
      (error: Error) => error instanceof OrderRefused && /does not know "site destroy"/.test(error.message),
    );
    await assert.rejects(
      giveOrder(data.path, { command: 'site show', ...nothing, args: ['nowhere'] }, () => {}),
      /there is no site nowhere/,
    );
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
  });

  test('says what to do while it has no site, and what is away', async () => {
    await using data = await testFolder();
    const liveKit = ['--media', 'livekit+http://127.0.0.1:9', '--livekit-key', 'parlance'];
    const env = { PARLANCE_LIVEKIT_SECRET: 'a secret of more than thirty characters' };
    await using server = await serve(['--port', '0', '--data', data.path, ...liveKit], { env });
    await server.said(/^LiveKit at http:\/\/127\.0\.0\.1:9 does not answer/m);
    const { stdout } = await server.end('SIGTERM');
    assert.match(stdout, /^No mail is sent: .*--smtp-url/m);
    assert.match(stdout, /^There is no site yet\. Found one: parlance site add /m);
  });
});

describe('parlance backup', () => {
  test('copies what a server goes on to serve, for its owner alone, and the copy can be served', async () => {
    await using data = await testFolder();
    await using copies = await testFolder();
    await using server = await serve(['--demo', '--port', '0', '--data', data.path]);
    const ticket = textIn(await call(server.url, 'user.GetLoginTicket'), 'ticket');
    const copy = join(copies.path, 'copy');
    const outcome = await parlance(['backup', copy, '--data', data.path]);
    assert.deepEqual([outcome.code, outcome.stderr], [0, '']);
    assert.match(outcome.stdout, /^copied to \S+, with \d+ files of recordings, [\d.]+ MB\n$/);
    if (process.platform !== 'win32') {
      assert.equal((await stat(copy)).mode & 0o777, 0o700);
      for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
        const { mode } = await stat(join(entry.parentPath, entry.name));
        assert.equal(mode & 0o777, entry.isDirectory() ? 0o700 : 0o600, entry.name);
      }
    }
    await call(server.url, 'user.SetUser', '<webExId>hostid</webExId><firstName>Later</firstName>');
    await using other = await serve(['--port', '0', '--data', copy]);
    assert.ok(await hasUser(other.url, 'hostid'));
    const answer = await call(other.url, 'user.GetUser', '<webExId>hostid</webExId>');
    assert.ok(isSuccess(answer));
    assert.notEqual(textIn(answer, 'firstName'), 'Later');
    const again = textIn(await call(other.url, 'user.GetLoginTicket'), 'ticket');
    assert.equal(again, ticket, 'the secret came along');
    const fileOf = async (url: string) => {
      const link = textIn(await call(url, 'ep.LstRecording', '<hostWebExID>hostid</hostWebExID>'), 'fileURL');
      return Buffer.from(
        await (
          await fetch(new URL(new URL(link ?? '').pathname + new URL(link ?? '').search, url))
        ).arrayBuffer(),
      );
    };
    const recording = await fileOf(other.url);
    assert.ok(recording.length > 10_000, 'a recording is there to be fetched');
    assert.ok(recording.equals(await fileOf(server.url)));
    const refused = await parlance(['backup', copy, '--data', data.path]);
    assert.match(refused.stderr, /^parlance: \S+ is there already: name a new folder\n$/);
  });

  test('holds every write that was acknowledged before it began, while twelve go on to write', async () => {
    await using data = await testFolder();
    await using copies = await testFolder();
    await using server = await serve(['--demo', '--port', '0', '--data', data.path]);
    const acknowledged: string[] = [];
    const enough = Promise.withResolvers<void>();
    let isOver = false;
    const schedule = '<schedule><startDate>05/31/2027 10:00:00</startDate></schedule>';
    const writer = async (name: string) => {
      for (let at = 0; !isOver; at++) {
        const topic = `<metaData><confName>${name} ${at}</confName></metaData>`;
        const key = textIn(await call(server.url, 'meeting.CreateMeeting', topic + schedule), 'meetingkey');
        assert.ok(key);
        acknowledged.push(key);
        if (acknowledged.length === 60) enough.resolve();
      }
    };
    const writers = Array.from({ length: 12 }, (_, at) => writer(`Writer ${at}`));
    await Promise.race([enough.promise, ...writers]);
    const before = [...acknowledged];
    const copy = join(copies.path, 'copy');
    const { code, stderr } = await parlance(['backup', copy, '--database-only', '--data', data.path]);
    isOver = true;
    await Promise.all(writers);
    assert.equal(code, 0, stderr);
    await using other = await serve(['--port', '0', '--data', copy]);
    for (const key of before) {
      assert.ok(
        isSuccess(await call(other.url, 'meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`)),
        key,
      );
    }
  });
});
