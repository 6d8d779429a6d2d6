import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/database/database.ts';
import { liveKitApi } from '../../src/media/livekit/livekit-api.ts';
import { personOf } from '../../src/media/livekit/livekit-names.ts';
import { liveKitSettings } from '../../src/media/livekit/livekit-settings.ts';
import { liveKitTokens } from '../../src/media/livekit/livekit-tokens.ts';
import { openPhone } from '../../src/phone/phone.ts';
import { every, systemTimers, type Timers } from '../../src/phone/timers.ts';
import { scheduled } from '../journeys/people.ts';
import { forSqlite } from '../support/databases.ts';
import { findLiveKit, LIVEKIT_KEY, startLiveKit } from '../support/livekit.ts';
import { RealClock } from '../support/real-clock.ts';
import { redisServer, startRedis } from '../support/redis.ts';
import { INSTALLATION_KEY, startSite, type TestSite } from '../support/site.ts';
import { Softphone } from './softphone.ts';

/** Two callers in a room of LiveKit, each with a tone of their own: whatever happens to the room, they come back or it ends. */

const found = await findLiveKit();
const SECRET = 'a secret that every node knows, long enough';
const OF_HOST = 1_250;
const OF_GUEST = 1_700;
/** What they hear when they wait, and when they are in again. */
const WAITING = 440;
const JOINED = 880;

const GUEST = '1002';

async function startSiteAt(database: Database, nodes: readonly string[]): Promise<TestSite> {
  const media = nodes.map((url) => `livekit+${url}`).join();
  const settings = { media, livekitKey: LIVEKIT_KEY, livekitSecret: SECRET };
  return startSite(database, { clock: new RealClock(), settings });
}

/** LiveKit's own word of a site's rooms. */
function apiOf({ context }: TestSite) {
  const settings = liveKitSettings({ ...context.settings }, INSTALLATION_KEY);
  assert.ok(settings);
  return liveKitApi(settings, liveKitTokens(settings, Date.now), Date.now);
}

/** Both are in the room and hear each other. */
async function conversation(site: TestSite, range: number, timers: Timers = systemTimers) {
  const { context, log } = site;
  const phone = await openPhone({
    context,
    timers,
    settings: {
      listen: { address: '127.0.0.1', port: 0 },
      proxies: '127.0.0.1',
      ports: { from: range, to: range + 9 },
      calls: 4,
      prompts: '',
    },
  });
  const key = Number(await scheduled(site));
  const acme = await context.sites.required('acme');
  const session = await context.sessions.required(acme, key);
  const { hostKey } = (await context.sessions.withDocument(session)).document;
  const host = await Softphone.open(phone.endpoint);
  const guest = await Softphone.open(phone.endpoint);
  let said = 0;
  const stop = every(systemTimers, 20, () => {
    host.say(OF_HOST, said);
    guest.say(OF_GUEST, said++);
  });
  await host.call({ to: `${key}@acme.example.com`, from: '<sip:1001@pbx>' });
  host.press(`${hostKey}*`);
  await guest.call({ to: `${key}@acme.example.com`, from: `<sip:${GUEST}@pbx>` });
  const bothHear = () => Promise.all([host.hears(OF_GUEST), guest.hears(OF_HOST)]);
  await bothHear();
  const api = apiOf(site);
  return {
    host,
    guest,
    bothHear,
    api,
    /** The guest, as LiveKit has them now. */
    async atLiveKit() {
      const state = await context.live.state(acme, key);
      const stay = state?.people.find(({ name }) => name === GUEST);
      for (const room of await api.rooms()) {
        const all = (await api.participants(room)) ?? [];
        const one = all.findLast(({ identity }) => personOf(identity) === stay?.publicId);
        if (one) return { room, ...one };
      }
      throw new Error('the guest is not at LiveKit');
    },
    losses: () => log.filter((line) => line.includes('a call has lost its room')),
    outcomes: () => log.filter((line) => line.includes('"outcome"')),
    async [Symbol.asyncDispose]() {
      stop();
      await phone.close();
      await host[Symbol.asyncDispose]();
      await guest[Symbol.asyncDispose]();
    },
  };
}

async function timed(t: TestContext, what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  t.diagnostic(`${what}: ${Math.round(performance.now() - began)} ms until both hear each other again`);
}

