/** The texts of waiting at the door. */
import type { texts as english } from '../en/waiting.ts';
import { about, capital } from './words.ts';

export const texts: typeof english = about((words) => ({
  waiting: {
    start: 'Der Host hat noch nicht begonnen',
    startLead: `Sie kommen von selbst hinein, sobald ${words.the} beginnt. Lassen Sie diese Seite offen.`,
    admission: 'Der Host weiß, dass Sie da sind',
    admissionLead: 'Sie kommen von selbst hinein, sobald man Sie einlässt. Lassen Sie diese Seite offen.',
    unlock: `${capital(words.the)} ist abgeschlossen`,
    unlockLead:
      'Sie kommen von selbst hinein, sobald der Host aufschließt. Lassen Sie diese Seite offen, oder fragen Sie den Host.',
    tryNow: 'Jetzt versuchen',
    leave: 'Verlassen',
    lost: 'Die Verbindung ist unterbrochen. Wird erneut versucht …',
  },
}));
