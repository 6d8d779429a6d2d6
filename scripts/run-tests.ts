/**
 * Runs the test files several to a process: loading the sources costs more than most files do. Each file can be run
 * alone as well (`npm run node -- --test FILE`).
 *
 * `node scripts/run-tests.ts [FILE…]`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, ROOT } from './files.ts';

/** Processes at a time: what waits for Chromium or PostgreSQL leaves the processor to the other. */
const TOGETHER = 3;

/** Files of one process. */
const MOST_IN_A_PROCESS = 9;

/** What a process has compiled, the next one need not compile again. */
const COMPILED = join(ROOT, 'node_modules/.cache/compiled-for-tests');

interface Group {
  readonly name: string;
  readonly files: readonly string[];
}

/** Files that start a browser or processes take longest: each has a process of its own, and they begin first. */
function groupsOf(files: readonly string[]): Group[] {
  const isLong = (file: string) =>
    /describeInBrowser|startProcess|spawn|execFile/.test(readFileSync(join(ROOT, file), 'utf8'));
  const long = files.filter(isLong).map((file) => ({ name: nameOf(file), files: [file] }));
  const byFolder = Map.groupBy(
    files.filter((file) => !isLong(file)),
    (file) => file.split('/').slice(0, 2).join('/'),
  );
  const short = [...byFolder].flatMap(([folder, all]) => {
    const count = Math.ceil(all.length / MOST_IN_A_PROCESS);
    return Array.from({ length: count }, (_, part) => ({
      name: `${nameOf(folder)}-${part + 1}`,
      files: all.filter((_file, at) => at % count === part),
    }));
  });
  return [...long, ...short];
}

function nameOf(path: string): string {
  return path
    .replace(/^test\//, '')
    .replace(/\.test\.ts$/, '')
    .replaceAll('/', '-');
}

function run(files: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-tests-'));
  try {
    const entries = groupsOf(files).map(({ name, files: together }, at) => {
      const imports = together.map(
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
        `--test-concurrency=${TOGETHER}`,
        '--test-reporter=./scripts/test-reporter.ts',
        '--test-global-setup=test/support/global-setup.ts',
        ...entries,
      ],
      { cwd: ROOT, stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: COMPILED } },
    );
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const named = process.argv.slice(2);
process.exitCode = run(
  named.length > 0 ? named : filesBelow('test').filter((file) => file.endsWith('.test.ts')),
);
