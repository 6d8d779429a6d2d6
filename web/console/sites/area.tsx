import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'overview',
  nav: { group: 'installation', order: 1, item: 'sites', may: 'owner' },
  routes: [{ path: 'sites', load: () => import('./sites-page.tsx') }],
};
