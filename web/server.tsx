/** Draws pages on the server. */
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import type { Page } from '../src/browser/pages/page-data.ts';
import type { PageFiles } from '../src/browser/pages/page-files.ts';
import { App } from './app.tsx';
import { Document } from './document.tsx';
import { type AnyView, kindOf, type ViewModule } from './view.ts';

const files = import.meta.glob<ViewModule>('./pages/*/*.tsx', { eager: true });

/** Every view, by its kind. */
const VIEWS: ReadonlyMap<string, AnyView> = new Map(
  Object.entries(files).map(([path, { view }]) => [kindOf(path), view]),
);

/** Where the views are, by their kinds, as paths from `web/`. */
export const VIEW_FILES: ReadonlyMap<string, string> = new Map(
  Object.keys(files).map((path) => [kindOf(path), path.slice('./'.length)]),
);

/** The whole document. */
export function render(page: Page, pageFiles: PageFiles): string {
  const view = VIEWS.get(page.content.page);
  if (!view) throw new Error(`there is no view of the kind ${page.content.page}`);
  const shown = asBrowsersReadIt(page);
  const content = renderToString(<App page={shown} view={view} />);
  const document = <Document page={shown} view={view} files={pageFiles} content={content} />;
  return `<!DOCTYPE html>${renderToStaticMarkup(document)}`;
}

/** HTML cannot carry every character that JSON can: what the browser takes over must be what it was sent. */
function asBrowsersReadIt(page: Page): Page {
  return JSON.parse(JSON.stringify(page), (_name, value: unknown) =>
    typeof value === 'string'
      ? value.toWellFormed().replaceAll('\0', '\ufffd').replace(/\r\n?/g, '\n')
      : value,
  ) as Page;
}
