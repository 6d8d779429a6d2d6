import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { DialogListener } from '../../src/phone/sip/dialog.ts';
import {
  type Leg,
  openUserAgent,
  type SipInvitation,
  type UserAgent,
} from '../../src/phone/sip/user-agent.ts';
import type { Endpoint } from '../../src/phone/sip/via.ts';
import { TestTimers } from './test-timers.ts';

/** SIP datagram by datagram, with the clock turned by hand (RFC 3261). */

const PROXY: Endpoint = { address: '127.0.0.1', port: 5062 };
const OURS: Endpoint = { address: '127.0.0.1', port: 5060 };
const OFFER =
  'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n';

interface Sent {
  readonly text: string;
  readonly to: Endpoint;
}

let timers: TestTimers;
let sent: Sent[];
let agent: UserAgent;
let invitations: SipInvitation[];
let leg: Leg | undefined;
let told: string[];
let answers: (invitation: SipInvitation) => void;
let branches = 0;

const listener = (): DialogListener => ({
  confirmed: (answer) => void told.push(`confirmed ${answer ?? ''}`.trim()),
  offered: (offer) => (offer === 'impossible' ? undefined : `answer to ${offer ?? 'nothing'}`),
  informed: (type, text) => type === 'application/dtmf' && text === '5',
  ended: () => void told.push('ended'),
});

beforeEach(() => {
  timers = new TestTimers();
  sent = [];
  told = [];
  invitations = [];
  leg = undefined;
  let drawn = 0;
  answers = (invitation) => {
    leg = invitation.accept('our sound', listener());
  };
  agent = openUserAgent({
    timers,
    send: (datagram, to) => void sent.push({ text: datagram.toString(), to }),
    random: () => `r${++drawn}`,
    mayReach: (address) => address.startsWith('127.'),
    invited(invitation) {
      invitations.push(invitation);
      answers(invitation);
    },
  });
});

interface Said {
  readonly method?: string;
  readonly uri?: string;
  readonly cseq?: number;
  readonly to?: string;
  readonly branch?: string;
  readonly callId?: string;
  readonly more?: readonly string[];
  readonly body?: string;
  readonly type?: string;
}

