/** Builds the pages (`web/`): what the server draws them with, and what browsers fetch. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { BUILDS, stampedFolder } from '../src/browser/pages/built-pages.ts';
import {
  type Manifest,
  scriptsOfConsole,
  scriptsOfView,
  type ViewSources,
} from '../src/browser/pages/scripts-of-view.ts';
import { browserBundle, consoleBundle, serverBundle } from '../web/vite.config.ts';
import { ROOT } from './files.ts';

/**
 * Resolves with the folder of the pages as their sources are now, which are built unless they are there. Several
 * processes may do this at once: a build comes into its place whole.
 */
export async function buildPages(): Promise<string> {
  const folder = stampedFolder();
  if (existsSync(folder)) return folder;
  const builds = join(ROOT, BUILDS);
  const unfinished = join(builds, `unfinished-${process.pid}`);
  mkdirSync(builds, { recursive: true });
  try {
    await build({ ...browserBundle(unfinished), configFile: false, logLevel: 'warn' });
    await build({ ...consoleBundle(unfinished), configFile: false, logLevel: 'warn' });
    await build({ ...serverBundle(unfinished), configFile: false, logLevel: 'warn' });
    pack(join(unfinished, 'assets'));
    putInPlace(unfinished, folder);
    removeEarlier(builds, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** Each file beside itself, packed as browsers take it. */
function pack(assets: string): void {
  for (const name of readdirSync(assets)) {
    const file = readFileSync(join(assets, name));
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(file));
    writeFileSync(join(assets, `${name}.gz`), gzipSync(file, { level: 9 }));
  }
}

/**
 * The bytes of script that the largest page of an entry sends at first, packed by gzip: brotli makes fewer of it.
 * @param entry such as `visitors`
 */
export async function scriptBytes(folder: string, entry: string): Promise<number> {
  const assets = join(folder, 'assets');
  const manifest: Manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8'));
  const drawing: { allSources(): readonly ViewSources[] } = await import(
    pathToFileURL(join(folder, 'render.mjs')).href
  );
  const bytesOf = (sources: ViewSources) => {
    const { entry: first, others, texts } = scriptsOfView(manifest, sources);
    const names = [first, ...others, ...texts];
    return names.reduce((bytes, name) => bytes + statSync(join(assets, `${name}.gz`)).size, 0);
  };
  const ofEntry = drawing.allSources().filter(({ view }) => view.startsWith(`pages/${entry}/`));
  return Math.max(...ofEntry.map(bytesOf));
}

/** The same of the first view of the console's app, with its texts. */
export function consoleBytes(folder: string): number {
  const assets = join(folder, 'assets');
  const manifest: Manifest = JSON.parse(readFileSync(join(assets, 'console-manifest.json'), 'utf8'));
  const first = ['overview/overview-page.tsx', 'texts/en/frame.ts', 'texts/en/overview.ts'];
  const { entry, others } = scriptsOfConsole(manifest, ...first.map((source) => `console/${source}`));
  return [entry, ...others].reduce((bytes, name) => bytes + statSync(join(assets, `${name}.gz`)).size, 0);
}

/** Another process may have been first: its build is the same. */
function putInPlace(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** What other processes are building stays. */
function removeEarlier(builds: string, present: string): void {
  for (const name of readdirSync(builds)) {
    if (name.startsWith('unfinished-') || name === basename(present)) continue;
    rmSync(join(builds, name), { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(await buildPages());
