/** Every text of every mail in German. */
import { describeInGerman } from '../sessions/recurrence/describe-in-german.ts';
import type { ServiceType } from '../sites/service-type.ts';
import { gmtName, type TimeZone } from '../time/time-zones.ts';
import type { Texts } from './texts.ts';

/** The cases of what a session is called. */
interface Cases {
  readonly your: string;
  readonly this: string;
  /** `zu einem Meeting`. */
  readonly toA: string;
  readonly ofA: string;
  /** `für dieses Meeting`; `zu diesem Meeting` with `withThis`. */
  readonly withThis: string;
  readonly the: string;
}

const neuter = (noun: string, genitive: string): Cases => ({
  your: `Ihr ${noun}`,
  this: `dieses ${noun}`,
  toA: `zu einem ${noun}`,
  ofA: `eines ${genitive}`,
  withThis: `diesem ${noun}`,
  the: `das ${noun}`,
});

const feminine = (noun: string): Cases => ({
  your: `Ihre ${noun}`,
  this: `diese ${noun}`,
  toA: `zu einer ${noun}`,
  ofA: `einer ${noun}`,
  withThis: `dieser ${noun}`,
  the: `die ${noun}`,
});

const NOUNS: Readonly<Record<ServiceType, string>> = {
  MeetingCenter: 'Meeting',
  EventCenter: 'Veranstaltung',
  TrainingCenter: 'Schulung',
  SupportCenter: 'Support-Sitzung',
  SalesCenter: 'Verkaufsgespräch',
};

const MEETING = neuter('Meeting', 'Meetings');

const CASES: ReadonlyMap<string, Cases> = new Map([
  ['Meeting', MEETING],
  ['Veranstaltung', feminine('Veranstaltung')],
  ['Schulung', feminine('Schulung')],
  ['Support-Sitzung', feminine('Support-Sitzung')],
  ['Verkaufsgespräch', neuter('Verkaufsgespräch', 'Verkaufsgesprächs')],
]);

const of = (noun: string): Cases => CASES.get(noun) ?? MEETING;

