import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { decodeJwt, SignJWT } from 'jose';
import { LiveKitAway, LiveKitRefused, liveKitApi } from '../../../src/media/livekit/livekit-api.ts';
import { liveKitProblems } from '../../../src/media/livekit/livekit-check.ts';
import { identityOf, personOf, roomNameIn, roomNameOf } from '../../../src/media/livekit/livekit-names.ts';
import { liveKitSettings } from '../../../src/media/livekit/livekit-settings.ts';
import { liveKitTokens } from '../../../src/media/livekit/livekit-tokens.ts';
import { webhookReader } from '../../../src/media/livekit/livekit-webhook.ts';
import { defaultSettings, SettingRefused } from '../../../src/settings.ts';

/** What is said to LiveKit and heard of it, word by word: against a server that writes down what it is told. */

const SECRET = 'a secret of the cluster, long enough';
const INSTALLATION = Buffer.from('the key of an installation');
const now = () => Date.now();

const settingsOf = (settings: Readonly<Record<string, string>>) =>
  liveKitSettings(
    defaultSettings({ livekitKey: 'parlance', livekitSecret: SECRET, ...settings }),
    INSTALLATION,
  );

describe('the settings of LiveKit', () => {
  test('name its nodes', () => {
    assert.equal(settingsOf({}), undefined);
    assert.deepEqual(
      settingsOf({ media: 'livekit+https://a.example/, livekit+http://10.0.0.2:7880' })?.nodes,
      ['https://a.example', 'http://10.0.0.2:7880'],
    );
  });

  for (const [what, settings, why] of [
    ['another scheme', { media: 'https://a.example' }, '--media'],
    ['a password in the address', { media: 'livekit+https://me:you@a.example' }, '--media'],
    ['no key', { media: 'livekit+https://a.example', livekitKey: '' }, '--livekit-key'],
    // LiveKit itself takes it without a word.
    ['a short secret', { media: 'livekit+https://a.example', livekitSecret: 'short' }, '--livekit-secret'],
  ] as const) {
    test(`are refused with ${what}`, () => {
      assert.throws(
        () => settingsOf(settings),
        (error) => error instanceof SettingRefused && error.message.startsWith(why),
      );
    });
  }
});

describe('names at LiveKit', () => {
  const run = { sessionKey: 123456789, id: 7, startedAt: 1_790_000_000_000 };

  test('of rooms are of one run and of one installation', () => {
    assert.deepEqual(roomNameIn('own', roomNameOf('own', run)), run);
    const breakout = { ...run, breakout: 2 };
    assert.deepEqual(roomNameIn('own', roomNameOf('own', breakout)), breakout);
    assert.equal(roomNameOf('own', { ...run, breakout: 0 }), roomNameOf('own', run));
    assert.equal(roomNameIn('own', roomNameOf('other', run)), undefined);
    assert.equal(roomNameIn('own', 'own.1.2'), undefined);
    assert.notEqual(roomNameOf('own', run), roomNameOf('own', { ...run, startedAt: run.startedAt + 1 }));
  });

  test('of people are of one grant, and later ones come behind', () => {
    const [first, second] = [identityOf('ada', 1_790_000_000_000), identityOf('ada', 1_790_000_000_001)];
    assert.ok(first < second);
    assert.equal(personOf(first), 'ada');
    assert.notEqual(identityOf('ada', 1), identityOf('ada', 1));
  });
});

