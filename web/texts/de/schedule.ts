/** The texts of the page on which sessions are scheduled and changed. */
import type { PasswordRules } from '../../../src/browser/pages/schedule-page.ts';
import type { texts as english } from '../en/schedule.ts';

export const texts: typeof english = () => ({
  schedule: {
    heading: 'Meeting planen',
    changeHeading: 'Meeting ändern',
    changesSeries:
      'Sie ändern die ganze Serie. Einen einzelnen Termin ändern Sie auf der Seite des Meetings.',
    submit: 'Planen',
    save: 'Änderungen speichern',
    summary: 'Kurz gesagt',
    summaryNone: 'Sagen Sie wann, dann steht es hier in Worten.',

    signedOut: 'Sie wurden inzwischen abgemeldet. Nichts von Ihren Eingaben ist verloren.',
    signInAgain: 'Melden Sie sich in einem anderen Fenster an und drücken Sie dann die Schaltfläche unten.',
    signIn: 'In einem anderen Fenster anmelden',
    gone: 'Dieses Meeting wurde inzwischen abgesagt. Ihre Eingaben sind noch da: Sie können es als neues planen.',
    changedMeanwhile: (fields: readonly string[]): string =>
      fields.length === 0
        ? 'Jemand hat das Meeting inzwischen gespeichert. Sehen Sie es noch einmal an und speichern Sie dann.'
        : `Jemand hat das Meeting inzwischen geändert. Ihr Formular weicht ab bei: ${fields.join(', ')}. Speichern Sie, um Ihre Eingaben zu behalten.`,
    wrong: (count: number): string =>
      count === 1
        ? 'Eine Angabe muss noch berichtigt werden.'
        : `${count} Angaben müssen noch berichtigt werden.`,

    what: 'Was',
    name: 'Titel',
    service: 'Art',
    services: { meeting: 'Meeting', training: 'Schulung', event: 'Event' },
    agenda: 'Agenda',

    when: 'Wann',
    date: 'Tag',
    time: 'Uhrzeit',
    minutes: 'Dauer in Minuten',
    zone: 'Zeitzone',
    repeat: 'Wiederholung',
    repeats: {
      NONE: 'Keine',
      DAILY: 'Täglich',
      WEEKDAYS: 'Montag bis Freitag',
      WEEKLY: 'Wöchentlich, an Tagen',
      MONTHLY: 'Monatlich, am selben Datum',
      NTH: 'Monatlich, am selben Wochentag',
      YEARLY: 'Jährlich',
      ANYTIME: 'Jederzeit offen',
      KEEP: 'Wie bisher',
    },
    every: {
      DAILY: 'Alle … Tage',
      WEEKLY: 'Alle … Wochen',
      MONTHLY: 'Alle … Monate',
      NTH: 'Alle … Monate',
      YEARLY: 'Alle … Jahre',
    },
    everyPlain: 'Alle … Tage, Wochen, Monate oder Jahre',
    days: 'An diesen Tagen',
    ends: 'Endet',
    end: { NEVER: 'Nie', ON: 'An einem Tag', AFTER: 'Nach einer Anzahl' },
    until: 'Letzter Tag',
    times: 'Wie oft',

    who: 'Wer',
    people: 'Personen',
    peopleHint: 'Adressen, eine je Zeile; ein Name kann davor stehen: Anna Lee <anna@example.com>.',
    peopleAdd: 'Name oder Adresse',
    add: 'Hinzufügen',
    added: (name: string): string => `${name} ist hinzugefügt.`,
    removed: (name: string): string => `${name} ist entfernt.`,
    remove: (name: string): string => `${name} entfernen`,
    suggestions: 'Vorschläge',
    cohosts: 'Stellvertretende Hosts',
    cohostsHint: 'Sie haben hier ein Konto und können das Meeting an Ihrer Stelle starten.',
    speakers: 'Vortragende',
    panelists: 'Podium',
    speakersHint: 'Sie teilen und sprechen, ohne gefragt zu werden.',
    mail: 'Einladungen per E-Mail senden',
    more: 'Stellvertretende Hosts und Vortragende',

    access: 'Zutritt',
    password: 'Passwort',
    passwordDrawn: 'Anderes vorschlagen',
    passwordRules: (rules: PasswordRules): string => ruleWords(rules),
    lobby: 'Personen warten in der Lobby, bis sie eingelassen werden',
    early: 'Vor dem Host dürfen Personen eintreten',
    earlyChoices: (minutes: number): string =>
      minutes === 0 ? 'Gar nicht' : minutes === 1 ? '1 Minute vor Beginn' : `${minutes} Minuten vor Beginn`,
    registration: 'Personen registrieren sich zuerst',
    enrolment: 'Zu einem Event melden sich Personen an.',
    auto: 'Alle Registrierungen annehmen',
    autoHint: 'Sonst entscheiden Sie über jede.',
    most: 'Höchstens Plätze',
    mostHint: 'Leer lassen für beliebig viele.',
    account: 'Nur für Personen mit Konto auf dieser Site',
    hidePassword: 'Das Passwort nicht in Einladungen nennen',

    audio: 'Ton',
    audios: {
      COMPUTER: 'Computer',
      BOTH: 'Computer oder Telefon',
      PHONE: 'Nur Telefon',
      KEEP: 'Wie bisher',
    },
    tone: 'Wenn jemand kommt oder geht',
    tones: { '0': 'Stille', '1': 'Ein Ton', '2': 'Der Name' },

    tracking: 'Zuordnungscodes',
    trackingChoose: 'Bitte wählen',
    trackingNone: 'Nicht gesetzt',
    trackingLocked: 'Wird von der Administration der Site gesetzt.',
    optional: 'Freiwillig',

    options: 'Optionen',
    listed: 'Wer es in Listen sieht',
    lists: {
      UNLISTED: 'Niemand: nur Personen mit dem Link',
      PRIVATE: 'Personen mit Konto',
      PUBLIC: 'Alle',
    },
    video: 'Kameras',
    share: 'Bildschirm teilen',
    chat: 'Chat',
    record: 'Aufzeichnung',
    hideList: 'Teilnehmende sehen die Namen der anderen nicht',
    feedback: 'Personen nach ihrer Meinung fragen',
    autoDelete: 'Das Meeting löschen, wenn es vorbei ist',
    remind: 'Personen erinnern',
    reminds: (minutes: number): string =>
      minutes === 0
        ? 'Gar nicht'
        : minutes % 1440 === 0
          ? `${minutes / 1440} ${minutes === 1440 ? 'Tag' : 'Tage'} vorher`
          : minutes % 60 === 0
            ? `${minutes / 60} ${minutes === 60 ? 'Stunde' : 'Stunden'} vorher`
            : `${minutes} Minuten vorher`,
    type: 'Sitzungstyp',
    host: 'Für einen anderen Host planen',
    hostHint: 'Dessen Benutzername. Er muss es Ihnen erlaubt haben, außer Sie verwalten die Site.',

    cancel: 'Meeting absagen',
    cancelSeries: 'Ganze Serie absagen',
    cancelQuestion:
      'Alle Eingeladenen werden benachrichtigt, und der Link gilt nicht mehr. Das kann nicht rückgängig gemacht werden.',
    cancelYes: 'Meeting absagen',
    cancelYesSeries: 'Ganze Serie absagen',

    problems: (word: string, detail: string | undefined): string => PROBLEMS[word]?.(detail ?? '') ?? PROBLEM,
  },

  occurrence: {
    heading: 'Einen Termin der Serie ändern',
    lead: (name: string): string => `„${name}“ ist eine Serie. Hier ändern Sie diesen einen Termin.`,
    now: 'Findet statt',
    own: 'Was Sie lassen, wie es ist, richtet sich nach der Serie.',
    save: 'Termin speichern',
    drop: 'Diesen Termin absagen',
    dropQuestion: 'Die anderen finden wie geplant statt. Alle Eingeladenen werden benachrichtigt.',
    dropYes: 'Diesen Termin absagen',
    series: 'Die ganze Serie ändern',
    back: 'Zurück zum Meeting',
  },
});

