/** Takes the page over in the browser: it is the same as the server has drawn, and then better. */
import { hydrateRoot } from 'react-dom/client';
import type { Page } from '../src/browser/pages/page-data.ts';
import { App } from './app.tsx';
import { DATA, ROOT } from './document.tsx';
import { type Area, type Catalogue, kindOfSession, type Texts, textsFrom } from './texts/texts.ts';
import { kindOf, type ViewModule } from './view.ts';
import './styles/index.css';

/** @param files the views of an entry by their paths; the one that the page needs is loaded */
export async function takeOver(files: Readonly<Record<string, () => Promise<ViewModule>>>): Promise<void> {
  // What a command has told is told once: a reload shows the page without it.
  if (new URLSearchParams(location.search).get('ST') === 'FAIL') {
    history.replaceState(null, '', location.pathname);
  }
  const root = document.getElementById(ROOT);
  const data = document.getElementById(DATA)?.textContent;
  if (!root || !data) return;
  const page = JSON.parse(data) as Page;
  const [, load] = Object.entries(files).find(([path]) => kindOf(path) === page.content.page) ?? [];
  if (!load) throw new Error(`this entry has no view of the kind ${page.content.page}`);
  const { content } = page;
  if ('at' in content && content.at !== undefined) history.replaceState(null, '', content.at);
  const [{ view }, texts] = await Promise.all([load(), textsOfPage(page)]);
  hydrateRoot(root, <App page={page} view={view} texts={texts} />);
  // Whoever drives a browser may wait for it.
  root.dataset.takenOver = '';
}

/** The server has named the files: only it knows them all. */
async function textsOfPage(page: Page): Promise<Texts> {
  const links = document.head.querySelectorAll<HTMLLinkElement>('link[data-texts]');
  const files = await Promise.all(
    [...links].map(({ href }): Promise<{ texts: Catalogue[Area] }> => import(/* @vite-ignore */ href)),
  );
  return textsFrom(
    files.map(({ texts }) => texts),
    kindOfSession(page),
  );
}