describe('a token of LiveKit', () => {
  const tokens = liveKitTokens({ nodes: [], key: 'parlance', secret: SECRET, prefix: 'own' }, now);

  test('opens one room for a minute, to send what one may', async () => {
    const rights = { microphone: true, camera: false, screen: true };
    const { iss, sub, exp = 0, iat = 0, video } = decodeJwt(await tokens.join('room', 'ada.1', rights));
    assert.deepEqual({ iss, sub }, { iss: 'parlance', sub: 'ada.1' });
    assert.ok(exp - iat <= 60);
    assert.deepEqual(video, {
      room: 'room',
      roomJoin: true,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: ['microphone', 'screen_share'],
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
  });

  test('lets nobody send who may send nothing: an empty list of sources would allow all', async () => {
    const rights = { microphone: false, camera: false, screen: false };
    const { video } = decodeJwt(await tokens.join('room', 'ada.1', rights));
    assert.equal(Object(video).canPublish, false);
  });
});

describe('the API of LiveKit', () => {
  /** In place of a status: there is no answer. */
  const NEVER = 0;
  interface Heard {
    readonly method: string;
    readonly grant: unknown;
    readonly body: unknown;
  }
  const heard: Heard[] = [];
  let answers: readonly (readonly [status: number, body: unknown])[] = [];
  let fake: Server;
  let url = '';

  before(async () => {
    fake = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      const token = String(request.headers.authorization).replace('Bearer ', '');
      heard.push({
        method: String(request.url).replace('/twirp/livekit.RoomService/', ''),
        grant: decodeJwt(token).video,
        body: JSON.parse(Buffer.concat(parts).toString()),
      });
      const [[status, body] = [200, {}], ...others] = answers;
      answers = others;
      if (status === NEVER) return;
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
    fake.listen(0, '127.0.0.1');
    await once(fake, 'listening');
    url = `http://127.0.0.1:${(fake.address() as AddressInfo).port}`;
  });
  after(() => {
    fake.close();
    fake.closeAllConnections();
  });
  beforeEach(() => {
    heard.length = 0;
    answers = [];
  });

  const open = (nodes: readonly string[] = [url]) => {
    const settings = { nodes, key: 'parlance', secret: SECRET, prefix: 'own' };
    return liveKitApi(settings, liveKitTokens(settings, now), now);
  };

  test('is called by name, with a grant for that alone', async () => {
    const api = open();
    await api.create('room');
    await api.permit('room', 'ada.1', ['microphone', 'screen_share']);
    await api.permit('room', 'ada.1', []);
    await api.mute('room', 'ada.1', 'TR_1');
    await api.remove('room', 'ada.1');
    await api.end('room');
    const admin = { room: 'room', roomAdmin: true };
    const permission = { can_subscribe: true, can_publish_data: false };
    assert.deepEqual(
      heard.map(({ method, grant }) => [method, grant]),
      [
        ['CreateRoom', { roomCreate: true }],
        ['UpdateParticipant', admin],
        ['UpdateParticipant', admin],
        ['MutePublishedTrack', admin],
        ['RemoveParticipant', admin],
        ['DeleteRoom', { roomCreate: true }],
      ],
    );
    assert.deepEqual(
      heard.slice(1, 4).map(({ body }) => body),
      [
        {
          room: 'room',
          identity: 'ada.1',
          permission: {
            ...permission,
            can_publish: true,
            can_publish_sources: ['MICROPHONE', 'SCREEN_SHARE'],
          },
        },
        {
          room: 'room',
          identity: 'ada.1',
          permission: { ...permission, can_publish: false, can_publish_sources: [] },
        },
        { room: 'room', identity: 'ada.1', track_sid: 'TR_1', muted: true },
      ],
    );
  });

  test('tells who is in a room, and what they send', async () => {
    const track = { sid: 'TR_1', source: 'MICROPHONE', muted: true };
    const permission = { can_publish: true, can_publish_sources: ['MICROPHONE'] };
    answers = [
      [200, { participants: [{ identity: 'ada.1', permission, tracks: [track, { sid: 'TR_2' }] }] }],
    ];
    assert.deepEqual(await open().participants('room'), [
      {
        identity: 'ada.1',
        canPublish: true,
        sources: ['microphone'],
        tracks: [
          { sid: 'TR_1', source: 'microphone', muted: true },
          { sid: 'TR_2', source: '', muted: false },
        ],
      },
    ]);
    answers = [[404, { code: 'not_found' }]];
    assert.equal(await open().participants('room'), undefined);
  });

  test('somebody who has gone is no error', async () => {
    answers = [[404, { code: 'not_found' }]];
    assert.equal(await open().remove('room', 'ada.1'), true);
  });

  test('somebody whose node has died cannot be reached, and the node that says so is not taken for dead', async () => {
    const another = 'http://127.0.0.1:1';
    const api = open([url, another]);
    answers = [[503, { code: 'unavailable' }]];
    assert.equal(await api.remove('room', 'ada.1'), false);
    answers = [[NEVER, {}]];
    assert.equal(await api.remove('room', 'ada.1'), false);
    assert.deepEqual(api.nodes.inTurn(), [url, another]);
  });

  test('a refusal does not repeat what was said, which holds the token', async () => {
    answers = [[401, { code: 'unauthenticated', msg: 'invalid token: eyJhbGciOi' }]];
    await assert.rejects(open().create('room'), (error) => {
      assert.ok(error instanceof LiveKitRefused);
      assert.equal(error.message, 'LiveKit refused CreateRoom: 401 unauthenticated');
      return true;
    });
  });

  test('passes over a node that does not answer, and asks it last from then on', async () => {
    const gone = 'http://127.0.0.1:1';
    const api = open([gone, url]);
    await api.create('room');
    assert.deepEqual(api.nodes.inTurn(), [url, gone]);
    answers = [[503, {}]];
    await assert.rejects(open([gone, url]).create('room'), LiveKitAway);
  });
});

describe('what LiveKit posts', () => {
  const body = Buffer.from(
    JSON.stringify({ id: 'EV_1', event: 'participant_joined', room: { name: 'own.1.2.3' } }),
  );
  const settings = { nodes: [], key: 'parlance', secret: SECRET, prefix: 'own' };

  const signed = (bytes: Buffer, { secret = SECRET, issuer = 'parlance', expires = '5m' } = {}) =>
    new SignJWT({ sha256: createHash('sha256').update(bytes).digest('base64') })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setExpirationTime(expires)
      .sign(new TextEncoder().encode(secret));

  test('is heard once', async () => {
    const read = webhookReader(settings, now);
    const authorization = await signed(body);
    assert.deepEqual(await read(body, authorization), { event: 'participant_joined', room: 'own.1.2.3' });
    assert.equal(await read(body, authorization), undefined);
  });

  for (const [what, authorization] of [
    ['nothing', async () => ''],
    ["another's secret", () => signed(body, { secret: randomBytes(32).toString('hex') })],
    ["another's key", () => signed(body, { issuer: 'other' })],
    ['a signature of yesterday', () => signed(body, { expires: '-1d' })],
    ['the sum of other bytes', () => signed(Buffer.concat([body, Buffer.from(' ')]))],
    [
      'no algorithm',
      async () => {
        const [, claims] = (await signed(body)).split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
      },
    ],
  ] as const) {
    test(`is not heard with ${what}`, async () => {
      assert.equal(await webhookReader(settings, now)(body, await authorization()), undefined);
    });
  }
});

describe('the look at LiveKit when the site starts', () => {
  const secret = randomBytes(24).toString('base64url');
  const now = Date.now;

  for (const [what, status, body, says] of [
    ['nothing where all is well', 200, '{"rooms":[]}', []],
    ['that the key is another', 401, '{"code":"unauthenticated"}', [/does not take the key: --livekit-key/]],
    ['that somebody else answers', 404, '<h1>not here</h1>', [/is not LiveKit: it says 404/]],
  ] as const) {
    test(`tells ${what}`, async () => {
      const server = createServer((_request, response) => response.writeHead(status).end(body));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const tokens = liveKitTokens({ nodes: [url], key: 'parlance', secret, prefix: 'p' }, now);
      const problems = await liveKitProblems({ nodes: [url] }, tokens);
      server.close();
      assert.equal(problems.length, says.length);
      for (const [at, words] of says.entries()) assert.match(problems[at] ?? '', words);
      assert.ok(!problems.join().includes(secret));
    });
  }
});