/** Says it as a proxy does, and gives what has been sent since. */
function say(said: Said = {}): string[] {
  const { method = 'INVITE', cseq = 1, to = '', callId = 'c1', more = [], body = '' } = said;
  const branch = said.branch ?? `z9hG4bK-b${++branches}`;
  return receive(
    [
      `${method} ${said.uri ?? 'sip:123456789@acme.example.com'} SIP/2.0`,
      `Via: SIP/2.0/UDP 127.0.0.1:5062;branch=${branch};rport`,
      'Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bK-phone',
      'Max-Forwards: 69',
      'From: "A. Bell" <sip:+493012345612@example.com>;tag=theirs',
      `To: <sip:123456789@acme.example.com>${to}`,
      `Call-ID: ${callId}`,
      `CSeq: ${cseq} ${method}`,
      'Contact: <sip:bell@127.0.0.1:5090>',
      ...(body === '' ? [] : [`Content-Type: ${said.type ?? 'application/sdp'}`]),
      ...more,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}

function receive(text: string, source = PROXY): string[] {
  const before = sent.length;
  agent.receive(Buffer.from(text), source, OURS);
  return since(before);
}

function since(before: number): string[] {
  return sent.slice(before).map(({ text }) => text);
}

function turn(milliseconds: number): string[] {
  const before = sent.length;
  timers.advance(milliseconds);
  return since(before);
}

const line = (text = '') => text.split('\r\n')[0];
const lines = (texts: readonly string[]) => texts.map(line);
const header = (text = '', name = '') =>
  text
    .split('\r\n')
    .filter((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((one) => one.slice(name.length + 1).trim());

/** A call that stands; the To tag that it was given. */
function standing(more: readonly string[] = []): string {
  const [, accepted = ''] = say({ body: OFFER, more });
  const [to = ''] = header(accepted, 'To');
  const tag = to.slice(to.indexOf(';tag='));
  assert.deepEqual(say({ method: 'ACK', to: tag }), []);
  assert.deepEqual(told, ['confirmed']);
  return tag;
}

describe('a call by SIP', () => {
  test('is accepted, said again until it is heard, and not after that', () => {
    const first = say({ body: OFFER, branch: 'z9hG4bK-1', more: ['Record-Route: <sip:127.0.0.1:5062;lr>'] });
    assert.deepEqual(lines(first), ['SIP/2.0 100 Trying', 'SIP/2.0 200 OK']);
    const [, accepted = ''] = first;
    assert.deepEqual(header(accepted, 'Via'), [
      'SIP/2.0/UDP 127.0.0.1:5062;branch=z9hG4bK-1;received=127.0.0.1;rport=5062',
      'SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bK-phone',
    ]);
    assert.deepEqual(header(accepted, 'Contact'), ['<sip:127.0.0.1:5060>']);
    assert.deepEqual(header(accepted, 'Record-Route'), ['<sip:127.0.0.1:5062;lr>']);
    assert.match(accepted, /\r\nContent-Length: 9\r\n\r\nour sound$/);
    assert.equal(invitations[0]?.offer, OFFER);

    // The same INVITE once more is no second call, and the acceptance comes by its own clock (RFC 6026).
    assert.deepEqual(say({ body: OFFER, branch: 'z9hG4bK-1' }), []);
    assert.equal(invitations.length, 1);
    assert.deepEqual(turn(499), []);
    assert.deepEqual(turn(1), [accepted]);
    assert.deepEqual(turn(1_000), [accepted]);
    const [to = ''] = header(accepted, 'To');
    say({ method: 'ACK', to: to.slice(to.indexOf(';tag=')) });
    assert.deepEqual(told, ['confirmed']);
    assert.deepEqual(turn(60_000), []);
    // An ACK that is repeated is no second one.
    say({ method: 'ACK', to: to.slice(to.indexOf(';tag=')) });
    assert.deepEqual(told, ['confirmed']);
  });

  test('that nobody acknowledges is ended after 32 seconds', () => {
    say({ body: OFFER });
    const said = turn(32_000);
    assert.equal(said.filter((one) => one.startsWith('SIP/2.0 200')).length, 10);
    assert.match(said.at(-1) ?? '', /^BYE /);
    assert.deepEqual(told, ['ended']);
  });

  test('is hung up by either side', () => {
    const tag = standing();
    assert.deepEqual(lines(say({ method: 'BYE', cseq: 2, to: tag })), ['SIP/2.0 200 OK']);
    assert.deepEqual(told, ['confirmed', 'ended']);
    assert.deepEqual(lines(say({ method: 'BYE', cseq: 3, to: tag })), [
      'SIP/2.0 481 Call/Transaction Does Not Exist',
    ]);
  });

  test('is hung up by us by the way that it came, again and again until that is heard', () => {
    standing(['Record-Route: <sip:127.0.0.1:5062;lr>, <sip:proxy.example.com;lr>']);
    const before = sent.length;
    leg?.hangUp();
    const [bye = ''] = since(before);
    assert.equal(line(bye), 'BYE sip:bell@127.0.0.1:5090 SIP/2.0');
    assert.deepEqual(header(bye, 'Route'), ['<sip:127.0.0.1:5062;lr>', '<sip:proxy.example.com;lr>']);
    assert.match(header(bye, 'To')[0] ?? '', /;tag=theirs$/);
    assert.deepEqual(sent.at(-1)?.to, PROXY);
    assert.deepEqual(turn(500), [bye]);
    const [via = ''] = header(bye, 'Via');
    receive(
      `SIP/2.0 200 OK\r\nVia: ${via}\r\nFrom: a\r\nTo: b\r\nCall-ID: c1\r\nCSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n`,
    );
    assert.deepEqual(turn(60_000), []);
    assert.equal(timers.waiting, 0);
  });

  test('is hung up by us only when the caller knows that it stands', () => {
    const [, accepted = ''] = say({ body: OFFER });
    const before = sent.length;
    leg?.hangUp();
    assert.deepEqual(since(before), []);
    const [to = ''] = header(accepted, 'To');
    assert.match(say({ method: 'ACK', to: to.slice(to.indexOf(';tag=')) })[0] ?? '', /^BYE /);
    assert.deepEqual(told, []);
  });

  test('whose Contact and routes are names, or elsewhere, is hung up through the proxy that brought it', () => {
    const tag = standing(['Record-Route: <sip:192.0.2.66;lr>']);
    const before = sent.length;
    leg?.hangUp();
    assert.match(since(before)[0] ?? '', /^BYE /);
    assert.deepEqual(sent.at(-1)?.to, PROXY);
    assert.ok(tag);
  });

  test('passes by a strict router as such ones want it', () => {
    standing(['Record-Route: <sip:127.0.0.1:5062>']);
    const before = sent.length;
    leg?.hangUp();
    const [bye = ''] = since(before);
    assert.equal(line(bye), 'BYE sip:127.0.0.1:5062 SIP/2.0');
    assert.deepEqual(header(bye, 'Route'), ['<sip:bell@127.0.0.1:5090>']);
  });

  test('may leave the offer to us: the answer comes with the ACK', () => {
    const [, accepted = ''] = say();
    assert.equal(invitations[0]?.offer, undefined);
    const [to = ''] = header(accepted, 'To');
    say({ method: 'ACK', to: to.slice(to.indexOf(';tag=')), body: 'their answer' });
    assert.deepEqual(told, ['confirmed their answer']);
  });

  test('is changed by another INVITE: on hold, or not at all', () => {
    const tag = standing();
    const [accepted = ''] = say({ cseq: 2, to: tag, body: 'hold' });
    assert.match(accepted, /^SIP\/2\.0 200 OK\r\n[\s\S]*answer to hold$/);
    say({ method: 'ACK', cseq: 2, to: tag });
    assert.deepEqual(lines(say({ cseq: 3, to: tag, body: 'impossible' })), [
      'SIP/2.0 488 Not Acceptable Here',
    ]);
    // Without an offer ours is asked for, and until it is answered there is no other.
    const [offered = ''] = say({ cseq: 4, to: tag });
    assert.match(offered, /answer to nothing$/);
    assert.deepEqual(lines(say({ cseq: 5, to: tag, body: 'hold' })), ['SIP/2.0 491 Request Pending']);
    // What is older than what was answered is no news.
    assert.deepEqual(lines(say({ cseq: 3, to: tag, body: 'hold' })), ['SIP/2.0 500 Out of Order']);
    assert.deepEqual(lines(say({ cseq: 6, method: 'BYE', to: tag })), ['SIP/2.0 200 OK']);
  });

  test('tells digits by INFO, and nothing else', () => {
    const to = standing();
    assert.deepEqual(lines(say({ method: 'INFO', cseq: 2, to, type: 'application/dtmf', body: '5' })), [
      'SIP/2.0 200 OK',
    ]);
    assert.deepEqual(lines(say({ method: 'INFO', cseq: 3, to, type: 'text/plain', body: '5' })), [
      'SIP/2.0 415 Unsupported Media Type',
    ]);
  });

  test('that is refused is refused until that is heard', () => {
    answers = (invitation) => invitation.refuse({ status: 404, reason: 'Not Found' });
    const [, refused = ''] = say({ body: OFFER, branch: 'z9hG4bK-no' });
    assert.equal(line(refused), 'SIP/2.0 404 Not Found');
    assert.match(header(refused, 'To')[0] ?? '', /;tag=r/);
    assert.deepEqual(turn(500), [refused]);
    assert.deepEqual(say({ body: OFFER, branch: 'z9hG4bK-no' }), [refused]);
    say({ method: 'ACK', branch: 'z9hG4bK-no' });
    assert.deepEqual(turn(60_000), []);
    assert.equal(timers.waiting, 0);
  });

  test('is taken back before it is answered', () => {
    let taken = false;
    answers = (invitation) =>
      invitation.whenCancelled(() => {
        taken = true;
      });
    say({ body: OFFER, branch: 'z9hG4bK-x' });
    assert.deepEqual(lines(say({ method: 'CANCEL', branch: 'z9hG4bK-x' })), [
      'SIP/2.0 200 OK',
      'SIP/2.0 487 Request Terminated',
    ]);
    assert.ok(taken);
    assert.equal(invitations[0]?.isOpen, false);
    // Whoever answers all the same answers nobody.
    const before = sent.length;
    invitations[0]?.refuse({ status: 404, reason: 'Not Found' });
    assert.deepEqual(since(before), []);
  });

  test('cannot be taken back when there is none, or when it stands', () => {
    assert.deepEqual(lines(say({ method: 'CANCEL', branch: 'z9hG4bK-none' })), [
      'SIP/2.0 481 Call/Transaction Does Not Exist',
    ]);
    say({ body: OFFER, branch: 'z9hG4bK-y' });
    assert.deepEqual(lines(say({ method: 'CANCEL', branch: 'z9hG4bK-y' })), ['SIP/2.0 200 OK']);
    assert.deepEqual(told, []);
  });

  test('that comes by two ways is one', () => {
    say({ body: OFFER });
    assert.deepEqual(lines(say({ body: OFFER })), ['SIP/2.0 482 Loop Detected']);
    assert.equal(invitations.length, 1);
  });

  test('ends with us, and nothing is left over', async () => {
    standing();
    const before = sent.length;
    const closed = agent.close();
    assert.match(since(before)[0] ?? '', /^BYE /);
    timers.advance(2_000);
    await closed;
    assert.equal(timers.waiting, 0);
  });
});

describe('what is asked that is no call', () => {
  test('OPTIONS tells what there is', () => {
    const [answer = ''] = say({ method: 'OPTIONS' });
    assert.equal(line(answer), 'SIP/2.0 200 OK');
    assert.deepEqual(header(answer, 'Allow'), ['INVITE, ACK, CANCEL, BYE, OPTIONS, INFO']);
  });

  test('and what there is not is said so', () => {
    const cases: [Said, string][] = [
      [{ method: 'REGISTER' }, '405 Method Not Allowed'],
      [{ method: 'UPDATE' }, '405 Method Not Allowed'],
      [{ method: 'BYE' }, '481 Call/Transaction Does Not Exist'],
      [{ method: 'INFO', to: ';tag=unknown' }, '481 Call/Transaction Does Not Exist'],
      [{ uri: 'http://example.com' }, '416 Unsupported URI Scheme'],
      [{ more: ['Require: 100rel, timer'] }, '420 Bad Extension'],
      [{ body: 'x', type: 'multipart/mixed' }, '415 Unsupported Media Type'],
    ];
    for (const [said, expected] of cases) {
      assert.deepEqual(lines(say({ ...said, callId: expected + said.method })), [`SIP/2.0 ${expected}`]);
    }
    assert.equal(invitations.length, 0);
  });

  test('timers of sessions are offered and not taken', () => {
    const [, accepted = ''] = say({
      body: OFFER,
      more: ['Supported: timer', 'Session-Expires: 1800;refresher=uac'],
    });
    assert.equal(line(accepted), 'SIP/2.0 200 OK');
    assert.deepEqual(header(accepted, 'Session-Expires'), []);
  });
});

describe('datagrams that are no messages', () => {
  test('are answered where that is possible, and passed over otherwise', () => {
    const base = {
      via: 'Via: SIP/2.0/UDP 127.0.0.1:5062;branch=z9hG4bK-q',
      from: 'From: <sip:a@b>;tag=1',
      to: 'To: <sip:c@d>',
      id: 'Call-ID: x',
      seq: 'CSeq: 1 INVITE',
    };
    let n = 0;
    const message = (change: Partial<Record<keyof typeof base | 'first' | 'more', string>>, body = '') => {
      n += 1;
      const { first = 'INVITE sip:c@d SIP/2.0', more = '', ...fields } = { ...base, ...change };
      const via = fields.via === base.via ? `${base.via}${n}` : fields.via;
      return `${[first, via, fields.from, fields.to, fields.id, fields.seq, more].filter(Boolean).join('\r\n')}\r\n\r\n${body}`;
    };
    const cases: [string, string[]][] = [
      ['', []],
      ['\r\n\r\n', []],
      ['\0', []],
      ['hello', []],
      [`${'x'.repeat(60_000)}\r\n\r\n`, []],
      [message({ first: 'INVITE sip:c@d SIP/3.0' }), ['SIP/2.0 505 Version Not Supported']],
      [message({ first: 'INVITE  sip:c@d SIP/2.0' }), []],
      [message({ first: 'INVITE sip:c@d' }), []],
      [message({ via: '' }), []],
      [message({ via: 'Via: SIP/2.0/TCP 127.0.0.1' }), []],
      [message({ via: 'Via: nonsense' }), []],
      [message({ from: '' }), []],
      [message({ from: 'From: <sip:a@b>' }), ['SIP/2.0 400 From Without Tag']],
      [message({ id: '' }), []],
      [message({ id: 'Call-ID: x\r\nCall-ID: y' }), ['SIP/2.0 400 Two call-id Headers']],
      [message({ seq: 'CSeq: 1 BYE' }), ['SIP/2.0 400 Invalid CSeq']],
      [message({ seq: 'CSeq: 4294967296 INVITE' }), ['SIP/2.0 400 Invalid CSeq']],
      [message({ seq: 'CSeq: -1 INVITE' }), ['SIP/2.0 400 Invalid CSeq']],
      [message({ more: 'Content-Length: 99' }, 'x'), ['SIP/2.0 400 Invalid Content-Length']],
      [message({ more: 'Content-Length: -1' }), ['SIP/2.0 400 Invalid Content-Length']],
      [message({ more: 'Content-Length: 17000' }, 'x'.repeat(17_000)), ['SIP/2.0 513 Message Too Large']],
      [message({ more: `X: ${'y\r\nX: '.repeat(200)}` }), []],
      [message({ more: 'no colon' }), []],
      [message({ more: 'X: \0' }), []],
      ['SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK-1\r\nCSeq: 1 BYE\r\n\r\n', []],
      ['SIP/2.0 999 OK\r\n\r\n', []],
      ['ACK sip:c@d SIP/2.0\r\n\r\n', []],
    ];
    for (const [datagram, expected] of cases) {
      assert.deepEqual(lines(receive(datagram)), expected, datagram.slice(0, 200));
    }
    assert.equal(invitations.length, 0);
  });

  test('compact names, folded lines and what stands behind the content are read as they are meant', () => {
    const said = receive(
      [
        '\r\n\r\nINVITE sip:123456789@acme.example.com SIP/2.0',
        'v: SIP / 2.0 / UDP 127.0.0.1 : 5062 ;branch=z9hG4bK-c',
        'f: "Bell, A.;tag=no" <sip:a@b>',
        '  ;tag=theirs',
        't : <sip:c@d>',
        'i: folded',
        'CSeq: 7   INVITE',
        'm: "Bell, A." <sip:bell@127.0.0.1:5090;x=1>;q=0.7, <sip:other@127.0.0.1>',
        'c: Application/SDP; charset=utf-8',
        'l: 5',
        '',
        'v=0\r\nand more',
      ].join('\r\n'),
    );
    assert.deepEqual(lines(said), ['SIP/2.0 100 Trying', 'SIP/2.0 200 OK']);
    assert.equal(invitations[0]?.offer, 'v=0\r\n');
    // Without rport the answer goes to the port that Via names (section 18.2.2).
    assert.deepEqual(sent.at(-1)?.to, PROXY);
  });

  test('a flood of them leaves nothing behind', () => {
    answers = (invitation) => invitation.refuse({ status: 486, reason: 'Busy Here' });
    for (let n = 0; n < 5_000; n += 1) say({ callId: `flood${n}`, body: OFFER });
    assert.ok(invitations.length <= 4_096);
    timers.advance(32_000);
    assert.equal(timers.waiting, 0);
    const [, refused = ''] = say({ callId: 'after', body: OFFER });
    assert.equal(line(refused), 'SIP/2.0 486 Busy Here');
  });
});
