import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'integrations',
  nav: { group: 'integration', order: 30, item: 'integrations' },
  routes: [{ path: 'integrations', load: () => import('./integrations-page.tsx') }],
};
