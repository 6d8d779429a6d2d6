import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { isWhole } from './corpora.ts';

/**
 * A server that Go builds from the source of its own module, kept in the user's cache between runs. It is built in CI's
 * mode alone; elsewhere one that is there already is used, or the tests are skipped by name.
 */

export interface GoProgram {
  /** The package of its command. */
  readonly path: string;
  /** With its `v`. */
  readonly version: string;
}

export type FoundProgram = { readonly binary: string } | { readonly reason: string };

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'parlance-tests');

/** Milliseconds for the build. */
const PATIENCE = 15 * 60_000;

/** @param own where somebody has put it */
export async function findGoProgram({ path, version }: GoProgram, own?: string): Promise<FoundProgram> {
  const name = basename(path);
  const binary = own ?? join(CACHE, `${name}-${version.slice(1)}`);
  if (existsSync(binary)) return { binary };
  if (!isWhole) return { reason: `${name} is not here; PARLANCE_TEST_CORPORA=whole has Go build it` };
  const folder = await mkdtemp(join(tmpdir(), `parlance-${name}-`));
  try {
    const env = { ...process.env, GOBIN: folder };
    await promisify(execFile)('go', ['install', `${path}@${version}`], { env, timeout: PATIENCE });
    await mkdir(CACHE, { recursive: true });
    // Another process may have built it meanwhile: either is whole.
    await promisify(execFile)('mv', [join(folder, name), `${binary}.${process.pid}`]);
    await rename(`${binary}.${process.pid}`, binary);
    return { binary };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    return { reason: `${name} ${version} is not here, and Go could not build it: ${why}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
