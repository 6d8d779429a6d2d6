/** The texts of an account’s password, its e-mail address, and of its being new. */
import type { texts as english } from '../en/account.ts';

export const texts: typeof english = () => ({
  password: {
    change: 'Neues Passwort wählen',
    mustChange: 'Sie müssen Ihr Passwort ändern, bevor es weitergeht.',
    reset: 'Neues Passwort wählen',
    resetLead: 'Danach können Sie sich damit anmelden.',
    userName: 'Benutzername',
    old: 'Altes Passwort',
    new: 'Neues Passwort',
    again: 'Neues Passwort wiederholen',
    submit: 'Passwort ändern',
    rule: (rule: string): string => `Das neue Passwort ${rule}.`,
    wrongOld: 'Benutzername oder altes Passwort ist falsch, oder das Konto darf nicht benutzt werden.',
  },
  forgot: {
    heading: 'Passwort vergessen?',
    lead: 'Sagen Sie uns, wer Sie sind. Wir senden Ihnen einen Link, mit dem Sie ein neues wählen.',
    WID: 'Benutzername oder E-Mail-Adresse',
    submit: 'Link senden',
    deadLink: 'Dieser Link wurde schon benutzt oder ist abgelaufen. Fordern Sie einen neuen an.',
    noMail: 'Diese Site kann keine E-Mails senden. Bitten Sie Ihre Administration um ein neues Passwort.',
    sentHeading: 'Sehen Sie in Ihren E-Mails nach',
    sent: 'Wenn es dieses Konto gibt, ist eine Nachricht mit einem Link an seine Adresse unterwegs. Der Link gilt kurze Zeit und nur einmal.',
  },

  confirmEmail: {
    ask: 'E-Mail-Adresse bestätigen',
    askLead: 'Einladungen an diese Adresse erscheinen dann in Ihrem Konto.',
    askSubmit: 'Bestätigen',
    done: 'Ihre E-Mail-Adresse ist bestätigt',
    doneLead: 'Einladungen an diese Adresse erscheinen in Ihrem Konto.',
    dead: 'Dieser Link gilt nicht mehr',
    deadLead: 'Er wurde schon benutzt, ist abgelaufen, oder die Adresse wurde seitdem geändert.',
    again: 'Ihre E-Mail-Adresse ist nicht bestätigt',
    againLead: 'Wir können noch einmal einen Link dorthin senden.',
    againSubmit: 'Link senden',
    sent: 'Sehen Sie in Ihren E-Mails nach',
    sentLead: 'Eine Nachricht mit einem Link ist an diese Adresse unterwegs.',
  },

  signedUp: {
    heading: 'Ihr Konto ist bereit',
    waitsHeading: 'Ihr Konto wartet auf Freigabe',
    lead: 'Sie können sich jetzt mit diesem Benutzernamen anmelden:',
    waits: 'Die Administration muss Sie erst freigeben. Sie bekommen eine Nachricht. Ihr Benutzername:',
  },
});
