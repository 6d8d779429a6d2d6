import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'sessions',
  nav: { group: 'people', order: 1, item: 'sessions' },
  routes: [
    { path: 'sessions', load: () => import('./sessions-page.tsx') },
    { path: 'sessions/$key', load: () => import('./session-page.tsx') },
  ],
};