describe('A caller whose room at LiveKit is lost', {
  skip: 'reason' in found ? found.reason : false,
}, () => {
  if ('reason' in found) return;
  const { binary } = found;

  forSqlite('with one node', (open) => {
    test('comes in again when LiveKit puts them out, and speaks again when it mutes them', async (t) => {
      await using node = await startLiveKit(binary, { secret: SECRET });
      await using site = await startSiteAt(await open(), [node.url]);
      await using talk = await conversation(site, 24_300);
      const { room, identity } = await talk.atLiveKit();
      await timed(t, 'LiveKit has put a caller out', async () => {
        const back = talk.guest.hears(JOINED);
        await talk.api.remove(room, identity);
        await back;
        await talk.bothHear();
      });
      assert.match(talk.losses().join(), /LiveKit has ended it \(PARTICIPANT_REMOVED\)/);

      const before = await talk.atLiveKit();
      const [voice] = before.tracks;
      assert.ok(voice);
      await talk.api.mute(before.room, before.identity, voice.sid);
      await timed(t, 'LiveKit has muted a caller who speaks', async () => {
        const another = async () => {
          const { tracks } = await talk.atLiveKit();
          return tracks.some(({ sid, muted }) => sid !== voice.sid && !muted);
        };
        while (!(await another())) await pause(50);
        await talk.bothHear();
      });
    });

    test('comes in again when the node does', async (t) => {
      const node = await startLiveKit(binary, { secret: SECRET });
      await using site = await startSiteAt(await open(), [node.url]);
      await using talk = await conversation(site, 24_310);
      const back = Promise.all([talk.host.hears(JOINED), talk.guest.hears(JOINED)]);
      await node.kill();
      await talk.guest.hears(WAITING);
      await using again = await startLiveKit(binary, {
        secret: SECRET,
        port: Number(new URL(node.url).port),
      });
      await timed(t, `the node is back at ${again.url}`, async () => {
        await back;
        await talk.bothHear();
      });
    });

    test('comes in by another address when one takes them and says nothing', async () => {
      const silent = createServer().listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const address = silent.address();
      assert.ok(typeof address === 'object' && address);
      await using node = await startLiveKit(binary, { secret: SECRET });
      await using site = await startSiteAt(await open(), [`http://127.0.0.1:${address.port}`, node.url]);
      await using _talk = await conversation(site, 24_340);
      silent.close();
    });

    test('is told goodbye when the node does not come back', async () => {
      const node = await startLiveKit(binary, { secret: SECRET });
      await using site = await startSiteAt(await open(), [node.url]);
      let ahead = 0;
      const timers: Timers = { ...systemTimers, now: () => systemTimers.now() + ahead };
      await using talk = await conversation(site, 24_320, timers);
      await node.kill();
      let isOver = false;
      const over = Promise.all([talk.host.ended(), talk.guest.ended()]).then(() => {
        isOver = true;
      });
      while (!isOver) {
        await Promise.race([talk.guest.hears(WAITING), over]);
        ahead += 5_000;
      }
      while (talk.outcomes().length < 2) await pause(20);
      for (const line of talk.outcomes()) assert.match(line, /"outcome":"lost"/);
    });
  });

  const program = redisServer;
  forSqlite('with two nodes', (open) => {
    const skip = program === undefined ? 'no redis-server is installed here' : false;
    test('is in it again at the other node', { skip }, async (t) => {
      assert.ok(program);
      await using redis = await startRedis(program);
      const options = { redis: redis.address, secret: SECRET };
      await using first = await startLiveKit(binary, options);
      const [idOfFirst] = await redis.ask('HKEYS', 'nodes');
      await using second = await startLiveKit(binary, options);
      await using site = await startSiteAt(await open(), [first.url, second.url]);
      await using talk = await conversation(site, 24_330);
      const [room = ''] = await redis.ask('HKEYS', 'room_node_map');
      const [holder] = await redis.ask('HGET', 'room_node_map', room);
      const back = Promise.all([talk.host.hears(JOINED), talk.guest.hears(JOINED)]);
      await (holder === idOfFirst ? first : second).kill();
      await timed(t, 'the node of the room is killed', async () => {
        await back;
        await talk.bothHear();
      });
    });
  });
});
