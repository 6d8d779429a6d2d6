import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import { begin, meeting } from '../url-api/portal.ts';

/** What the page of a room posts to record it, in the hands of those who may not, and of a browser that is confused. */

const RECORDABLE = '<enableOptions><meetingRecord>true</meetingRecord></enableOptions>';
const WEBM = 'video/webm;codecs=vp8,opus';
const HEAD = Buffer.from('1a45dfa301000000000000', 'hex');

const bytes = (text: string) => Buffer.concat([HEAD, Buffer.from(text)]);

forProtocol('recording.php', (open) => {
  const data = mkdtempSync(join(tmpdir(), 'parlance-recording-'));
  const shared = sharedSite(open, { settings: { data } });
  after(() => rm(data, { recursive: true, force: true }));

  // What is looked at here are the parts, before anything is made of them.
  before(() => shared().context.recordingWork.stop());

  async function send(by: Visitor, path: string, type: string, body: string | Uint8Array<ArrayBuffer>) {
    const Cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'Content-Type': type, Cookie };
    const answer = await fetch(shared().url + path, { method: 'POST', headers, body });
    const text = await answer.text();
    assert.doesNotMatch(text, /\bat .*\.ts:\d/);
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    return { status: answer.status, told: isJson ? JSON.parse(text) : undefined };
  }

  const does = (by: Visitor, MK: number | string, DO: string, more: object = {}) =>
    send(by, '/acme/recording.php', 'application/json', JSON.stringify({ MK: Number(MK), DO, ...more }));

  const part = (
    by: Visitor,
    MK: number | string,
    [SEGMENT, PART]: readonly [number | string, number | string],
    body: Uint8Array<ArrayBuffer>,
    { path = '/acme/recording.php', type = 'application/octet-stream' } = {},
  ) =>
    send(
      by,
      `${path}?${new URLSearchParams({ MK: `${MK}`, SEGMENT: `${SEGMENT}`, PART: `${PART}` })}`,
      type,
      body,
    );

  async function room(options = RECORDABLE) {
    const { key, password: PW } = await meeting(shared(), 'hostid', options);
    const host = await begin(shared(), key);
    const guest = new Visitor(shared().url);
    await guest.get('/acme/m.php', { AT: 'JM', MK: key, AN: 'Ann', AE: `ann${key}@example.com`, PW });
    return { key, host, guest };
  }

  /** A room that its host records. */
  async function recorded() {
    const made = await room();
    assert.equal((await does(made.host, made.key, 'BEGIN')).status, 204);
    assert.deepEqual((await does(made.host, made.key, 'SEGMENT', { TYPE: WEBM })).told, { segment: 0 });
    return made;
  }

  async function seenBy(visitor: Visitor, MK: string) {
    const content = pageOf(await visitor.get('/acme/room.php', { MK }))?.content;
    assert.ok(content?.page === 'room');
    return content.room;
  }

  /** The recording of a run, while it is made. */
  async function running(key: string) {
    const { context } = shared();
    const run = await context.live.running(await context.sites.required('acme'), Number(key));
    return run && context.roomRecordings.ofRun(run.run);
  }

  /** What lies in the folder, half files too. */
  async function files(): Promise<string[]> {
    const entries = await readdir(join(data, 'recordings'), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  }

  test('is told to everybody, before they come in and inside', async () => {
    const { key, host, guest } = await room();
    assert.equal((await seenBy(host, key)).mayRecord, true);
    assert.equal((await seenBy(guest, key)).mayRecord, false);
    assert.equal((await does(host, key, 'BEGIN')).status, 204);
    assert.deepEqual((await does(host, key, 'BEGIN')).told, { why: 'runs' });
    const since = shared().clock.now();
    assert.deepEqual((await seenBy(host, key)).recording, { since, isPaused: false, byYou: true });
    await does(host, key, 'PAUSE');
    assert.deepEqual((await seenBy(guest, key)).recording, { since, isPaused: true, byYou: false });
    await does(host, key, 'RESUME');
    const stranger = new Visitor(shared().url);
    const door = pageOf(await stranger.get('/acme/m.php', { AT: 'JM', MK: key }))?.content;
    assert.ok(door?.page === 'join');
    assert.equal(door.session.isRecorded, true);
    assert.equal((await does(host, key, 'STOP')).status, 204);
    assert.equal((await seenBy(guest, key)).recording, undefined);
  });

  test('keeps parts as they come, each once', async () => {
    const { key, host } = await recorded();
    const before = await files();
    const large = bytes('x'.repeat(2_000_000));
    assert.equal((await part(host, key, [0, 0], large)).status, 204);
    assert.equal((await part(host, key, [0, 1], Buffer.from('second'))).status, 204);
    // What is repeated, because its answer was lost, is taken once.
    assert.equal((await part(host, key, [0, 1], Buffer.from('second'))).status, 204);
    assert.deepEqual(await part(host, key, [0, 1], Buffer.from('other')), {
      status: 409,
      told: { why: 'other', next: 2 },
    });
    assert.deepEqual(await part(host, key, [0, 4], Buffer.from('late')), {
      status: 409,
      told: { why: 'order', next: 2 },
    });
    // A reload begins a segment; what was on its way comes all the same.
    assert.deepEqual((await does(host, key, 'SEGMENT', { TYPE: WEBM })).told, { segment: 1 });
    assert.equal((await part(host, key, [1, 0], bytes('again'))).status, 204);
    assert.equal((await part(host, key, [0, 2], Buffer.from('third'))).status, 204);
    const kept = (await files()).filter((file) => !before.includes(file)).sort();
    assert.deepEqual(
      kept.map((file) => /\/(\d+-\d+)\.[0-9a-f]{12}\.part$/.exec(file)?.[1]),
      ['0-0', '0-1', '0-2', '1-0'],
    );
    assert.deepEqual(await readFile(kept[0] ?? ''), large);
    assert.equal((await running(key))?.bytes, large.length + 11 + 16);
    const recording = await running(key);
    await does(host, key, 'DONE');
    assert.equal((await part(host, key, [1, 1], Buffer.from('after'))).status, 410);
    assert.equal((await shared().context.roomRecordings.find(recording?.publicId ?? ''))?.state, 'STOPPED');
  });

  test('takes nothing from those who do not record it', async () => {
    const [one, other] = [await recorded(), await recorded()];
    const before = await files();
    for (const [by, key, path] of [
      [one.guest, one.key, '/acme/recording.php'],
      [new Visitor(shared().url), one.key, '/acme/recording.php'],
      [other.guest, one.key, '/acme/recording.php'],
      [other.host, one.key, '/acme-basic/recording.php'],
    ] as const) {
      assert.ok([403, 410].includes((await part(by, key, [0, 0], bytes('mine'), { path })).status));
      for (const deed of ['BEGIN', 'PAUSE', 'RESUME', 'SEGMENT']) {
        assert.ok([403, 410].includes((await does(by, key, deed, { TYPE: WEBM })).status), deed);
      }
    }
    // A guest stops nothing, and nothing is over because they say so.
    assert.equal((await does(one.guest, one.key, 'STOP')).status, 403);
    assert.equal((await does(one.guest, one.key, 'DONE')).status, 410);
    assert.equal((await running(one.key))?.isEnding, false);
    // Whoever was put out records nothing more.
    await one.host.post('/acme/room.php', { MK: one.key, DO: 'LEAVE' });
    assert.equal((await part(one.host, one.key, [0, 0], bytes('gone'))).status, 410);
    assert.deepEqual(await files(), before);
  });

  test('lets nobody record where the session, its options or the site forbid it', async () => {
    const { context } = shared();
    const silent = await room('');
    assert.equal((await seenBy(silent.host, silent.key)).mayRecord, false);
    assert.equal((await does(silent.host, silent.key, 'BEGIN')).status, 403);
    const { host, guest, key } = await room();
    assert.equal((await does(guest, key, 'BEGIN')).status, 403);
    await context.sites.change('acme', { settings: { recordings: { inRooms: false } } });
    assert.equal((await does(host, key, 'BEGIN')).status, 403);
    await context.sites.change('acme', { settings: { recordings: { inRooms: true, quota: 3 } } });
    assert.equal((await does(host, key, 'BEGIN')).status, 204);
    await does(host, key, 'SEGMENT', { TYPE: WEBM });
    const before = await files();
    assert.deepEqual(await part(host, key, [0, 0], bytes('x'.repeat(1_500_000))), {
      status: 507,
      told: { why: 'quota' },
    });
    assert.deepEqual(await files(), before, 'and what is there stays');
    await context.sites.change('acme', { settings: { recordings: { quota: 0 } } });
    assert.equal((await part(host, key, [0, 0], bytes('x'.repeat(1_500_000)))).status, 204);
  });

  test('refuses what is no part', async () => {
    const { key, host } = await recorded();
    const before = await files();
    assert.deepEqual((await part(host, key, [0, 0], Buffer.from('<html>'))).told, { why: 'kind' });
    assert.deepEqual((await part(host, key, [0, 0], Buffer.alloc(0))).told, { why: 'empty' });
    assert.deepEqual((await part(host, key, [0, 0], Buffer.alloc(17 * 1024 * 1024, 1))).told, {
      why: 'large',
    });
    assert.equal((await part(host, key, [1, 0], bytes('no such segment'))).status, 410);
    assert.equal((await part(host, key, [0, 0], bytes('form'), { type: 'text/plain' })).status, 400);
    for (const wrong of ['-1', '../1', '1e3', '0x1', '', 'NaN', '9'.repeat(20), '%2e%2e']) {
      assert.ok([400, 409, 410].includes((await part(host, key, [wrong, 0], bytes('path'))).status), wrong);
      assert.ok([400, 409, 410].includes((await part(host, key, [0, wrong], bytes('path'))).status), wrong);
    }
    for (const TYPE of [
      'text/html',
      'video/webm;codecs=<script>',
      `video/webm;codecs=${'a'.repeat(200)}`,
      '',
    ]) {
      assert.equal((await does(host, key, 'SEGMENT', { TYPE })).status, 410, TYPE);
    }
    for (const body of [
      '',
      'no JSON',
      '[]',
      '{}',
      `{"MK":"${key}"}`,
      `{"MK":${key}}`,
      `{"MK":${key},"DO":"DROP"}`,
    ]) {
      assert.equal((await send(host, '/acme/recording.php', 'application/json', body)).status, 400, body);
    }
    assert.equal((await host.get('/acme/recording.php', { MK: key })).status, 400);
    assert.deepEqual(await files(), before);
  });

  test('ends with the run, and with the stay that records', async () => {
    const { context } = shared();
    const stateOf = async (id = '') => (await context.roomRecordings.find(id))?.state;
    const one = await recorded();
    const first = await running(one.key);
    await part(one.host, one.key, [0, 0], bytes('something'));
    await one.host.post('/acme/room.php', { MK: one.key, DO: 'END' });
    await context.events.drain();
    assert.equal(await stateOf(first?.publicId), 'STOPPED');
    const other = await recorded();
    const second = await running(other.key);
    await other.host.post('/acme/room.php', { MK: other.key, DO: 'LEAVE' });
    await context.events.drain();
    assert.equal(await stateOf(second?.publicId), 'FAILED', 'nothing has come of it');
    assert.equal((await seenBy(other.guest, other.key)).recording, undefined);
  });

  test('goes on when its recorder was lost and comes back, and ends when they do not', async () => {
    const { context, clock } = shared();
    const { key, host, guest } = await recorded();
    const recording = await running(key);
    await part(host, key, [0, 0], bytes('first'));
    const acme = await context.sites.required('acme');
    const people = (await context.live.state(acme, Number(key)))?.people ?? [];
    assert.equal(people.length, 2);
    // The guest's browser is there, the host's is not.
    for (let seconds = 0; seconds < 100; seconds += 10) {
      clock.advance({ seconds: 10 });
      await guest.get('/acme/room.php', { MK: key });
      await context.live.sweep();
      await context.events.drain();
      await context.roomRecordings.sweep();
      if (seconds === 50) assert.equal((await running(key))?.state, 'RECORDING');
    }
    assert.equal(await running(key), undefined);
    assert.equal((await context.roomRecordings.find(recording?.publicId ?? ''))?.state, 'STOPPED');
  });

  test('is stopped by another host, and its last parts still come', async () => {
    const { key, host } = await recorded();
    const recording = await running(key);
    await part(host, key, [0, 0], bytes('first'));
    await shared().person({ webExId: 'alternate', email: 'alternate@acme.com' });
    await shared().ok(
      'attendee.CreateMeetingAttendee',
      `<person><name>Anna Alternate</name><email>alternate@acme.com</email><type>VISITOR</type></person><role>HOST</role><sessionKey>${key}</sessionKey>`,
      HOST,
    );
    const alternate = await begin(shared(), key, 'alternate');
    assert.equal((await seenBy(alternate, key)).mayRecord, true);
    assert.equal((await does(alternate, key, 'STOP')).status, 204);
    assert.equal((await seenBy(alternate, key)).recording, undefined);
    assert.equal((await part(host, key, [0, 1], Buffer.from('last'))).status, 204);
    assert.equal((await does(host, key, 'SEGMENT', { TYPE: WEBM })).status, 410);
    assert.equal((await does(host, key, 'DONE')).status, 204);
    assert.equal((await shared().context.roomRecordings.find(recording?.publicId ?? ''))?.state, 'STOPPED');
  });
});
