/** Die Texte dessen, was Leute Programmen erlauben: die Frage danach, und ihre eigenen Token. */
import type { texts as english } from '../en/grants.ts';

const LIVES = new Map([
  [0.5, '12 Stunden'],
  [7, '7 Tage'],
  [30, '30 Tage'],
  [90, '90 Tage'],
  [365, 'ein Jahr'],
]);

export const texts: typeof english = () => ({
  authorize: {
    title: (name) => `${name} erlauben?`,
    heading: (name) => `${name} möchte für Sie handeln`,
    onSite: (site, person) => `Auf der Site ${site}, als ${person}, kann es dann:`,
    beyond: 'Es fragt auch hiernach, was nur die Administration erlauben kann. Das bekommt es nicht:',
    nothing: 'Ihr Konto darf nichts von dem, wonach gefragt wird. Es bekommt nichts.',
    back: 'Danach geht es zurück zu:',
    warning:
      'Erlauben Sie es nur, wenn Sie selbst damit begonnen haben. Unter „Token und Apps“ nehmen Sie es jederzeit zurück.',
    allow: 'Erlauben',
    deny: 'Ablehnen',
  },
  tokens: {
    heading: 'Token und Apps',
    reference: 'Die REST-Schnittstelle lesen und ausprobieren',
    lead: 'Mit einem Token nutzt ein eigenes Programm die REST-API in Ihrem Namen. Wer es hat, kann tun, was es erlaubt.',
    made: (name) => `Das Token „${name}“ ist angelegt`,
    madeHint: (expires) =>
      `Kopieren Sie es jetzt: es wird nur dieses eine Mal gezeigt. Es gilt bis ${expires}, oder bis Sie es widerrufen.`,
    token: 'Token',
    copy: 'Token kopieren',
    mine: 'Ihre Token',
    none: 'Sie haben keine Token. Legen Sie unten eines an, wenn ein Programm in Ihrem Namen handeln soll.',
    created: (when, until) => `Angelegt ${when}, gilt bis ${until}`,
    used: (when) => `zuletzt benutzt ${when}`,
    unused: 'nie benutzt',
    may: 'Darf:',
    revoke: 'Widerrufen',
    revokeName: (name) => `${name} widerrufen`,
    apps: 'Apps, die für Sie handeln',
    noApps: 'Sie haben keiner App erlaubt, für Sie zu handeln.',
    granted: (when) => `Erlaubt ${when}`,
    take: 'Zurücknehmen',
    takeName: (name) => `Zurücknehmen, was ${name} darf`,
    create: 'Token anlegen',
    name: 'Wofür es ist',
    nameHint: 'Etwa der Name des Skripts. Nur Sie und Ihre Administration sehen ihn.',
    life: 'Gilt',
    lives: (days) => LIVES.get(days) ?? `${days} Tage`,
    scopes: 'Es darf',
    adminScopes: 'Für die ganze Site, als Administration',
    submit: 'Token anlegen',
    done: { revoked: 'Das Token ist widerrufen.', ungranted: 'Die App handelt nicht mehr für Sie.' },
    back: 'Zurück zum Profil',
  },
});
