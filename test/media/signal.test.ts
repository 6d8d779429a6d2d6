import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signalIn } from '../../src/media/signal.ts';
import { RuleBroken } from '../../src/refusal.ts';

/** What browsers say to each other is read word by word: it goes into somebody else's browser. */

const SDP = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';
const CANDIDATE = 'candidate:1 1 udp 2122260223 192.0.2.1 49203 typ host';
const attempt = 'a1-b2';

test('a signal is read with its words alone', () => {
  assert.deepEqual(signalIn({ kind: 'hello', sdp: SDP }), { kind: 'hello' });
  assert.deepEqual(signalIn({ kind: 'reaction', reaction: 'clap', more: 1 }), {
    kind: 'reaction',
    reaction: 'clap',
  });
  const description = { kind: 'description', attempt, type: 'offer', sdp: SDP };
  assert.deepEqual(signalIn({ ...description, more: 1 }), description);
  const candidate = { kind: 'candidate', attempt, candidate: CANDIDATE, mid: '0', line: 0 };
  assert.deepEqual(signalIn({ ...candidate, __proto__: { evil: 1 } }), candidate);
  assert.deepEqual(signalIn({ kind: 'candidate', attempt, candidate: '' }), {
    ...candidate,
    candidate: '',
    mid: null,
    line: null,
  });
});

for (const [what, value] of [
  ['nothing', undefined],
  ['a text', 'hello'],
  ['a list', [{ kind: 'hello' }]],
  ['an unknown kind', { kind: 'bye' }],
  ['an unknown reaction', { kind: 'reaction', reaction: '<img src=x>' }],
  ['a reaction that is a list', { kind: 'reaction', reaction: ['clap'] }],
  ['a description of no attempt', { kind: 'description', type: 'offer', sdp: SDP }],
  ['an attempt with markup', { kind: 'description', attempt: '<b>', type: 'offer', sdp: SDP }],
  ['a rollback', { kind: 'description', attempt, type: 'rollback', sdp: SDP }],
  ['a description that is a page', { kind: 'description', attempt, type: 'offer', sdp: '<html>' }],
  [
    'a description with a bare line feed',
    { kind: 'description', attempt, type: 'offer', sdp: `${SDP}a=x\ny\r\n` },
  ],
  ['a description without an end', { kind: 'description', attempt, type: 'answer', sdp: SDP.trimEnd() }],
  [
    'a long description',
    { kind: 'description', attempt, type: 'offer', sdp: SDP + 'a=x\r\n'.repeat(10_000) },
  ],
  [
    'a candidate of two lines',
    { kind: 'candidate', attempt, candidate: `${CANDIDATE}\r\na=x`, mid: '0', line: 0 },
  ],
  ['a candidate that is none', { kind: 'candidate', attempt, candidate: 'javascript:1', mid: '0', line: 0 }],
  [
    'a long candidate',
    { kind: 'candidate', attempt, candidate: CANDIDATE + ' '.repeat(1000), mid: '0', line: 0 },
  ],
  ...[
    ['a name', 'db.internal.example'],
    ['a group of machines', '239.0.0.1'],
    ['a whole network', '255.255.255.255'],
    ['a group of machines (IPv6)', 'ff02::1'],
    ['no machine', '0.0.0.0'],
    ['a name with a port in it', 'a.local:22'],
  ].flatMap(([what, address]) => {
    const candidate = CANDIDATE.replace('192.0.2.1', String(address));
    return [
      [`a candidate that leads to ${what}`, { kind: 'candidate', attempt, candidate, mid: '0', line: 0 }],
      [
        `a description that leads to ${what}`,
        { kind: 'description', attempt, type: 'offer', sdp: `${SDP}a=${candidate}\r\n` },
      ],
    ] as const;
  }),
  ['a candidate without a port', { kind: 'candidate', attempt, candidate: 'candidate:1 1 udp 1 192.0.2.1' }],
  ['a wish for a voice', { kind: 'wants', attempt, medium: 'microphone', lines: 1 }],
  ['a wish for less than nothing', { kind: 'wants', attempt, medium: 'camera', lines: -1 }],
  ['a wish for a text', { kind: 'wants', attempt, medium: 'camera', lines: '360' }],
  ['a mid with markup', { kind: 'candidate', attempt, candidate: CANDIDATE, mid: '"', line: 0 }],
  ['a line that is none', { kind: 'candidate', attempt, candidate: CANDIDATE, mid: '0', line: 1.5 }],
] as const) {
  test(`${what} is refused`, () => {
    assert.throws(() => signalIn(value), RuleBroken);
  });
}
