/** The texts of the chat. */
import { about } from './words.ts';

type To = 'ALL' | 'HOSTS' | 'ONE';

export const texts = about((words) => ({
  chat: {
    title: 'Chat',
    said: 'Messages',
    nothing: `Nothing has been written yet. What is written here goes with the ${words.noun}.`,
    you: 'You',
    /** Where the names of those who attend are not for everybody. */
    nameless: 'An attendee',
    to: 'To',
    everyone: 'Everyone',
    hosts: 'Host and presenters',
    message: 'Message',
    send: 'Send',
    notNow: 'The host has closed the chat.',
    kept: 'The host can read what is written to everyone and to the host afterwards.',
    note: (to: To, isYours: boolean, toName: string | undefined): string | undefined => {
      if (to === 'ALL') return undefined;
      if (to === 'HOSTS') return isYours ? 'to the host' : 'to the hosts';
      return isYours ? `to ${toName ?? 'one person'} alone` : 'to you alone';
    },
    told: (name: string, to: To, text: string): string =>
      to === 'ONE' ? `${name}, to you alone: ${text}` : `${name}: ${text}`,
    afterwards: 'What was written',
    nothingKept: 'Nothing has been written to everyone or to the host.',
    keptNowhere: 'This site keeps nothing of what is written.',
    back: `Back to the ${words.noun}`,
    unsent: {
      notAllowed: 'The host does not let you write to them now.',
      gone: 'They have left.',
      tooFast: 'Too much at once: wait a moment, and send it again.',
      lost: 'It was not sent. Check the connection, and send it again.',
    },
  },
}));
