/**
 * Runs the test files several to a process: loading the sources costs more than most files do. Each file can be run
 * alone as well (`npm run node -- --test FILE`).
 *
 * `node scripts/run-tests.ts [FILE…]`
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, ROOT } from './files.ts';

/** Processes at a time: what waits for Chromium or PostgreSQL leaves the processor to the other. */
const TOGETHER = 4;

/** Milliseconds after which a process of tests is ended, so that one which hangs fails by its name. */
const LONGEST = 30 * 60_000;

/** Sound and pictures of several browsers fill a machine by themselves: these files come last, one after the other. */
const IS_MEDIA = /\b(?:Crowd|Senses|findLiveKit|ffprobe|Baresip)\b/;

/**
 * Files of one process, by what they start: those of a browser share one, and each file of the others loads the
 * sources anew where it stands alone. What takes longest begins first, and so do programs that give way to all others.
 */
const KINDS = [
  { name: 'processes', most: 4, has: /startProcess|serve\(|spawn|execFile|workshop\(/ },
  { name: 'browser', most: 6, has: /describeInBrowser/ },
  { name: 'rest', most: 28, has: /(?:)/ },
] as const;

/** What a process has compiled, the next one need not compile again. */
const COMPILED = join(ROOT, 'node_modules/.cache/compiled-for-tests');

interface Group {
  readonly name: string;
  readonly files: readonly string[];
}

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

function groupsOf(files: readonly string[]): Group[] {
  const kindOf = (file: string) => KINDS.find(({ has }) => has.test(textOf(file))) ?? KINDS[2];
  const byKind = Map.groupBy(files, kindOf);
  return KINDS.flatMap((kind) => {
    const all = byKind.get(kind) ?? [];
    const count = Math.ceil(all.length / kind.most);
    return Array.from({ length: count }, (_, part) => ({
      name: `${kind.name}-${part + 1}`,
      files: all.filter((_file, at) => at % count === part),
    }));
  });
}

function run(files: readonly string[], together: number, env: NodeJS.ProcessEnv = {}): number {
  if (files.length === 0) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'parlance-tests-'));
  try {
    const entries = groupsOf(files).map(({ name, files: ofGroup }, at) => {
      const imports = ofGroup.map(
        (file) => `import ${JSON.stringify(pathToFileURL(join(ROOT, file)).href)};\n`,
      );
      const entry = join(folder, `${String(at).padStart(3, '0')}-${name}.test.mjs`);
      writeFileSync(entry, imports.join(''));
      return entry;
    });
    const { status } = spawnSync(
      process.execPath,
      [
        '--test',
        `--test-concurrency=${together}`,
        `--test-timeout=${LONGEST}`,
        '--test-reporter=./scripts/test-reporter.ts',
        '--test-global-setup=test/support/global-setup.ts',
        ...entries,
      ],
      { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env, NODE_COMPILE_CACHE: COMPILED } },
    );
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** LiveKit takes minutes to build where there is none yet, and the files of media alone want it: it gives way to the others. */
function beginLiveKit(): ChildProcess {
  const source = pathToFileURL(join(ROOT, 'test/support/livekit.ts')).href;
  const script = `import { findLiveKit } from ${JSON.stringify(source)}; await findLiveKit();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return child;
}

const named = process.argv.slice(2);
const files = named.length > 0 ? named : filesBelow('test').filter((file) => file.endsWith('.test.ts'));
const { media = [], others = [] } = Object.groupBy(files, (file) =>
  IS_MEDIA.test(textOf(file)) ? 'media' : 'others',
);
const livekit = media.length > 0 ? beginLiveKit() : undefined;
const ended = livekit && once(livekit, 'exit');
const outcome = run(others, TOGETHER, { PARLANCE_TEST_WITHOUT_MEDIA: 'true' });
await ended;
process.exitCode = Math.max(outcome, run(media, 1));
