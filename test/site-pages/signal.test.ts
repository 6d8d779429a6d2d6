import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import type { Visitor } from '../browser/visitor.ts';
import { Visitor as NewVisitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { begin, meeting } from '../url-api/portal.ts';

/** What pages of rooms post to each other, in the hands of those who are in no room, in another one, or too eager. */

const SDP = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';
const OFFER = { kind: 'description', attempt: 'a', type: 'offer', sdp: SDP };

const CANDIDATE = {
  kind: 'candidate',
  attempt: 'a',
  candidate: 'candidate:1 1 udp 1 192.0.2.1 4000 typ host',
};

forProtocol('signal.php', (open) => {
  const shared = sharedSite(open);

  interface Post {
    readonly type?: string;
    readonly path?: string;
  }

  async function post(
    by: Visitor,
    body: object | string,
    { type = 'application/json', path = '/acme/signal.php' }: Post = {},
  ) {
    const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(shared().url + path, {
      method: 'POST',
      headers: { 'Content-Type': type, Cookie: cookie },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    assert.doesNotMatch(await answer.text(), /\bat .*\.ts:\d/);
    return answer.status;
  }

  async function room() {
    const { key, password: PW } = await meeting(shared());
    const host = await begin(shared(), key);
    const guest = new NewVisitor(shared().url);
    await guest.get('/acme/m.php', { AT: 'JM', MK: key, AN: 'Ann', AE: `ann${key}@example.com`, PW });
    const idOf = async (visitor: Visitor) => {
      const content = pageOf(await visitor.get('/acme/room.php', { MK: key }))?.content;
      assert.ok(content?.page === 'room');
      return content.media.you;
    };
    return { MK: Number(key), key, host, guest, hostID: await idOf(host), guestID: await idOf(guest) };
  }

  const waiting = async (MK: number, publicID: string) => {
    const { context } = shared();
    const site = await context.sites.required('acme');
    const stay = (await context.live.state(site, MK))?.people.find(({ publicId }) => publicId === publicID);
    assert.ok(stay);
    return context.signals.after(stay, 0);
  };

  test('takes a signal to one, or to all, from somebody of the room', async () => {
    const { MK, host, guest, hostID, guestID } = await room();
    assert.equal(await post(host, { MK, to: guestID, signal: OFFER }), 204);
    assert.equal(await post(guest, { MK, signal: { kind: 'hello' } }), 204);
    assert.deepEqual(
      (await waiting(MK, guestID)).map(({ from, signal }) => ({ from, signal })),
      [{ from: hostID, signal: OFFER }],
    );
    assert.deepEqual(
      (await waiting(MK, hostID)).map(({ from, signal }) => ({ from, signal })),
      [{ from: guestID, signal: { kind: 'hello' } }],
    );
    // The page begins anew, and with it what is said to it.
    await guest.get('/acme/room.php', { MK: String(MK) });
    assert.deepEqual(await waiting(MK, guestID), []);
  });

  test('is nothing to strangers, to those of another room, and to those who have left', async () => {
    const [one, other] = [await room(), await room()];
    const signal = { kind: 'hello' };
    assert.equal(await post(new NewVisitor(shared().url), { MK: one.MK, to: one.hostID, signal }), 204);
    assert.equal(await post(other.guest, { MK: one.MK, to: one.hostID, signal }), 204);
    // Whoever is named beside one's own room gets nothing.
    assert.equal(await post(other.guest, { MK: other.MK, to: one.hostID, signal }), 204);
    assert.equal(
      await post(one.guest, { MK: one.MK, to: one.hostID, signal }, { path: '/acme-basic/signal.php' }),
      204,
    );
    await one.host.post('/acme/room.php', { MK: one.key, DO: 'EXPEL', PERSON: one.guestID });
    assert.equal(await post(one.guest, { MK: one.MK, to: one.hostID, signal }), 204);
    assert.deepEqual(await waiting(one.MK, one.hostID), []);
  });

  test('knows nobody of an earlier run, whatever they kept of it', async () => {
    const { MK, key, host, guest, hostID } = await room();
    await host.post('/acme/room.php', { MK: key, DO: 'END' });
    const again = await begin(shared(), key);
    const content = pageOf(await again.get('/acme/room.php', { MK: key }))?.content;
    assert.ok(content?.page === 'room' && content.media.you !== hostID);
    const { you } = content.media;
    for (const to of [you, hostID, undefined]) {
      assert.equal(await post(guest, { MK, to, signal: { kind: 'hello' } }), 204);
    }
    assert.equal(await post(guest, { MK, sends: { camera: true } }), 204);
    assert.deepEqual(await waiting(MK, you), []);
  });

  test('lets a page say only of its own stay that it goes, and only while it is the last one', async () => {
    const { MK, key, host, guest, guestID } = await room();
    const { context, clock } = shared();
    const acme = await context.sites.required('acme');
    const page = pageOf(await guest.get('/acme/room.php', { MK: key }))?.content;
    assert.ok(page?.page === 'room');
    assert.equal(await post(guest, { MK, going: page.media.page - 1 }), 204);
    assert.equal(await post(host, { MK, to: guestID, going: page.media.page }), 204);
    await host.get('/acme/room.php', { MK: key });
    const here = async () => (await context.live.state(acme, MK))?.people.length;
    clock.advance({ seconds: 4 });
    assert.equal(await here(), 2);
    assert.equal(await post(guest, { MK, going: page.media.page }), 204);
    clock.advance({ seconds: 4 });
    assert.equal(await here(), 1);
  });

  test('refuses what is no signal, whoever sends it', async () => {
    const { MK, host, guest, guestID } = await room();
    for (const body of [
      '',
      'no JSON',
      '[]',
      '{}',
      { MK: String(MK) },
      { MK, to: 1, signal: { kind: 'hello' } },
      { MK, to: guestID, signal: { ...OFFER, sdp: 'v=0\n<script>' } },
      { MK, to: guestID, signal: 'hello' },
      { MK, signal: { kind: 'bye' } },
      { MK, to: guestID, signal: { kind: 'description', attempt: 'a', type: 'rollback', sdp: SDP } },
      { MK, to: guestID, signal: { ...OFFER, sdp: `${SDP}a=x\na=y\r\n` } },
      { MK, to: guestID, signal: { ...CANDIDATE, candidate: `${CANDIDATE.candidate}\r\na=x` } },
      {
        MK,
        to: guestID,
        signal: { ...CANDIDATE, candidate: CANDIDATE.candidate.replace('192.0.2.1', 'intranet') },
      },
      { MK, going: 'soon' },
      { MK, going: 1e99 },
      { MK, sends: { microphone: 'yes' } },
      { MK, sends: { host: true } },
    ]) {
      assert.equal(await post(host, body), 400, JSON.stringify(body));
    }
    assert.equal(
      await post(host, { MK, to: guestID, signal: { ...OFFER, sdp: `v=0\r\n${'a=x\r\n'.repeat(300_000)}` } }),
      413,
    );
    // What a form of another site's page could send is not read.
    assert.equal(await post(host, { MK, signal: { kind: 'hello' } }, { type: 'text/plain' }), 400);
    assert.equal((await guest.get('/acme/signal.php', { MK: String(MK) })).status, 400);
    assert.deepEqual(await waiting(MK, guestID), []);
  });

  test('lets nobody send more than a room needs', async () => {
    const { MK, host, guest, hostID } = await room();
    const answers = await Promise.all(
      Array.from({ length: 260 }, () => post(guest, { MK, to: hostID, signal: { kind: 'hello' } })),
    );
    assert.equal(answers.filter((status) => status === 204).length, 200);
    assert.equal(answers.filter((status) => status === 429).length, 60);
    assert.equal(await post(host, { MK, signal: { kind: 'hello' } }), 204, 'the others go on');
  });

  test('lets nobody react more than a few times a second', async () => {
    const { MK, host, guest, hostID } = await room();
    const applause = { MK, signal: { kind: 'reaction', reaction: 'clap' } };
    const answers = await Promise.all(Array.from({ length: 9 }, () => post(guest, applause)));
    assert.equal(answers.filter((status) => status === 204).length, 6);
    assert.equal(answers.filter((status) => status === 429).length, 3);
    const seen = (await waiting(MK, hostID)).map(({ signal }) => signal);
    assert.deepEqual(seen, Array(6).fill({ kind: 'reaction', reaction: 'clap' }));
    assert.equal(await post(guest, { MK, to: hostID, signal: { kind: 'hello' } }), 204, 'signals go on');
    assert.equal(await post(host, { MK, signal: { kind: 'reaction', reaction: '<b>' } }), 400);
  });

  test('shows no more pictures than may be, however many begin at once', async () => {
    const { MK, key, host, guest } = await room();
    const PW = 'pass-w0rd';
    const more = Array.from({ length: 4 }, () => new NewVisitor(shared().url));
    for (const [at, visitor] of more.entries()) {
      await visitor.get('/acme/m.php', { AT: 'JM', MK: key, AN: `Bo ${at}`, AE: `bo${at}@example.com`, PW });
    }
    await Promise.all([host, guest, ...more].map((by) => post(by, { MK, sends: { camera: true } })));
    const acme = await shared().context.sites.required('acme');
    const people = (await shared().context.live.state(acme, MK))?.people ?? [];
    assert.equal(people.length, 6);
    assert.equal(people.filter(({ sends }) => sends.camera).length, 4);
  });

  test('says what somebody sends, as far as the session lets them', async () => {
    const site = shared();
    const { MK, key, host, guest, guestID } = await room();
    const sendsOf = async (id: string) => {
      const acme = await site.context.sites.required('acme');
      const state = await site.context.live.state(acme, MK);
      return state?.people.find(({ publicId }) => publicId === id)?.sends;
    };
    const all = { microphone: true, camera: true, screen: true, hand: true };
    assert.equal(await post(guest, { MK, sends: all }), 204);
    assert.deepEqual(await sendsOf(guestID), all);
    await host.post('/acme/room.php', { MK: key, DO: 'MUTEALL' });
    await host.post('/acme/room.php', { MK: key, DO: 'UNSHARE', PERSON: guestID });
    assert.deepEqual(await sendsOf(guestID), { ...all, microphone: false, screen: false });
    // A guest turns nobody off.
    const hostID = pageOf(await host.get('/acme/room.php', { MK: key }))?.content;
    assert.ok(hostID?.page === 'room');
    await post(host, { MK, sends: { microphone: true } });
    assert.equal(
      (await guest.post('/acme/room.php', { MK: key, DO: 'MUTE', PERSON: hostID.media.you })).status,
      403,
    );
    assert.equal((await sendsOf(hostID.media.you))?.microphone, true);

    const silent = await meeting(
      site,
      'hostid',
      '<enableOptions><voip>false</voip><audioVideo>false</audioVideo><multiVideo>false</multiVideo>' +
        '<desktopShare>false</desktopShare><applicationShare>false</applicationShare></enableOptions>',
    );
    await begin(site, silent.key);
    const ann = new NewVisitor(site.url);
    await ann.get('/acme/m.php', {
      AT: 'JM',
      MK: silent.key,
      AN: 'Ann',
      AE: 'ann@example.com',
      PW: silent.password,
    });
    // Their browser is told, so that what nobody is shown goes off.
    assert.equal(await post(ann, { MK: Number(silent.key), sends: all }), 200);
    const acme = await site.context.sites.required('acme');
    const state = await site.context.live.state(acme, Number(silent.key));
    assert.deepEqual(state?.people.find(({ name }) => name === 'Ann')?.sends, {
      microphone: false,
      camera: false,
      screen: false,
      hand: true,
    });
  });
});
