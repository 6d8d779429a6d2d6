import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'overview',
  nav: { group: 'top', order: 1, item: 'overview' },
  routes: [{ path: '', load: () => import('./overview-page.tsx') }],
};