export const GERMAN: Texts = {
  locale: 'de-DE',
  nouns: NOUNS,
  registering: () => ({ noun: 'Registrierung', verb: 'Registrieren', done: 'registriert' }),
  subject: {
    scheduled: ({ topic }) => `Geplant: ${topic}`,
    invitation: ({ topic }) => `Einladung: ${topic}`,
    alternateHost: ({ topic }) => `Einladung als stellvertretender Host: ${topic}`,
    presenter: ({ topic }) => `Einladung zum Vortragen: ${topic}`,
    panelist: ({ topic }) => `Einladung auf das Podium: ${topic}`,
    changed: ({ topic }) => `Geändert: ${topic}`,
    update: ({ topic }) => `Aktualisiert: ${topic}`,
    cancelled: ({ topic }) => `Abgesagt: ${topic}`,
    removed: ({ topic }) => `Nicht mehr eingeladen: ${topic}`,
    registrationRequest: ({ topic, person }) => `Registrierung von ${person}: ${topic}`,
    registrationPending: ({ topic }) => `Registrierung eingegangen: ${topic}`,
    registrationAccepted: ({ topic }) => `Registrierung angenommen: ${topic}`,
    registrationRejected: ({ topic }) => `Registrierung nicht angenommen: ${topic}`,
    reminder: ({ topic }) => `Erinnerung: ${topic}`,
    attendeeReminder: ({ topic }) => `Erinnerung: ${topic}`,
    thanks: ({ topic }) => `Danke für Ihr Kommen: ${topic}`,
    missed: ({ topic }) => `Sie haben gefehlt: ${topic}`,
    lobby: ({ topic, person }) => `${person} wartet vor der Tür: ${topic}`,
    entered: ({ topic, person }) => `${person} ist hereingekommen: ${topic}`,
    welcome: ({ siteName }) => `Willkommen bei ${siteName}`,
    passwordReset: ({ siteName }) => `Ein neues Passwort für ${siteName}`,
    emailConfirmation: ({ siteName }) => `Bestätigen Sie Ihre E-Mail-Adresse bei ${siteName}`,
    recordingShared: ({ host, topic }) => `${host} hat eine Aufzeichnung mit Ihnen geteilt: ${topic}`,
  },
  opening: {
    scheduled: ({ noun }) => `${of(noun).your} ist geplant.`,
    invitation: ({ noun, host }) => `${host} lädt Sie ${of(noun).toA} ein.`,
    alternateHost: ({ noun, host }) => `${host} hat Sie zum stellvertretenden Host ${of(noun).ofA} gemacht.`,
    presenter: ({ noun, host }) => `${host} lädt Sie zum Vortragen ${of(noun).toA} ein.`,
    panelist: ({ noun, host }) => `${host} lädt Sie auf das Podium ${of(noun).ofA} ein.`,
    changed: ({ noun }) => `${of(noun).your} wurde geändert.`,
    update: ({ noun, host }) => `${host} hat etwas geändert an ${of(noun).withThis}:`,
    cancelled: ({ noun }) => `${capital(of(noun).this)} wurde abgesagt.`,
    removed: ({ noun, host }) => `${host} hat Sie von der Liste ${of(noun).ofA} genommen.`,
    registrationRequest: ({ noun, person }) => `${person} hat sich registriert für ${of(noun).your}.`,
    registrationPending: ({ noun }) =>
      `Ihre Registrierung für ${of(noun).this} ist eingegangen. Sie hören von uns, wenn der Host entschieden hat.`,
    registrationAccepted: ({ noun }) => `Sie sind für ${of(noun).this} registriert.`,
    registrationRejected: ({ noun }) => `Ihre Registrierung für ${of(noun).this} wurde nicht angenommen.`,
    reminder: ({ noun }) => `${capital(of(noun).this)} beginnt gleich.`,
    attendeeReminder: ({ noun }) => `Wir erinnern Sie: ${of(noun).this} findet bald statt.`,
    thanks: ({ noun }) => `Danke, dass Sie dabei waren: ${of(noun).the} ist zu Ende.`,
    missed: ({ noun }) =>
      `${capital(of(noun).this)} fand ohne Sie statt. Schade, dass Sie nicht kommen konnten.`,
    lobby: ({ person }) => `${person} wartet vor der Tür Ihres persönlichen Raums.`,
    entered: ({ person }) => `${person} ist in Ihren persönlichen Raum gekommen.`,
    welcome: ({ person, siteName }) =>
      `Guten Tag ${person}, bei ${siteName} wurde ein Konto für Sie angelegt.`,
    passwordReset: ({ person, siteName }) =>
      `Guten Tag ${person}, jemand (hoffentlich Sie) hat bei ${siteName} ein neues Passwort angefordert.`,
    emailConfirmation: ({ siteName }) =>
      `Diese Adresse wurde für ein Konto bei ${siteName} angegeben. Sie zählt für Einladungen, wenn Sie sie bestätigen.`,
    recordingShared: ({ person, host, topic }) =>
      `Guten Tag ${person}, ${host} hat die Aufzeichnung „${topic}“ mit Ihnen geteilt. Melden Sie sich an, um sie anzusehen.`,
  },
  labels: {
    topic: 'Thema',
    when: 'Wann',
    itsTime: 'Zeit des Hosts',
    repeats: 'Wiederholung',
    host: 'Host',
    dates: 'Termine',
    number: {
      MeetingCenter: 'Meeting-Nummer',
      TrainingCenter: 'Schulungsnummer',
      EventCenter: 'Veranstaltungsnummer',
      SupportCenter: 'Sitzungsnummer',
      SalesCenter: 'Gesprächsnummer',
    },
    panelistPassword: 'Podiumspasswort',
    panelists: 'Auf dem Podium',
    description: 'Beschreibung',
    password: 'Passwort',
    audioPassword: 'Audio-Passwort',
    registrationID: 'Registrierungs-ID',
    agenda: 'Tagesordnung',
    location: 'Ort',
    phone: 'Telefon',
    globalCallIn: 'Einwahlnummern weltweit',
    tollFreeRestrictions: 'Einschränkungen gebührenfreier Nummern',
    webExId: 'Benutzername',
    personalRoom: 'Persönlicher Raum',
    email: 'E-Mail',
  },
  join: () => 'Teilnehmen',
  start: ({ noun }) => `${noun} starten`,
  edit: 'Ändern',
  cancel: ({ noun }) => `${noun} absagen`,
  register: () => 'Registrieren',
  registrations: 'Annehmen oder ablehnen',
  enterRoom: 'Ihren persönlichen Raum betreten',
  signIn: 'Anmelden',
  newPassword: 'Neues Passwort wählen',
  welcomeExpires: 'Der Link, um ein Passwort zu wählen, gilt einmal und sieben Tage lang.',
  resetExpires:
    'Der Link gilt einmal und eine halbe Stunde lang. Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt.',
  watchRecording: 'Aufzeichnung ansehen',
  confirmEmail: 'Diese Adresse bestätigen',
  confirmationExpires:
    'Der Link gilt einmal und drei Tage lang. Wenn Sie dort kein Konto haben, brauchen Sie nichts zu tun: Die Adresse wird nicht benutzt.',
  addToCalendar: 'In den Kalender',
  passwordFromHost: 'Fragen Sie den Host nach dem Passwort.',
  openAnyTime: 'Jederzeit offen',
  between: (date, from, to) => `${date}, ${from}–${to} Uhr`,
  betweenDays: (from, to) => `${from} Uhr – ${to} Uhr`,
  inZone: (text, zone) => `${text}, ${zone}`,
  zoneName,
  repeats: describeInGerman,
};

const NAMES = new Map<string, Intl.DateTimeFormat>();

/** `Berlin (Mitteleuropäische Sommerzeit, GMT+02:00)`. */
function zoneName(zone: TimeZone, at: number): string {
  const known = NAMES.get(zone.iana);
  const format = known ?? new Intl.DateTimeFormat('de-DE', { timeZone: zone.iana, timeZoneName: 'long' });
  if (!known) NAMES.set(zone.iana, format);
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
  return `${zone.city} (${[name, gmtName(zone, at)].filter(Boolean).join(', ')})`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
