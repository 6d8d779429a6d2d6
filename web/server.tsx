/** Draws pages on the server. */
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import type { PageFiles } from '../src/browser/pages/bundle.ts';
import type { Page } from '../src/browser/pages/page-data.ts';
import { App } from './app.tsx';
import { Document } from './document.tsx';

/** The whole document. */
export function render(page: Page, files: PageFiles): string {
  const shown = asBrowsersReadIt(page);
  const content = renderToString(<App page={shown} />);
  return `<!DOCTYPE html>${renderToStaticMarkup(<Document page={shown} files={files} content={content} />)}`;
}

/** HTML cannot carry every character that JSON can: what the browser takes over must be what it was sent. */
function asBrowsersReadIt(page: Page): Page {
  return JSON.parse(JSON.stringify(page), (_name, value: unknown) =>
    typeof value === 'string'
      ? value.toWellFormed().replaceAll('\0', '\ufffd').replace(/\r\n?/g, '\n')
      : value,
  ) as Page;
}
