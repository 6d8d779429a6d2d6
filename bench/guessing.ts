/** Honest callers while sixteen connections try wrong passwords, and somebody's first sign-in meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { EXCEPTIONS } from '../src/xml-api/exceptions/catalogue.ts';
import { type Answered, type Load, NUMBER } from './load.ts';
import { type Contender, inTurn, type Rounds } from './measure.ts';
import { adminOf, type Caller, HOST, message, post } from './messages.ts';
import { type Client, runParlance, type ServerProcess, startClient, startParlance } from './processes.ts';
import { aims, table } from './report.ts';

const HONEST = 16;
const GUESSING = 16;
const TARGETS = 16;
const MILLISECONDS = 1_500;
const ROUNDS: Rounds = { warmUp: 1, counted: 7 };

/** Milliseconds after which what is loaded is under way. */
const SETTLED = 400;

const SUCCESS = '<serv:result>SUCCESS';
const ONE = 'one account';
const MANY = `${TARGETS} accounts`;
const NOBODY = 'names that nobody has';
const ATTACKS = [ONE, MANY, NOBODY];

export async function guessing(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const siege: Siege = {
    server: started.use(await startParlance()),
    honest: started.use(startClient()),
    attacker: started.use(startClient()),
  };
  // With the lockout every guess after the tenth would cost nothing.
  await runParlance(['site', 'set', HOST.siteName ?? '', 'lockoutTries', '0', '--data', siege.server.data]);
  const targets = Array.from({ length: TARGETS }, (_, at) => `target${at}`);
  for (const name of targets) await found(siege.server, name);

  const guesses: Record<string, Omit<Load, 'url' | 'milliseconds'>> = {
    [ONE]: { ...attackOn(targets.slice(0, 1)), expect: EXCEPTIONS.wrongPassword.id },
    [MANY]: { ...attackOn(targets), expect: EXCEPTIONS.wrongPassword.id },
    [NOBODY]: { ...attackOn([`nobody${NUMBER}`]), expect: EXCEPTIONS.userNotFound.id },
  };
  const contenders = Object.entries(guesses).map(([name, attack]) => besieged(name, attack, siege));
  const measured = await inTurn(contenders, ROUNDS);

  return [
    `${HONEST} connections of honest callers (GetUser, password), alone and beside ${GUESSING} that try wrong passwords of`,
    '',
    table(
      [
        { title: 'alone/s', digits: 0 },
        { title: 'honest/s', digits: 0 },
        { title: 'rate kept', digits: 2 },
        { title: 'guesses/s', digits: 1 },
        { title: 'CPU alone', digits: 2 },
        { title: 'CPU beside', digits: 2 },
        { title: 'first ms', digits: 0 },
        { title: 'beside ms', digits: 0 },
      ],
      contenders.map(({ name }) => [name, KEYS.map((key) => measured.of(name, key))]),
    ),
    '',
    aims([
      {
        what: 'rate that honest callers keep, at the worst',
        found: Math.min(...ATTACKS.map((name) => measured.of(name, 'kept'))),
        atLeast: 0.6,
      },
      {
        what: 'first sign-in of somebody, to one without an attack, at the worst',
        found: Math.max(...ATTACKS.map((name) => measured.of(name, 'slower'))),
        atMost: 4,
      },
    ]),
  ].join('\n');
}

const KEYS = ['alone', 'beside', 'kept', 'guesses', 'cpuAlone', 'cpuBeside', 'firstAlone', 'firstBeside'];

interface Siege {
  readonly server: ServerProcess;
  readonly honest: Client;
  readonly attacker: Client;
}

let newcomers = 0;

/** Alone and besieged one right after the other; each time somebody signs in whose password is not remembered. */
function besieged(name: string, attack: Omit<Load, 'url' | 'milliseconds'>, siege: Siege): Contender {
  const { server, honest, attacker } = siege;
  const common = { url: server.url, milliseconds: MILLISECONDS };
  const calls: Load = { ...common, bodies: [getUser(HOST)], expect: SUCCESS, connections: HONEST };
  const measure = async () => {
    newcomers += 1;
    const newcomer = await found(server, `newcomer${newcomers}`);
    const cpu = await server.cpu();
    const load = honest.load(calls);
    await pause(SETTLED);
    const first = await duration(() => post(server.url, getUser(newcomer).toString()));
    const answered = await load;
    return { rate: rateOf(answered), first, cpu: ((await server.cpu()) - cpu) / 1000 / answered.seconds };
  };
  return {
    name,
    async measure() {
      const alone = await measure();
      const guesses = attacker.load({ ...attack, ...common, milliseconds: MILLISECONDS + SETTLED });
      const beside = await measure();
      return {
        alone: alone.rate,
        beside: beside.rate,
        kept: beside.rate / alone.rate,
        guesses: rateOf(await guesses),
        cpuAlone: alone.cpu,
        cpuBeside: beside.cpu,
        firstAlone: alone.first,
        firstBeside: beside.first,
        slower: beside.first / alone.first,
      };
    },
  };
}

/** @param names of accounts; each guess is another one */
function attackOn(names: readonly string[]): Omit<Load, 'url' | 'milliseconds'> {
  const bodies = names.map((webExID) => getUser({ ...HOST, webExID, password: `wrong${NUMBER}` }));
  return { bodies, connections: GUESSING };
}

function getUser(caller: Caller): Buffer {
  return Buffer.from(message(caller, 'user.GetUser', `<webExId>${caller.webExID}</webExId>`));
}

/** Makes an account on the host's site. */
async function found({ url }: ServerProcess, webExID: string): Promise<Caller> {
  const { siteName = '', password = '' } = HOST;
  const names = `<firstName>Ben</firstName><lastName>Chmark</lastName><webExId>${webExID}</webExId>`;
  const secrets = `<email>${webExID}@acme.com</email><password>${password}</password>`;
  const { body } = await post(url, message(adminOf(siteName), 'user.CreateUser', names + secrets));
  if (!body.includes(SUCCESS)) throw new Error(`${webExID} could not be created:\n${body}`);
  return { ...HOST, webExID };
}

async function duration(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function rateOf({ requests, seconds }: Answered): number {
  return requests / seconds;
}
