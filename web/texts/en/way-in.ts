/** The texts of the way into a session and out of it. */
import type { InvitationTerms } from '../../../src/browser/pages/room-page.ts';
import { about } from './words.ts';

export const texts = about((words) => ({
  wayIn: {
    details: `About this ${words.noun}`,
    emailHint: 'You may leave this empty. Only the host sees it.',
    locked: `The host has locked this ${words.noun}. Ask the host to unlock it, or wait at the door: you go in as soon as it is open again.`,
    waitAtDoor: 'Wait at the door',
    lockedRoom: 'Knock, and whoever is in charge of the room lets you in.',
    knock: 'Knock',
    about: `Page of the ${words.noun}`,
    home: 'Go to the start page',

    passwordIs: 'Password',

    invited: ({ password, account, registration, admission }: InvitationTerms, isLocked: boolean): string => {
      const who = account
        ? `People who have an account here and the link${password ? ' and the password' : ''}`
        : registration
          ? `Anyone who has ${words.registered} and has the link${password ? ' and the password' : ''}`
          : `Anyone with the link${password ? ' and the password' : ''}`;
      const what = admission ? 'can ask to join, and the host lets them in' : 'can join';
      return isLocked
        ? `The ${words.noun} is locked, and nobody else can join. Once it is unlocked: ${who.charAt(0).toLowerCase()}${who.slice(1)} ${what}.`
        : `${who} ${what}.`;
    },
  },
}));
