import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'sessions',
  nav: { group: 'people', order: 2, item: 'history' },
  routes: [{ path: 'history', load: () => import('./history-page.tsx') }],
};
