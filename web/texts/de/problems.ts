/** What goes wrong, in plain words: for every word of the URL API. */
import type { texts as english } from '../en/problems.ts';
import { about, capital } from './words.ts';

export const texts: typeof english = about((words) => {
  const sentences = new Map([
    // Signing in
    ['BadWebExIDorPassword', 'Benutzername oder Passwort ist falsch.'],
    [
      'InvalidTicket',
      'Dieser Link wurde schon benutzt oder ist abgelaufen. Öffnen Sie ihn noch einmal dort, wo Sie ihn gefunden haben.',
    ],
    [
      'InvalidSessionTicket',
      'Sie waren zu lange angemeldet, oder Ihre Anmeldung gilt hier nicht. Melden Sie sich erneut an.',
    ],
    [
      'AccountLocked',
      'Das Konto ist gesperrt. Versuchen Sie es später noch einmal, oder wenden Sie sich an Ihre Administration.',
    ],
    [
      'AccessDenied',
      'Das ist für Sie nicht freigegeben. Melden Sie sich an, oder wenden Sie sich an Ihre Administration.',
    ],
    [
      'AlreadyLogon',
      'Sie sind bereits angemeldet. Melden Sie sich erst ab, um sich als jemand anderes anzumelden.',
    ],
    [
      'AutoLoginDisabled',
      'Auf dieser Site dürfen andere Systeme niemanden anmelden. Wenden Sie sich an Ihre Administration.',
    ],
    [
      'TooManyGuesses',
      'Das waren zu viele Fehlversuche. Warten Sie eine Weile, und versuchen Sie es dann noch einmal.',
    ],
    ['LoginRequired', `Für ${words.this} brauchen Sie ein Konto. Melden Sie sich an, um teilzunehmen.`],

    // Accounts
    ['WebExIDConflict', 'Diesen Benutzernamen gibt es schon. Wählen Sie einen anderen.'],
    ['EmailConflict', 'Zu dieser E-Mail-Adresse gibt es schon ein Konto.'],
    ['PartnerIDError', 'Das System, von dem Sie kommen, ist auf dieser Site nicht bekannt.'],
    ['PasswordNotAccepted', 'Das neue Passwort entspricht nicht den Regeln dieser Site.'],
    ['PasswordsDiffer', 'Die beiden neuen Passwörter stimmen nicht überein.'],

    // Tests
    ['TestStarted', 'Der Test hat begonnen und kann nicht mehr geändert werden.'],
    ['TestNotOpen', 'Der Test ist zurzeit nicht geöffnet.'],
    ['NoAttemptLeft', 'Sie haben alle Versuche für diesen Test genutzt.'],
    ['AttemptOver', 'Dieser Versuch ist beendet. Was Sie rechtzeitig beantwortet haben, zählt.'],

    // Recordings
    [
      'RecordingNotReady',
      'Die Aufzeichnung wird noch aufbereitet. Versuchen Sie es in einer Weile noch einmal.',
    ],
    ['WrongRecordingPassword', 'Das Passwort der Aufzeichnung ist falsch.'],

    // Scheduling and starting
    ['NoMeetingTypeSupport', 'Diese Art von Sitzung gibt es hier nicht.'],
    ['SiteDoNotSupportThisMeetingType', 'Diese Site bietet diese Art von Sitzung nicht an.'],
    [
      'MeetingScheduleFail',
      `${capital(words.the)} konnte nicht geplant werden. Prüfen Sie Ihre Eingaben, und versuchen Sie es noch einmal.`,
    ],
    ['TeleConferenceLineReserveFail', `Für ${words.this} war keine Telefonleitung frei.`],
    ['TheDurationIsExceedTheMaxDuration', `${capital(words.the)} dauert länger, als diese Site erlaubt.`],

    // Joining
    [
      'MeetingNotInProgress',
      `${capital(words.the)} hat noch nicht begonnen oder ist schon vorbei. Versuchen Sie es noch einmal, wenn der Host begonnen hat.`,
    ],
    ['MeetingInProgress', `${capital(words.the)} läuft gerade. Danach ist das wieder möglich.`],
    [
      'InvalidMeetingKey',
      `${capital(words.number)} unbekannt: Vielleicht ist schon Schluss, oder es wurde abgesagt.`,
    ],
    ['InvalidMeetingKeyOrPassword', `${words.number} oder ${words.password} ist falsch.`],
    ['MeetingLocked', `Der Host hat ${words.this} abgeschlossen. Niemand kann jetzt noch dazukommen.`],
    ['MeetingFull', `${capital(words.the)} ist voll. Niemand kann jetzt noch dazukommen.`],
    ['DonotSupportAPI', `Über diesen Link kommen Sie nicht ${words.toThe}.`],

    // Registering
    [
      'RegistrationIDIsRequired',
      `Für ${words.this} ist eine Registrierung nötig. Registrieren Sie sich, und geben Sie dann Ihre Registrierungs-ID ein.`,
    ],
    ['InvalidRegistrationID', `Diese Registrierungs-ID gilt nicht für ${words.this}.`],
    ['RegistrationClosed', `Die Registrierung für ${words.this} ist geschlossen.`],
    ['RegistrationFull', `Für ${words.this} sind alle Plätze vergeben.`],
    [
      'InvalidRegistrationPassword',
      `Für ${words.this} kann sich nur registrieren, wer das Passwort kennt, und dieses ist es nicht. Fragen Sie den Host danach.`,
    ],
    [
      'AlreadyRegistered',
      'Mit dieser E-Mail-Adresse hat sich schon jemand registriert. Sehen Sie in Ihren E-Mails nach.',
    ],

    // Recordings
    [
      'RecordingSpaceUsed',
      'Für Aufzeichnungen ist kein Platz mehr. Löschen Sie, was nicht mehr gebraucht wird, oder wenden Sie sich an die Administration.',
    ],
    [
      'RecordingKindUnknown',
      'Das ist keine Aufzeichnung, die hier aufbewahrt werden kann. Möglich sind MP4, WebM, WMV, ARF, WARF und WRF.',
    ],
    [
      'RecordingBroken',
      'Die Datei ist anders angekommen, als sie gesendet wurde: Größe oder Art stimmen nicht. Versuchen Sie es noch einmal.',
    ],

    // What was sent
    ['InvalidEmailAddress', 'Das ist keine E-Mail-Adresse.'],
    [
      'InvalidDataFormat',
      'Eine Ihrer Eingaben ist nicht zu verstehen. Prüfen Sie sie, und versuchen Sie es noch einmal.',
    ],
    ['UnknownATCommand', 'Die Adresse verlangt etwas, das diese Seite nicht kann.'],
    ['ForbiddenDestination', 'Der Link führt an einen Ort, zu dem diese Site niemanden schickt.'],
    [
      'RateLimit',
      'Das war zu viel auf einmal. Warten Sie eine Minute, und versuchen Sie es dann noch einmal.',
    ],
    [
      'PostRequired',
      'Diese Site nimmt keine Passwörter in einer Adresse an. Melden Sie sich mit dem Formular an.',
    ],
    [
      'CSRFRequired',
      'Diese Seite war zu lange offen, oder Sie kommen von einer anderen Site. Öffnen Sie sie erneut, und versuchen Sie es noch einmal.',
    ],
    [
      'NoSuchSite',
      'Unter dieser Adresse gibt es keine Site. Prüfen Sie den Link, oder geben Sie unten den Namen Ihrer Site ein.',
    ],
    ['NotFound', 'Vielleicht ist die Adresse unvollständig, oder die Site ist geschlossen.'],
    ['TooLarge', 'Die Anfrage ist zu groß oder fehlerhaft aufgebaut.'],
    [
      'UnknownIntegration',
      'Die App, von der Sie kommen, ist auf dieser Site nicht bekannt. Niemand hat etwas erfahren. Fragen Sie, wer die App betreibt.',
    ],
    [
      'ForeignRedirect',
      'Die App, von der Sie kommen, will die Antwort an eine Adresse, die nicht für sie eingetragen ist. Nichts wurde gesendet. Fragen Sie, wer die App betreibt.',
    ],
    ['TokenNameMissing', 'Sagen Sie, wofür das Token ist.'],
    ['TokenScopeMissing', 'Wählen Sie, wofür das Token benutzt werden darf.'],
    ['Unknown', 'Das hat nicht geklappt. Versuchen Sie es später noch einmal.'],
  ]);
  return { problem: (word: string): string => sentences.get(word) ?? 'Das hat nicht geklappt.' };
});
