/** The texts of the page with somebody's own meetings. */
import type { texts as english } from '../en/meetings.ts';

export const texts: typeof english = () => ({
  meetings: {
    heading: 'Ihre Meetings',
    schedule: 'Meeting planen',
    which: 'Welche Meetings',
    views: { upcoming: 'Anstehend', recurring: 'Regelmäßig', past: 'Vergangen', recorded: 'Aufgezeichnet' },
    search: 'Nach Titel suchen',
    find: 'Suchen',
    all: 'Alle anzeigen',
    none: {
      upcoming: 'Nichts geplant.',
      recurring: 'Keines Ihrer Meetings wiederholt sich.',
      past: 'Noch kein Meeting ist vorbei.',
      recorded: 'Noch nichts aufgezeichnet. Im Raum eines Meetings zeichnen Sie unter „Mehr“ auf.',
    },
    noneFound: (name: string): string => `Kein Meeting beginnt mit „${name}“.`,
    before: 'Vorige Seite',
    after: 'Nächste Seite',
    pages: 'Seiten',
    done: { cancelled: 'Das Meeting ist abgesagt. Alle Eingeladenen werden benachrichtigt.' },
  },
});
