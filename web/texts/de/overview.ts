/** The texts of the sessions of a site, for its administrators. */
import type { texts as english } from '../en/overview.ts';

export const texts: typeof english = () => ({
  overview: {
    heading: (siteName: string): string => `Sitzungen von ${siteName}`,
    running: 'Läuft gerade',
    next: 'Als Nächstes',
    noneRunning: 'Zurzeit läuft keine Sitzung.',
    none: 'Nichts geplant.',
    noneHint: 'Hier erscheinen Sitzungen, die auf dieser Site geplant werden.',
    more: 'Es gibt noch mehr Sitzungen als diese.',
    queues: 'Support-Warteschlangen',
    home: 'Zurück zu Ihrer eigenen Seite',
    labs: 'Labore und ihre Computer',
  },
});
