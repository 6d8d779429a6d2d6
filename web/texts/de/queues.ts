/** The texts of support queues, for administrators. */
import type { texts as english } from '../en/queues.ts';

export const texts: typeof english = () => ({
  queues: {
    heading: 'Support-Warteschlangen',
    lead: 'Ihre Benutzerverwaltung weist diesen Warteschlangen mit AssignWebACDQueues die Support-Kräfte und ihre Leitung zu. Die Site hält fest, wer welche bedient; sie verteilt selbst keine Anfragen.',
    all: 'Warteschlangen dieser Site',
    none: 'Es gibt noch keine Warteschlange.',
    noneHint: 'Legen Sie hier die erste an.',
    people: (count: number): string =>
      count === 0
        ? 'Niemand bedient sie'
        : count === 1
          ? 'Eine Person bedient sie'
          : `${count} Personen bedienen sie`,
    remove: 'Entfernen',
    removeName: (name: string): string => `${name} entfernen`,
    make: 'Warteschlange anlegen',
    name: 'Name',
    problems: {
      name: 'Der Name braucht ein sichtbares Zeichen und darf höchstens 128 Zeichen haben.',
      taken: 'Eine Warteschlange mit diesem Namen gibt es schon.',
      full: 'Die Site hat so viele Warteschlangen, wie sie haben darf. Entfernen Sie erst eine.',
    },
    back: 'Zurück zu den Sitzungen',
  },
});
