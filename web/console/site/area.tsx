import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'site',
  nav: { group: 'site', order: 1, item: 'site' },
  routes: [
    { path: 'site', load: () => import('./settings-page.tsx') },
    { path: 'site/look', load: () => import('./look-page.tsx') },
    { path: 'site/session-types', load: () => import('./session-types-page.tsx') },
    { path: 'site/tracking-codes', load: () => import('./tracking-page.tsx') },
    { path: 'site/recordings', load: () => import('./recordings-page.tsx') },
    { path: 'site/saml', load: () => import('./saml-page.tsx') },
    { path: 'site/openid', load: () => import('./openid-page.tsx') },
    { path: 'site/mail', load: () => import('./mail-texts-page.tsx') },
    { path: 'site/mail/$kind/$language', load: () => import('./mail-text-page.tsx') },
  ],
};
