import type { texts as english } from '../en/overview.ts';

export const texts: typeof english = {
  title: 'Übersicht',
  running: 'Läuft gerade',
};
