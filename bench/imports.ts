/** The memory of a server while users come in by a file: of 10,000 rows and of 100,000, tried first and then done. */
import { setTimeout as pause } from 'node:timers/promises';
import { consoleCookie } from './console-cookie.ts';
import { type ServerProcess, startParlance } from './processes.ts';
import { aims, table } from './report.ts';

const SIZES = [10_000, 100_000] as const;

/** One row in so many is refused. */
const REFUSED_EACH = 50;

/** Milliseconds between two looks at the memory. */
const EVERY = 100;

const FORM = 'a-value-of-at-least-22-characters';

interface Imported {
  readonly seconds: number;
  /** Megabytes: the most that was resident, what was held in the middle, and in the end. */
  readonly most: number;
  readonly during: number;
  readonly after: number;
}

export async function imports(): Promise<string> {
  const rows: [string, (number | undefined)[]][] = [];
  const most = new Map<string, number>();
  for (const size of SIZES) {
    await using parlance = await startParlance();
    const api = consoleOf(parlance, await consoleCookie(parlance.url));
    const before = await parlance.heap();
    rows.push([`${size.toLocaleString('en')}: before`, [undefined, parlance.memory(), before, before]]);
    for (const isDryRun of [true, false]) {
      const imported = await importOnce(parlance, api, size, isDryRun);
      const name = `${size.toLocaleString('en')}: ${isDryRun ? 'tried' : 'done'}`;
      rows.push([name, [imported.seconds, imported.most, imported.during, imported.after]]);
      most.set(`${size} ${isDryRun}`, imported.during - before);
    }
  }
  const [few, many] = SIZES;
  return [
    `Users by a file of the console; one row in ${REFUSED_EACH} is refused`,
    '',
    table(
      [
        { title: 'seconds', digits: 1 },
        { title: 'resident, most', digits: 0 },
        { title: 'held half-way', digits: 1 },
        { title: 'held after', digits: 1 },
      ],
      rows,
    ),
    '',
    aims(
      [true, false].map((isDryRun) => ({
        what: `held of ${many.toLocaleString('en')} rows ${isDryRun ? 'tried' : 'done'} beyond ${few.toLocaleString('en')}`,
        found: (most.get(`${many} ${isDryRun}`) ?? 0) - (most.get(`${few} ${isDryRun}`) ?? 0),
        atMost: 8,
        unit: 'MB',
      })),
    ),
  ].join('\n');
}

async function importOnce(
  parlance: ServerProcess,
  api: ReturnType<typeof consoleOf>,
  size: number,
  isDryRun: boolean,
): Promise<Imported> {
  const began = performance.now();
  let most = parlance.memory();
  const watching = setInterval(() => {
    most = Math.max(most, parlance.memory());
  }, EVERY);
  try {
    const { job } = await api('POST', `users/import?isDryRun=${isDryRun}`, fileOf(size));
    let during: number | undefined;
    for (;;) {
      const { state, done, problem } = await api('GET', `jobs/${job}`);
      if (during === undefined && done > size / 2) during = await parlance.heap();
      if (state === 'DONE') break;
      if (state !== 'WAITING' && state !== 'RUNNING') throw new Error(`${state}: ${JSON.stringify(problem)}`);
      await pause(EVERY);
    }
    const seconds = (performance.now() - began) / 1000;
    return { seconds, most, during: during ?? Number.NaN, after: await parlance.heap() };
  } finally {
    clearInterval(watching);
  }
}

/** Without passwords: hashing them would take all of the time. */
function fileOf(size: number): Blob {
  const rows = Array.from({ length: size }, (_, at) =>
    at % REFUSED_EACH === 7
      ? `,Nameless,nobody${at},nobody${at}@example.com,A row without a first name is refused`
      : `Given${at % 500},Family${at},person${at},person${at}@example.com,Somebody of department ${at % 90}`,
  );
  return new Blob([['FirstName,LastName,UserName,Email,Description', ...rows].join('\r\n')]);
}

interface JobAnswer {
  readonly job: string;
  readonly state: string;
  readonly done: number;
  readonly problem: unknown;
}

function consoleOf({ url }: ServerProcess, cookie: string) {
  return async (method: string, path: string, file?: Blob): Promise<JobAnswer> => {
    const answer = await fetch(`${url}/acme/console/api/${path}`, {
      method,
      headers: {
        Cookie: `form=${FORM}; ${cookie.replace(/form=[^;]*;?/, '')}`,
        'X-Parlance-Form': FORM,
        ...(file && { 'Content-Type': 'text/csv', 'X-File-Name': 'people.csv' }),
      },
      ...(file && { body: file }),
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as JobAnswer;
  };
}
