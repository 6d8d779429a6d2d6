import type { ConsoleArea } from '../console-area.ts';

export const area: ConsoleArea = {
  id: 'users',
  nav: { group: 'people', order: 30, item: 'users' },
  routes: [
    { path: 'users', load: () => import('./users-page.tsx') },
    { path: 'users/new', load: () => import('./new-user-page.tsx') },
    { path: 'users/files', load: () => import('./files-page.tsx') },
    { path: 'users/files/$job', load: () => import('./job-page.tsx') },
    { path: 'users/$userID', load: () => import('./user-page.tsx') },
  ],
};
