import type { texts as english } from '../en/parts.ts';

export const texts: typeof english = {
  title: 'Bausteine',
  lead: 'Woraus jede Seite der Konsole besteht.',
};
