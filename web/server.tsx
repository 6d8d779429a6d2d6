/** Draws pages on the server. */
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import type { Page } from '../src/browser/pages/page-data.ts';
import type { PageFiles } from '../src/browser/pages/page-files.ts';
import type { ViewSources } from '../src/browser/pages/scripts-of-view.ts';
import { LANGUAGES, type SpokenLanguage } from '../src/language.ts';
import { App } from './app.tsx';
import { Document } from './document.tsx';
import { languageOfPage, textsOf } from './texts/all-texts.ts';
import { COMMON } from './texts/texts.ts';
import { type AnyView, kindOf, type ViewModule } from './view.ts';

const files = import.meta.glob<ViewModule>('./pages/*/*.tsx', { eager: true });

/** Every view, by its kind. */
const VIEWS: ReadonlyMap<string, AnyView> = new Map(
  Object.entries(files).map(([path, { view }]) => [kindOf(path), view]),
);

const VIEW_FILES: ReadonlyMap<string, string> = new Map(
  Object.keys(files).map((path) => [kindOf(path), path.slice('./'.length)]),
);

/** What the build has made the page's scripts of. */
export function sourcesOf(page: Page): ViewSources {
  return sources(page.content.page, languageOfPage(page));
}

/** Of every view, with its texts in every language. */
export function allSources(): ViewSources[] {
  return [...VIEWS.keys()].flatMap((kind) => LANGUAGES.map((language) => sources(kind, language)));
}

function sources(kind: string, language: SpokenLanguage): ViewSources {
  const areas = [COMMON, ...viewOf(kind).areas];
  return {
    view: VIEW_FILES.get(kind) ?? '',
    texts: areas.map((area) => `texts/${language}/${area}.ts`),
  };
}

function viewOf(kind: string): AnyView {
  const view = VIEWS.get(kind);
  if (!view) throw new Error(`there is no view of the kind ${kind}`);
  return view;
}

/** The whole document. */
export function render(page: Page, pageFiles: PageFiles): string {
  const view = viewOf(page.content.page);
  const shown = asBrowsersReadIt(page);
  const texts = textsOf(shown, view.areas);
  const content = renderToString(<App page={shown} view={view} texts={texts} />);
  const document = (
    <Document
      page={shown}
      view={view}
      language={languageOfPage(shown)}
      texts={texts}
      files={pageFiles}
      content={content}
    />
  );
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
