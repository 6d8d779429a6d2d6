import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'parts',
  inDevelopment: true,
  routes: [{ path: 'parts', load: () => import('./parts-page.tsx') }],
};
