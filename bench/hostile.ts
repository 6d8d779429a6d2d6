/** Honest callers while hostile documents pour in on two connections. */
import type { Answered, Load } from './load.ts';
import { type Contender, inTurn, type Rounds } from './measure.ts';
import { HOST, message } from './messages.ts';
import { type Client, type ServerProcess, startClient, startParlance } from './processes.ts';
import { aims, table } from './report.ts';

const HONEST = 16;
const HOSTILE = 2;
const MILLISECONDS = 1_000;
const ROUNDS: Rounds = { warmUp: 1, counted: 7 };

const EVERYTHING = 'all of these in turn';

export async function hostile(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const siege: Siege = {
    server: started.use(await startParlance()),
    honest: started.use(startClient()),
    attacker: started.use(startClient()),
  };
  const attacks = Object.entries({ ...ATTACKS, [EVERYTHING]: Object.values(ATTACKS).flat() });
  const contenders = attacks.map(([name, bodies]) => besieged(name, bodies, siege));
  const measured = await inTurn(contenders, ROUNDS);

  return [
    `${HONEST} connections of honest callers (GetUser, password), alone and beside ${HOSTILE} that send`,
    '',
    table(
      [
        { title: 'alone/s', digits: 0 },
        { title: 'honest/s', digits: 0 },
        { title: 'rate kept', digits: 2 },
        { title: 'hostile/s', digits: 0 },
      ],
      contenders.map(({ name }) => [
        name,
        ['alone', 'beside', 'kept', 'hostile'].map((key) => measured.of(name, key)),
      ]),
    ),
    '',
    aims([
      {
        what: 'rate that honest callers keep beside all of these',
        found: measured.of(EVERYTHING, 'kept'),
        atLeast: 0.8,
      },
    ]),
  ].join('\n');
}

interface Siege {
  readonly server: ServerProcess;
  readonly honest: Client;
  readonly attacker: Client;
}

/** Alone and besieged one right after the other: what lies further apart cannot be compared. */
function besieged(name: string, bodies: readonly Uint8Array[], siege: Siege): Contender {
  const { server, honest, attacker } = siege;
  const common = { url: server.url, milliseconds: MILLISECONDS };
  const calls: Load = {
    ...common,
    bodies: [Buffer.from(message(HOST, 'user.GetUser', '<webExId>hostid</webExId>'))],
    expect: '<serv:result>SUCCESS',
    connections: HONEST,
  };
  return {
    name,
    async measure() {
      const alone = rateOf(await honest.load(calls));
      const attack = attacker.load({ ...common, bodies, connections: HOSTILE });
      const beside = rateOf(await honest.load(calls));
      return { alone, beside, kept: beside / alone, hostile: rateOf(await attack) };
    },
  };
}

function rateOf({ requests, seconds }: Answered): number {
  return requests / seconds;
}

const MEBIBYTE = 1_048_576;

const ATTACKS: Readonly<Record<string, readonly Uint8Array[]>> = {
  'deep documents': [filled('<a>'), inMessage(`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`)],
  'wide documents': [inMessage('<a/>'.repeat(19_000)), inMessage('<a>b</a>'.repeat(100_000))],
  'many attributes': [
    inMessage(`<a ${attributes(10_000)}/>`),
    inMessage(`<a ${attributes(60)}/>`.repeat(600)),
  ],
  '1 MiB of text': [inMessage('x'.repeat(MEBIBYTE - 1024)), inMessage('&amp;'.repeat(200_000))],
  'entity floods': [
    Buffer.from(`<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${entities(10)}]><message><body>&a9;</body></message>`),
    inMessage('&#120;'.repeat(170_000)),
    inMessage('&undefined;'.repeat(90_000)),
  ],
  'broken encodings': [
    Buffer.concat([Buffer.from('<?xml version="1.0"?><message>'), Buffer.alloc(MEBIBYTE - 100, 0xff)]),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(MEBIBYTE - 100, 0xd8)]),
    Buffer.alloc(MEBIBYTE),
  ],
  'too large': [Buffer.alloc(5 * MEBIBYTE, '<a>')],
  'comments and instructions': [
    inMessage('x<!-- y -->'.repeat(90_000)),
    inMessage('<?y z?>'.repeat(140_000)),
  ],
  'prefixes nobody declared': [inMessage(Array.from({ length: 15_000 }, (_, at) => `<p${at}:a/>`).join(''))],
};

function inMessage(content: string): Buffer {
  return Buffer.from(message(HOST, 'user.GetUser', content));
}

/** As large as a message may be. */
function filled(piece: string): Buffer {
  return Buffer.alloc(MEBIBYTE, piece);
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, at) => `b${at}="c"`).join(' ');
}

function entities(count: number): string {
  return Array.from({ length: count }, (_, at) => `<!ENTITY a${at} "&a${at - 1};&a${at - 1};">`).join('');
}
