/** The texts of the chat. */
import type { texts as english } from '../en/chat.ts';
import { about } from './words.ts';

type To = 'ALL' | 'HOSTS' | 'ONE';

export const texts: typeof english = about((words) => ({
  chat: {
    title: 'Chat',
    said: 'Nachrichten',
    nothing: `Noch wurde nichts geschrieben. Was Sie hier schreiben, gehört ${words.toThe}.`,
    you: 'Sie',
    /** Where the names of those who attend are not for everybody. */
    nameless: 'Eine teilnehmende Person',
    to: 'An',
    everyone: 'Alle',
    hosts: 'Host und Vortragende',
    message: 'Nachricht',
    send: 'Senden',
    notNow: 'Der Host hat den Chat geschlossen.',
    kept: 'Der Host kann später lesen, was an alle und an den Host geschrieben wird.',
    note: (to: To, isYours: boolean, toName: string | undefined): string | undefined => {
      if (to === 'ALL') return undefined;
      if (to === 'HOSTS') return isYours ? 'an den Host' : 'an die Hosts';
      return isYours ? `nur an ${toName ?? 'eine Person'}` : 'nur an Sie';
    },
    told: (name: string, to: To, text: string): string =>
      to === 'ONE' ? `${name}, nur an Sie: ${text}` : `${name}: ${text}`,
    afterwards: 'Was geschrieben wurde',
    nothingKept: 'An alle oder an den Host wurde nichts geschrieben.',
    keptNowhere: 'Diese Site bewahrt nichts von dem auf, was geschrieben wird.',
    back: `Zurück ${words.toThe}`,
    unsent: {
      notAllowed: 'Der Host erlaubt Ihnen diese Nachricht zurzeit nicht.',
      gone: 'Diese Person ist gegangen.',
      tooFast: 'Zu viel auf einmal: Warten Sie einen Moment, und senden Sie noch einmal.',
      lost: 'Nicht gesendet. Prüfen Sie die Verbindung, und senden Sie noch einmal.',
    },
  },
}));
