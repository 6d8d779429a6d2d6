/** The built pages, as the server uses them. They are read when the first page is drawn: an idle server has none. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtPages } from './built-pages.ts';
import type { Page } from './page-data.ts';
import type { PageFiles } from './page-files.ts';
import {
  type Manifest,
  type ScriptsOfView,
  scriptsOfConsole,
  scriptsOfView,
  type ViewSources,
} from './scripts-of-view.ts';

export interface Bundle {
  /** The whole document. */
  render(page: Page, files: PageFiles): string;
  /** Files that browsers fetch, by their names; packed ones too. */
  readonly assets: ReadonlyMap<string, Buffer>;
  /** The names of those that a page fetches. */
  scriptsOf(page: Page): ScriptsOfView;
  readonly style: string;
  readonly console: ConsoleFiles;
}

/** The client of LiveKit's rooms, which is as large as the rest of the room. */
const LIVEKIT_CLIENT = 'room/media/livekit-room.ts';

/** What the server's bundle exports (`web/server.tsx`). */
interface Drawing extends Pick<Bundle, 'render'> {
  /** Of every view, with its texts in every language. */
  allSources(): readonly ViewSources[];
  sourcesOf(page: Page): ViewSources;
}

/** What the console's app begins with, which is a bundle of its own. */
export interface ConsoleFiles {
  readonly script: string;
  readonly preloads: readonly string[];
  readonly style: string;
}

let reading: Promise<Bundle> | undefined;

/** Rejects when the pages can neither be read nor built; the next call tries again. */
export function bundle(): Promise<Bundle> {
  reading ??= read().catch((error: unknown) => {
    reading = undefined;
    throw error;
  });
  return reading;
}

async function read(): Promise<Bundle> {
  const folder = await builtPages();
  const files = await filesIn(join(folder, 'assets'));
  const { render, allSources, sourcesOf }: Drawing = await import(
    pathToFileURL(join(folder, 'render.mjs')).href
  );
  const manifest: Manifest = JSON.parse(String(files.get('manifest.json')));
  for (const sources of allSources()) scriptsOfView(manifest, sources, LIVEKIT_CLIENT);
  const style = [...files.keys()].find((name) => /^pages-.*\.css$/.test(name));
  if (style === undefined) throw new Error(`the pages in ${folder} have no style sheet`);
  return {
    render,
    assets: files,
    style,
    console: consoleFiles(JSON.parse(String(files.get('console-manifest.json'))), folder),
    scriptsOf(page) {
      const { content } = page;
      const isLiveKit = content.page === 'room' && content.media.grant.engine === 'livekit';
      return scriptsOfView(manifest, sourcesOf(page), ...(isLiveKit ? [LIVEKIT_CLIENT] : []));
    },
  };
}

function consoleFiles(manifest: Manifest, folder: string): ConsoleFiles {
  const { entry, others, styles } = scriptsOfConsole(manifest);
  const [style] = styles;
  if (style === undefined) throw new Error(`the console in ${folder} has no style sheet`);
  return { script: entry, preloads: others, style };
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}
