/** From `npm start` to the first answered call, and the memory of a server that has nothing to do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { inTurn, type Sample } from './measure.ts';
import { HOST, message, post } from './messages.ts';
import { memoryOf, temporaryFolder } from './processes.ts';
import { aims, table } from './report.ts';

const FRESH = 'npm start, a fresh data folder';
const AGAIN = 'npm start, once more';

/** How long nothing is asked of the server until its memory is looked at. */
const IDLE = 5_000;

export async function start(): Promise<string> {
  using folder = temporaryFolder();
  const contenders = [
    {
      name: FRESH,
      async measure() {
        using fresh = temporaryFolder();
        return startOnce(fresh.path);
      },
    },
    { name: AGAIN, measure: () => startOnce(folder.path) },
  ];
  const measured = await inTurn(contenders, { warmUp: 1, counted: 3 });

  return [
    'A start: npm start, and one GetUser by password as soon as it says that it is ready; 3 rounds, in turn',
    '',
    table(
      [
        { title: 'ready, s', digits: 2 },
        { title: 'answered, s', digits: 2 },
        { title: `idle ${IDLE / 1000} s, MB`, digits: 0 },
      ],
      contenders.map(({ name }) => [
        name,
        ['ready', 'answered', 'memory'].map((key) => measured.of(name, key)),
      ]),
    ),
    '',
    aims([
      {
        what: 'from npm start to the first answered call',
        found: measured.of(AGAIN, 'answered'),
        atMost: 1,
        unit: 's',
      },
      { what: 'idle memory', found: measured.of(AGAIN, 'memory'), atMost: 120, unit: 'MB' },
    ]),
  ].join('\n');
}

async function startOnce(data: string): Promise<Sample> {
  const started = performance.now();
  const npm = spawn('npm', ['start', '--', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, to be ended with all that npm has started.
    detached: true,
  });
  const url = await readyAt(npm);
  const ready = (performance.now() - started) / 1000;
  await post(url, message(HOST, 'user.GetUser', '<webExId>hostid</webExId>'));
  const answered = (performance.now() - started) / 1000;
  await pause(IDLE);
  const memory = memoryOf(serverBelow(npm.pid ?? 0));
  const ended = once(npm, 'exit');
  process.kill(-(npm.pid ?? 0), 'SIGTERM');
  await ended;
  return { ready, answered, memory };
}

async function readyAt({ stdout }: ChildProcess): Promise<string> {
  if (stdout) {
    for await (const line of createInterface({ input: stdout })) {
      const url = /ready at (\S+)/.exec(line)?.[1];
      if (url !== undefined) return url;
    }
  }
  throw new Error('npm start has ended');
}

/** The last in the row of processes: npm, perhaps a shell, the server. Linux only. */
function serverBelow(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ', 1);
  return child ? serverBelow(Number(child)) : pid;
}
