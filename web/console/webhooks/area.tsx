import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'webhooks',
  nav: { group: 'integration', order: 4, item: 'webhooks' },
  routes: [
    { path: 'webhooks', load: () => import('./webhooks-page.tsx') },
    { path: 'webhooks/$id', load: () => import('./webhook-page.tsx') },
    { path: 'webhooks/$id/deliveries/$delivery', load: () => import('./delivery-page.tsx') },
  ],
};
