/** The texts of the way into a session and out of it. */
import type { InvitationTerms } from '../../../src/browser/pages/room-page.ts';
import type { texts as english } from '../en/way-in.ts';
import { about, capital } from './words.ts';

export const texts: typeof english = about((words) => ({
  wayIn: {
    details: words.about,
    emailHint: 'Sie können das leer lassen. Nur der Host sieht es.',
    locked: `Der Host hat ${words.this} abgeschlossen. Bitten Sie den Host aufzuschließen, oder warten Sie vor der Tür: Sie kommen hinein, sobald wieder offen ist.`,
    waitAtDoor: 'Vor der Tür warten',
    lockedRoom: 'Klopfen Sie an: Wer für den Raum zuständig ist, lässt Sie ein.',
    knock: 'Anklopfen',
    about: `Zur Seite ${words.ofThe}`,
    home: 'Zur Startseite',

    passwordIs: 'Passwort',

    invited: ({ password, account, registration, admission }: InvitationTerms, isLocked: boolean): string => {
      const key = password ? 'den Link und das Passwort' : 'den Link';
      const who = account
        ? `Wer hier ein Konto hat und ${key} kennt,`
        : registration
          ? `Wer sich registriert hat und ${key} kennt,`
          : `Wer ${key} kennt,`;
      const what = admission ? 'kann anklopfen, und der Host lässt ein' : 'kann teilnehmen';
      return isLocked
        ? `${capital(words.the)} ist abgeschlossen, niemand kann jetzt hinein. Ist wieder aufgeschlossen, gilt: ${who} ${what}.`
        : `${who} ${what}.`;
    },
  },
}));
