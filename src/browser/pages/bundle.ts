/** The built pages, as the server uses them. They are read when the first page is drawn: an idle server has none. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtPages } from './built-pages.ts';
import type { Page } from './page-data.ts';

/** What a page fetches, as addresses from the root of its host. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
  readonly icon: string;
}

export interface Bundle {
  /** The whole document. */
  render(page: Page, files: PageFiles): string;
  /** Files that browsers fetch, by their names. */
  readonly assets: ReadonlyMap<string, Buffer>;
  /** The names of two of them. */
  readonly script: string;
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
  const names = await readdir(join(folder, 'assets'));
  const files = names.map(async (name) => [name, await readFile(join(folder, 'assets', name))] as const);
  const { render }: Pick<Bundle, 'render'> = await import(pathToFileURL(join(folder, 'render.mjs')).href);
  const named = (ending: string): string => {
    const found = names.find((name) => name.endsWith(ending));
    if (found === undefined) throw new Error(`the pages in ${folder} have no file that ends in ${ending}`);
    return found;
  };
  return { render, assets: new Map(await Promise.all(files)), script: named('.js'), style: named('.css') };
}
