/** Takes the page over in the browser: it is the same as the server has drawn, and then better. */
import { hydrateRoot } from 'react-dom/client';
import type { Page } from '../src/browser/pages/page-data.ts';
import { App } from './app.tsx';
import { DATA, ROOT } from './document.tsx';
import './styles/index.css';

const root = document.getElementById(ROOT);
const data = document.getElementById(DATA)?.textContent;
// What a command has told is told once: a reload shows the page without it.
if (new URLSearchParams(location.search).get('ST') === 'FAIL') history.replaceState(null, '', location.pathname);

if (root && data) hydrateRoot(root, <App page={JSON.parse(data) as Page} />);
