/** What stands around the content of a page, and what the browser needs to take it over. */
import type { Page } from '../src/browser/pages/page-data.ts';
import type { PageFiles } from '../src/browser/pages/page-files.ts';
import type { SpokenLanguage } from '../src/language.ts';
import type { Texts } from './texts/texts.ts';
import type { AnyView } from './view.ts';

export const ROOT = 'root';
export const DATA = 'page';

/** Seconds; a stay ends a minute after its browser has last been heard of. */
const LOOK_AGAIN_AFTER = '20';

interface DocumentProps {
  readonly page: Page;
  readonly view: AnyView;
  readonly language: SpokenLanguage;
  readonly texts: Texts;
  readonly files: PageFiles;
  /** HTML. */
  readonly content: string;
}

export function Document({ page, view, language, texts, files, content }: DocumentProps) {
  const name = page.site?.siteName ?? texts.product;
  return (
    <html lang={language} data-theme={page.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={page.theme ?? 'light dark'} />
        <meta name="robots" content="noindex" />
        <title>{`${view.title(page.content, texts)} · ${name}`}</title>
        <link rel="icon" href={files.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={files.style} />
        {page.site?.style && <link rel="stylesheet" href={page.site.style} />}
        {files.preloads.map((script) => (
          <link key={script} rel="modulepreload" href={script} />
        ))}
        {files.texts.map((script) => (
          <link key={script} rel="modulepreload" href={script} data-texts="" />
        ))}
        <script type="module" src={files.script} />
        {isFollowed(page) && (
          <noscript>
            <meta httpEquiv="refresh" content={LOOK_AGAIN_AFTER} />
          </noscript>
        )}
      </head>
      <body>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React has just written it. */}
        <div id={ROOT} dangerouslySetInnerHTML={{ __html: content }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: nothing in it ends the script. */}
        <script type="application/json" id={DATA} dangerouslySetInnerHTML={{ __html: scriptJson(page) }} />
      </body>
    </html>
  );
}

/** Whether scripts follow what happens: without them the page is asked for again, which keeps one's place too. */
function isFollowed({ content }: Page): boolean {
  // The answer to a form has no address of its own: asking for it anew would lose what was typed.
  return content.page === 'room' || (content.page === 'waiting' && content.at === undefined);
}

/** JSON without the character that could begin a tag or a comment. */
function scriptJson(page: Page): string {
  return JSON.stringify(page).replaceAll('<', '\\u003c');
}
