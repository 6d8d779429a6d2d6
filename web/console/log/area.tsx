import type { ConsoleArea } from '../console-area.ts';
import { loadTexts } from '../texts/console-texts.ts';

export const area: ConsoleArea = {
  id: 'log',
  nav: { group: 'integration', order: 10, item: 'log' },
  routes: [
    { path: 'log', load: () => import('./log-page.tsx') },
    {
      path: 'log/$entry',
      load: async () => {
        // Documents and diagnoses are shown by parts of the test tool.
        await Promise.all((['testTool', 'diagnosis', 'migration'] as const).map(loadTexts));
        return import('./entry-page.tsx');
      },
    },
  ],
};
