import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'parts',
  nav: { group: 'installation', order: 99, item: 'parts', inDevelopment: true },
  routes: [{ path: 'parts', load: () => import('./parts-page.tsx') }],
};
