/**
 * Where the built pages are: `render.mjs`, which draws them, and the files that browsers fetch in `assets/`. The
 * published package has them beside the compiled code. In the project a build bears the stamp of the sources that
 * it was made from, and is made when there is none of theirs.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../../..');
const PACKAGED = join(import.meta.dirname, 'built');

/** Below the project's folder. Git does not keep it. */
export const BUILDS = 'web/build';

/** Besides `web/`: the contract, and the versions of what goes into the bundles. */
const ALSO_STAMPED = [
  'src/browser/pages/page-data.ts',
  'src/language.ts',
  'src/recordings/picture-layout.ts',
  'scripts/build-pages.ts',
  'package.json',
];

let building: Promise<string> | undefined;

/** The folder of the pages as they are now, with an absolute path; they are built first when they must be. */
export function builtPages(): Promise<string> {
  if (!isProject()) return Promise.resolve(PACKAGED);
  building ??= build().finally(() => {
    building = undefined;
  });
  return building;
}

/** The folder that a build of the present sources belongs in, with an absolute path. */
export function stampedFolder(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(join(ROOT, 'web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith(join(BUILDS, '')));
  for (const path of [...sources.sort(), ...ALSO_STAMPED]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return join(ROOT, BUILDS, hash.digest('hex').slice(0, 16));
}

/** In another process, which ends with all that the tools have taken of memory. */
async function build(): Promise<string> {
  const folder = stampedFolder();
  if (existsSync(folder)) return folder;
  const builder = join(ROOT, 'scripts/build-pages.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [builder], { cwd: ROOT });
  // Of the sources as that process has found them.
  return stdout.trim();
}

/** Whether the sources run as they stand, as in development: the package holds no TypeScript. */
export function isProject(): boolean {
  return import.meta.filename.endsWith('.ts');
}
