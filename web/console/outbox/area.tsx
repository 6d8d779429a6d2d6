import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'outbox',
  nav: { group: 'integration', order: 3, item: 'outbox' },
  routes: [
    { path: 'outbox', load: () => import('./outbox-page.tsx') },
    { path: 'outbox/$id', load: () => import('./mail-page.tsx') },
  ],
};
