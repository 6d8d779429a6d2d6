import type { ConsoleArea } from '../console-area.ts';
import { loadTexts } from '../texts/console-texts.ts';

export const area: ConsoleArea = {
  id: 'testTool',
  nav: { group: 'integration', order: 20, item: 'testTool' },
  routes: [
    { path: 'test', load: () => import('./operations-page.tsx') },
    { path: 'test/links', load: () => import('./links-page.tsx') },
    {
      path: 'test/$service/$name',
      load: async () => {
        await loadTexts('diagnosis');
        return import('./operation-page.tsx');
      },
    },
  ],
};