const PROBLEM = 'So kann nicht geplant werden. Prüfen Sie das Formular und versuchen Sie es noch einmal.';

const PROBLEMS: Readonly<Record<string, (detail: string) => string>> = {
  required: () => 'Bitte ausfüllen.',
  tooLong: (most) => `Mehr als ${most} Zeichen.`,
  date: () => 'Das ist kein Tag des Kalenders.',
  time: () => 'Das ist keine Uhrzeit wie 14:30.',
  past: () => 'Das liegt in der Vergangenheit.',
  minutes: () => 'Das muss eine Anzahl von Minuten sein.',
  longest: (most) => `Auf dieser Site dauert ein Meeting höchstens ${most} Minuten.`,
  number: (range) => (range === '' ? 'Das muss eine Zahl sein.' : `Das muss eine Zahl sein: ${range}.`),
  choice: () => 'Das kann nicht gewählt werden.',
  addresses: (list) =>
    list === '' ? 'Eines davon ist keine E-Mail-Adresse.' : `Keine E-Mail-Adresse: ${list}`,
  untilEarly: () => 'Der letzte Tag liegt vor dem ersten Termin.',
  passwordRule: () => 'Das Passwort hält die Regeln unten nicht ein.',
  passwordNeeded: () => 'Auf dieser Site hat jedes Meeting ein Passwort.',
  noAccount: (email) => `${email} hat kein Konto auf dieser Site.`,
  noHost: () => 'Es gibt keinen Host mit diesem Benutzernamen.',
  notPermitted: () => 'Dieser Host hat Ihnen nicht erlaubt, für ihn zu planen.',
  tooMany: (most) => `Ein Meeting hat höchstens ${most} Personen.`,
  changedMeanwhile: () =>
    'Die Serie ist inzwischen geändert worden. Was Sie eingegeben haben, steht noch hier: Sehen Sie es noch einmal an und speichern Sie dann.',
  takenDay: () => 'Zu dieser Zeit ist schon ein Termin der Serie.',
  lastOne: () => 'Das ist der letzte Termin der Serie. Sagen Sie die ganze Serie ab.',
  MeetingInProgress: () => 'Das Meeting läuft. Es kann geändert werden, wenn es vorbei ist.',
  InvalidMeetingKey: () => 'Das Meeting wurde inzwischen abgesagt.',
  AccessDenied: () => 'Das dürfen Sie nicht.',
};

function ruleWords({
  isRequired,
  minLength,
  mixedCase,
  minNumeric,
  minAlpha,
  minSpecial,
}: PasswordRules): string {
  const rules = [
    ...(minLength > 0 ? [`mindestens ${minLength} Zeichen`] : []),
    ...(mixedCase ? ['Groß- und Kleinbuchstaben'] : []),
    ...(minAlpha > 0 ? [`${minAlpha} Buchstaben`] : []),
    ...(minNumeric > 0 ? [`${minNumeric} Ziffern`] : []),
    ...(minSpecial > 0 ? [`${minSpecial} andere Zeichen`] : []),
  ];
  const needed = isRequired
    ? 'Auf dieser Site hat jedes Meeting eines.'
    : 'Ohne Passwort kommen alle mit dem Link hinein.';
  return rules.length === 0 ? needed : `${needed} Es hat ${rules.join(', ')}.`;
}
