import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'audit',
  nav: { group: 'site', order: 9, item: 'audit' },
  routes: [{ path: 'audit', load: () => import('./audit-page.tsx') }],
};
