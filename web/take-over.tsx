/** Takes the page over in the browser: it is the same as the server has drawn, and then better. */
import { hydrateRoot } from 'react-dom/client';
import type { Page } from '../src/browser/pages/page-data.ts';
import { App } from './app.tsx';
import { DATA, ROOT } from './document.tsx';
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
  const { view } = await load();
  hydrateRoot(root, <App page={page} view={view} />);
  // Whoever drives a browser may wait for it.
  root.dataset.takenOver = '';
}
