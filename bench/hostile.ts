/** Honest callers while hostile documents pour in on two connections. */
import type { Load } from './load.ts';
import { type Contender, inTurn, type Rounds } from './measure.ts';
import { HOST, message } from './messages.ts';
import { type Client, type ServerProcess, startClient, startParlance } from './processes.ts';
import { aims, table } from './report.ts';

const HONEST = 16;
const HOSTILE = 2;
const MILLISECONDS = 2_000;
const ROUNDS: Rounds = { warmUp: 1, counted: 5 };

const ALONE = 'nobody else';

export async function hostile(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const server = started.use(await startParlance());
  const honest = started.use(startClient());
  const attacker = started.use(startClient());

  const attacks = Object.entries({ ...ATTACKS, 'all of these in turn': Object.values(ATTACKS).flat() });
  const contenders = [
    besieged(ALONE, [], honest, attacker, server),
    ...attacks.map(([name, bodies]) => besieged(name, bodies, honest, attacker, server)),
  ];
  const measured = await inTurn(contenders, ROUNDS);
  const [worst = 1] = attacks.map(([name]) => measured.ratio(name, ALONE, 'rate')).sort((a, b) => a - b);

  return [
    `${HONEST} connections of honest callers (GetUser, password) beside ${HOSTILE} that send`,
    '',
    table(
      [
        { title: 'honest/s', digits: 0 },
        { title: 'rate kept', digits: 2 },
        { title: 'hostile/s', digits: 0 },
      ],
      contenders.map(({ name }) => [
        name,
        [measured.of(name, 'rate'), measured.ratio(name, ALONE, 'rate'), measured.of(name, 'hostile')],
      ]),
    ),
    '',
    aims([{ what: 'rate that honest callers keep, at worst', found: worst, atLeast: 0.8 }]),
  ].join('\n');
}

function besieged(
  name: string,
  bodies: readonly Uint8Array[],
  honest: Client,
  attacker: Client,
  { url }: ServerProcess,
): Contender {
  const common = { url, milliseconds: MILLISECONDS };
  const getUser = Buffer.from(message(HOST, 'user.GetUser', '<webExId>hostid</webExId>'));
  const load: Load = {
    ...common,
    bodies: [getUser],
    expect: '<serv:result>SUCCESS',
    connections: HONEST,
  };
  return {
    name,
    async measure() {
      const [kept, attack] = await Promise.all([
        honest.load(load),
        bodies.length === 0 ? undefined : attacker.load({ ...common, bodies, connections: HOSTILE }),
      ]);
      return {
        rate: kept.requests / kept.seconds,
        hostile: attack ? attack.requests / attack.seconds : 0,
      };
    },
  };
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
