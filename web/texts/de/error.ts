/** The texts of what could not be shown. */
import type { texts as english } from '../en/error.ts';

export const texts: typeof english = () => ({
  error: {
    headings: {
      notFound: 'Diese Seite gibt es nicht',
      notUnderstood: 'Die Anfrage war nicht zu verstehen',
      denied: 'Das ist für Sie nicht freigegeben',
      wait: 'Nicht so schnell',
      fault: 'Da ist etwas schiefgegangen',
      other: 'Das hat nicht geklappt',
      sso: 'Die Anmeldung hat nicht geklappt',
    },
    fault:
      'Versuchen Sie es noch einmal. Wenn es wieder geschieht, nennen Sie Ihrer Administration diese Nummer:',
    tellSso: 'Wenn es wieder geschieht, nennen Sie Ihrer Administration diese Nummer:',
    ssoNumber: (number: number): string => `Single-Sign-On-Fehler ${number}`,
    id: 'Nummer der Anfrage',
  },
});
