import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { liveKitApi } from '../../../src/media/livekit/livekit-api.ts';
import { identityOf, roomNameOf } from '../../../src/media/livekit/livekit-names.ts';
import { liveKitSettings } from '../../../src/media/livekit/livekit-settings.ts';
import { liveKitTokens } from '../../../src/media/livekit/livekit-tokens.ts';
import type { Site } from '../../../src/sites/site.ts';
import { scheduled } from '../../journeys/people.ts';
import { forSqlite } from '../../support/databases.ts';
import { findLiveKit, LIVEKIT_KEY, type LiveKitNode, startLiveKit } from '../../support/livekit.ts';
import { startSite, TestClock, type TestSite } from '../../support/site.ts';

/** Tokens that were good once, and whoever uses them: without a browser, by LiveKit's signalling as it is. */

const found = await findLiveKit();
const SECRET = 'a secret of the cluster, long enough';
const INSTALLATION = Buffer.from('the key of an installation in a test');

/** A connection as the client of LiveKit begins one. */
class Connection {
  readonly #socket: WebSocket;
  /** Resolves when LiveKit has let it in, and rejects when it has not. */
  readonly inside: Promise<void>;
  readonly gone: Promise<void>;

  constructor(url: string, token: string) {
    const query = new URLSearchParams({ access_token: token, protocol: '15', sdk: 'js', version: '2.23.0' });
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/rtc?${query}`);
    const socket = this.#socket;
    this.inside = new Promise((resolve, reject) => {
      socket.addEventListener('message', () => resolve(), { once: true });
      socket.addEventListener('close', () => reject(new Error('not let in')), { once: true });
    });
    this.inside.catch(() => {});
    this.gone = new Promise((resolve) => socket.addEventListener('close', () => resolve(), { once: true }));
  }

  close(): void {
    this.#socket.close();
  }
}

if ('reason' in found) {
  describe('attacks on rooms by LiveKit', { skip: found.reason }, () => {});
} else {
  const { binary } = found;
  forSqlite('attacks on rooms by LiveKit', (open) => {
    let node: LiveKitNode | undefined;
    let site: TestSite;
    let acme: Site;
    let port = 0;
    // LiveKit has a clock of its own, which goes on.
    const clock = new TestClock(Date.now());
    beforeEach(() => clock.turnTo(Date.now()));
    const nodeUrl = () => `http://127.0.0.1:${port}`;
    const liveKit = () => {
      const settings = liveKitSettings({ ...site.context.settings }, INSTALLATION);
      assert.ok(settings);
      return settings;
    };

    before(async () => {
      const reserved = createServer().listen(0, '127.0.0.1');
      await once(reserved, 'listening');
      const address = reserved.address();
      port = typeof address === 'object' && address ? address.port : 0;
      await once(reserved.close(), 'close');
      // LiveKit is away while the site starts.
      site = await startSite(await open(), {
        clock,
        settings: { media: `livekit+${nodeUrl()}`, livekitKey: LIVEKIT_KEY, livekitSecret: SECRET },
      });
      acme = await site.context.sites.required('acme');
    });
    after(async () => {
      await site.close();
      await node?.[Symbol.asyncDispose]();
    });

    /** Somebody in a room, as the pages let them in. */
    async function enters(key: string, name: string, isHost = false) {
      const { context } = site;
      const session = await context.sessions.required(acme, Number(key));
      const place = { kind: 'session' as const, session };
      return context.live.enter(acme, place, { name, email: `${name}@example.com`, isHost });
    }

    async function granted(key: string, publicId: string): Promise<string> {
      clock.turnTo(Date.now());
      const { context } = site;
      const state = await context.live.state(acme, Number(key));
      const stay = state?.people.find((one) => one.publicId === publicId);
      assert.ok(state && stay);
      const { run: id, startedAt, breakouts } = state;
      const run = { site: acme, sessionKey: Number(key), id, startedAt, breakouts };
      const rights = { microphone: true, camera: true, screen: true };
      const grant = await context.media.grant({ stay, rights }, run);
      assert.ok(grant.engine === 'livekit');
      return grant.token;
    }

    const connect = (token: string) => new Connection(`${site.url}/livekit`, token);
    /** By an address of LiveKit's own, where that can be reached. */
    const connectDirectly = (token: string) => new Connection(nodeUrl(), token);

    test('a room goes on while LiveKit is away, and has sound when it is back', async () => {
      const key = await scheduled(site);
      const { stay } = await enters(key, 'Holly', true);
      const early = await granted(key, stay.publicId);
      await assert.rejects(connect(early).inside);
      node = await startLiveKit(binary, {
        port,
        secret: SECRET,
        webhook: `${site.url}/livekit/webhook`,
      });
      await site.context.steward.lookAtAll();
      const holly = connect(await granted(key, stay.publicId));
      await holly.inside;
      // And it is lost again with the node, and comes with the next one.
      await node.kill();
      await holly.gone;
      node = await startLiveKit(binary, { port, secret: SECRET, webhook: `${site.url}/livekit/webhook` });
      const again = connect(await granted(key, stay.publicId));
      await again.inside;
      again.close();
      await site.context.live.end(acme, Number(key));
    });

    /** A meeting with its host and one more, both connected. */
    async function meets() {
      const key = await scheduled(site);
      const host = await enters(key, 'Holly', true);
      const { stay } = await enters(key, 'Mallory');
      const token = await granted(key, stay.publicId);
      const inside = connect(token);
      await inside.inside;
      return { key, host, mallory: { stay, token, inside } };
    }

    test('whoever is removed is put out, and does not stay in with the token that they keep', async () => {
      const { key, mallory } = await meets();
      await site.context.live.expel(acme, Number(key), mallory.stay.publicId);
      await mallory.inside.gone;
      // We let nobody through who is not in the room.
      await assert.rejects(connect(mallory.token).inside);
      // LiveKit itself lets the token in; our next look is the end.
      const back = connectDirectly(mallory.token);
      await back.inside;
      await site.context.steward.lookAtAll();
      await back.gone;
      assert.deepEqual(await identities(key), []);
      await site.context.live.end(acme, Number(key));
    });

    test('an identity that nobody was granted, and an older one of somebody, are put out', async () => {
      const { key, mallory } = await meets();
      const { publicId } = mallory.stay;
      const rights = { microphone: true, camera: true, screen: true };
      const forged = await tokens().join(await roomOf(key), identityOf('nobody', Date.now()), rights);
      await assert.rejects(connect(forged).inside);
      const stranger = connectDirectly(forged);
      await stranger.inside;
      await site.context.steward.lookAtAll();
      await stranger.gone;
      const newer = connect(await granted(key, publicId));
      await newer.inside;
      await site.context.steward.lookAtAll();
      await mallory.inside.gone;
      assert.equal((await identities(key)).length, 1);
      newer.close();
      await site.context.live.end(acme, Number(key));
    });

    test('a token opens no other room, no room of an earlier run, and nothing after its time', async () => {
      const { key, mallory } = await meets();
      const room = await roomOf(key);
      await site.context.live.end(acme, Number(key));
      await mallory.inside.gone;
      await assert.rejects(connect(mallory.token).inside);
      const { stay } = await enters(key, 'Holly', true);
      await granted(key, stay.publicId);
      assert.notEqual(await roomOf(key), room);
      await assert.rejects(connect(mallory.token).inside);
      const rights = { microphone: true, camera: true, screen: true };
      const hourAgo = liveKitTokens(liveKit(), () => Date.now() - 3_600_000);
      const old = await hourAgo.join(await roomOf(key), identityOf(stay.publicId, Date.now()), rights);
      await assert.rejects(connect(old).inside);
      await site.context.live.end(acme, Number(key));
    });

    test('who waits, and who is in no room, is granted nothing', async () => {
      const { key } = await meets();
      const answer = await fetch(`${site.url}/acme/grant.php`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ MK: Number(key) }),
      });
      assert.equal(answer.status, 204);
      await site.context.live.end(acme, Number(key));
    });

    test('what is posted in the name of LiveKit and is not its word is not heard', async () => {
      const body = JSON.stringify({ id: 'EV_forged', event: 'room_finished', room: { name: 'x' } });
      const post = (headers: Readonly<Record<string, string>>) =>
        fetch(`${site.url}/livekit/webhook`, { method: 'POST', headers, body });
      assert.equal((await post({})).status, 401);
      assert.equal((await post({ Authorization: await tokens().call({ roomAdmin: true }) })).status, 401);
      const large = await fetch(`${site.url}/livekit/webhook`, { method: 'POST', body: 'x'.repeat(300_000) });
      assert.equal(large.status, 413);
    });

    test('nothing else of LiveKit is reached through the site', async () => {
      for (const path of [
        '/livekit/twirp/livekit.RoomService/ListRooms',
        '/livekit/',
        '/livekit/rtc/../metrics',
      ]) {
        const answer = await fetch(site.url + path, { redirect: 'manual' });
        assert.equal(answer.status, 404, path);
      }
    });

    test('a right that is taken away is taken away at LiveKit', async () => {
      const { key, mallory } = await meets();
      const api = liveKitApi(liveKit(), tokens(), Date.now);
      await site.context.live.rule(acme, Number(key), { unmute: false, share: false }, { fits: () => ({}) });
      await site.context.steward.lookAtAll();
      const [there] = (await api.participants(await roomOf(key))) ?? [];
      assert.deepEqual(there?.sources, ['camera']);
      mallory.inside.close();
      await site.context.live.end(acme, Number(key));
    });

    test('whoever is in another breakout room is put out of the one before, and does not stay with its token', async () => {
      const { live, steward } = site.context;
      const { key, host, mallory } = await meets();
      const { breakouts } = live;
      const put = (breakout: number) => breakouts.put(acme, Number(key), mallory.stay.publicId, { breakout });
      await breakouts.open(acme, Number(key), { rooms: 2, size: 0 });
      await put(1);
      await mallory.inside.gone;
      await assert.rejects(connect(mallory.token).inside);
      const back = connectDirectly(mallory.token);
      await back.inside;
      await steward.lookAtAll();
      await back.gone;
      // The host's room is not theirs, and theirs is not the host's.
      const inFirst = await granted(key, mallory.stay.publicId);
      const first = connect(inFirst);
      await first.inside;
      assert.deepEqual(await identities(key), []);
      const main = connect(await granted(key, host.stay.publicId));
      await main.inside;
      assert.equal((await identities(key)).length, 1);
      // A breakout room ends with whoever lingers in it.
      await breakouts.close(acme, Number(key));
      await assert.rejects(connect(inFirst).inside);
      await steward.lookAtAll();
      await first.gone;
      main.close();
      await live.end(acme, Number(key));
    });

    const tokens = () => liveKitTokens(liveKit(), Date.now);

    async function roomOf(key: string): Promise<string> {
      const state = await site.context.live.state(acme, Number(key));
      assert.ok(state);
      const { run: id, startedAt } = state;
      return roomNameOf(liveKit().prefix, { sessionKey: Number(key), id, startedAt });
    }

    /** Who is connected, by LiveKit's word. */
    async function identities(key: string): Promise<readonly string[]> {
      const api = liveKitApi(liveKit(), tokens(), Date.now);
      return ((await api.participants(await roomOf(key))) ?? []).map(({ identity }) => identity);
    }
  });
}
