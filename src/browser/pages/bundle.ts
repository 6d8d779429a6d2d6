/** The built pages, as the server uses them. They are read when the first page is drawn: an idle server has none. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtPages } from './built-pages.ts';
import type { Page } from './page-data.ts';
import type { PageFiles } from './page-files.ts';
import { type Manifest, type ScriptsOfView, scriptsOfView } from './scripts-of-view.ts';

export interface Bundle {
  /** The whole document. */
  render(page: Page, files: PageFiles): string;
  /** Files that browsers fetch, by their names; packed ones too. */
  readonly assets: ReadonlyMap<string, Buffer>;
  /** The names of those that a page fetches. */
  scriptsOf(content: Page['content']): ScriptsOfView;
  readonly style: string;
}

/** The client of LiveKit's rooms, which is as large as the rest of the room. */
const LIVEKIT_CLIENT = 'room/media/livekit-room.ts';

/** What the server's bundle exports (`web/server.tsx`). */
interface Drawing extends Pick<Bundle, 'render'> {
  /** The path of each view's source from `web/`, by its kind. */
  readonly VIEW_FILES: ReadonlyMap<string, string>;
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
  const { render, VIEW_FILES }: Drawing = await import(pathToFileURL(join(folder, 'render.mjs')).href);
  const manifest: Manifest = JSON.parse(String(files.get('manifest.json')));
  for (const view of VIEW_FILES.values()) scriptsOfView(manifest, view, LIVEKIT_CLIENT);
  const style = [...files.keys()].find((name) => name.endsWith('.css'));
  if (style === undefined) throw new Error(`the pages in ${folder} have no style sheet`);
  return {
    render,
    assets: files,
    style,
    scriptsOf(content) {
      const view = VIEW_FILES.get(content.page);
      if (!view) throw new Error(`the pages in ${folder} have no view of the kind ${content.page}`);
      const isLiveKit = content.page === 'room' && content.media.grant.engine === 'livekit';
      return scriptsOfView(manifest, view, ...(isLiveKit ? [LIVEKIT_CLIENT] : []));
    },
  };
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}
