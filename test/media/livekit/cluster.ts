/** Two processes of Parlance on one PostgreSQL and two nodes of LiveKit on one Redis, which carry one room. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { liveKitApi } from '../../../src/media/livekit/livekit-api.ts';
import { personOf, recorderIdentity } from '../../../src/media/livekit/livekit-names.ts';
import { liveKitSettings } from '../../../src/media/livekit/livekit-settings.ts';
import { liveKitTokens } from '../../../src/media/livekit/livekit-tokens.ts';
import { scheduled, waysTo } from '../../journeys/people.ts';
import { type Balancer, startBalancer } from '../../support/balancer.ts';
import { LIVEKIT_KEY, startLiveKit } from '../../support/livekit.ts';
import { serve } from '../../support/process.ts';
import { RealClock } from '../../support/real-clock.ts';
import { startRedis } from '../../support/redis.ts';
import { HOST, INSTALLATION_KEY, startSite } from '../../support/site.ts';

const SECRET = 'a secret that the whole cluster knows';

interface Programs {
  readonly liveKit: string;
  readonly redis: string;
}

interface Databases {
  /** Gives the URL of a new one. */
  fresh(): Promise<string>;
  open(url: string): Promise<Parameters<typeof startSite>[0]>;
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

export async function startCluster(programs: Programs, { fresh, open }: Databases) {
  await using stack = new AsyncDisposableStack();
  const redis = stack.use(await startRedis(programs.redis));
  const options = { redis: redis.address, secret: SECRET };
  const first = stack.use(await startLiveKit(programs.liveKit, options));
  const [idOfFirst] = await redis.ask('HKEYS', 'nodes');
  const second = stack.use(await startLiveKit(programs.liveKit, options));
  const liveKit = { livekitKey: LIVEKIT_KEY, livekitSecret: SECRET };
  const database = await fresh();
  const site = stack.use(
    await startSite(await open(database), {
      clock: new RealClock(),
      settings: { ...liveKit, media: `livekit+${first.url},livekit+${second.url}` },
    }),
  );
  const other = stack.use(
    await serve(['--port', '0'], {
      env: {
        PARLANCE_DATABASE: database,
        PARLANCE_SECRET: INSTALLATION_KEY.toString(),
        PARLANCE_MEDIA: `livekit+${second.url},livekit+${first.url}`,
        PARLANCE_LIVEKIT_KEY: LIVEKIT_KEY,
        PARLANCE_LIVEKIT_SECRET: SECRET,
      },
    }),
  );
  const atFirst = stack.use(await startBalancer([site.url, other.url]));
  const atOther = stack.use(await startBalancer([other.url, site.url]));
  const settings = liveKitSettings({ ...site.context.settings }, INSTALLATION_KEY);
  assert.ok(settings);
  const tokens = liveKitTokens(settings, Date.now);
  const api = liveKitApi(settings, tokens, Date.now);

  const key = await scheduled(site);
  const owned = stack.move();
  return {
    site,
    key,

    /** The host's way, which leads to the first process while that is there. */
    async hostWay(): Promise<string> {
      const answer = await site.ok('meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`, HOST);
      return through(atFirst, answer.value('hostMeetingURL'));
    },

    /** Somebody else's, which leads to the other process while that is there. */
    async way(name: string): Promise<string> {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
      const who = `<attendeeName>${name}</attendeeName><attendeeEmail>${email}</attendeeEmail>`;
      return through(atOther, (await waysTo(site, key, who)).join);
    },

    /** The other process, as a machine that dies. */
    async killOther(): Promise<void> {
      other.signal('SIGKILL');
      await other.ended;
    },

    /** The node that holds the room. */
    async killNode(): Promise<void> {
      const [room = ''] = await redis.ask('HKEYS', 'room_node_map');
      const [holder] = await redis.ask('HGET', 'room_node_map', room);
      assert.ok(holder);
      await (holder === idOfFirst ? first : second).kill();
    },

    /** Who is in the room by the rows, by name: their publicId. */
    async people(): Promise<ReadonlyMap<string, string>> {
      const state = await site.context.live.state(await acme(), Number(key));
      return new Map(state?.people.map(({ name, publicId }) => [name, publicId]));
    },

    /** Whom LiveKit has, once for each connection. */
    async atLiveKit(): Promise<readonly string[]> {
      const rooms = await Promise.all((await api.rooms()).map((room) => api.participants(room)));
      return rooms.flatMap((there) => there ?? []).map(({ identity }) => personOf(identity));
    },

    /**
     * What LiveKit tells somebody who comes in by one of the nodes that are left, and of whom nobody hears: bytes, with
     * the identities of all who are there.
     */
    async toldToNewcomer(): Promise<string> {
      for (;;) {
        const [room = ''] = await api.rooms();
        const token = await tokens.record(room, recorderIdentity(Date.now()));
        for (const node of api.nodes.inTurn()) {
          const told = await firstWord(node, token);
          if (told !== undefined) return told;
        }
        await pause(100);
      }
    },

    /** Ends the meeting. @returns everybody who was there, once for each stay */
    async history(): Promise<readonly { name: string; joined: number; left: number }[]> {
      await site.context.live.end(await acme(), Number(key));
      const answer = await site.ok(
        'history.LstmeetingattendeeHistory',
        `<meetingKey>${key}</meetingKey>`,
        HOST,
      );
      const texts = (name: string) => answer.texts(`meetingAttendeeHistory/${name}`);
      const [joined, left] = [texts('joinTime'), texts('leaveTime')];
      return texts('name').map((name, at) => ({
        name,
        joined: Date.parse(joined[at] ?? ''),
        left: Date.parse(left[at] ?? ''),
      }));
    },

    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };

  function acme() {
    return site.context.sites.required('acme');
  }
}

/** The same address by what stands before the processes. */
function through({ url }: Balancer, address = ''): string {
  const { pathname, search } = new URL(address);
  return url + pathname + search;
}

/** Nothing when it does not let them in. */
async function firstWord(node: string, token: string): Promise<string | undefined> {
  const query = new URLSearchParams({ access_token: token, protocol: '15', sdk: 'js', version: '2.23.0' });
  const socket = new WebSocket(`${node.replace('http', 'ws')}/rtc?${query}`);
  socket.binaryType = 'arraybuffer';
  try {
    return await new Promise((resolve) => {
      socket.addEventListener('message', ({ data }) => resolve(Buffer.from(data).toString('latin1')));
      socket.addEventListener('close', () => resolve(undefined));
      socket.addEventListener('error', () => resolve(undefined));
    });
  } finally {
    socket.close();
  }
}
