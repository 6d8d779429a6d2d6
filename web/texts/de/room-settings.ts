/** The texts of the settings of a personal room. */
import type { texts as english } from '../en/room-settings.ts';

export const texts: typeof english = () => ({
  roomSettings: {
    heading: 'Ihr persönlicher Raum',
    lead: 'Immer dieselbe Adresse, immer Ihre. Senden Sie sie allen, die Sie treffen möchten.',
    link: 'Link zu Ihrem Raum',
    number: 'Meeting-Nummer',
    open: 'Raum öffnen',
    title: 'Name des Raums',
    titleHint: 'Leer: Er trägt Ihren Namen.',
    welcome: 'Begrüßung',
    address: 'Adresse',
    addressHint: (base: string): string =>
      `Was im Link nach ${base} steht. Schon versandte Links funktionieren nicht mehr, wenn Sie sie ändern.`,
    pin: 'Host-PIN',
    pinHint: 'Vier Ziffern, mit denen Sie am Telefon der Host sind.',
    byItself: 'Von selbst',
    locks: 'Raum nach dem Beginn abschließen',
    mails: 'E-Mail an mich, wenn jemand wartet oder hereinkommt',
    wait: 'Minuten bis zum Abschließen',
    save: 'Speichern',
    saved: 'Ihr Raum ist gespeichert.',
    /** Beside those that every page knows. */
    problems: new Map([
      ['RoomAddressTaken', 'Diese Adresse ist schon vergeben. Wählen Sie eine andere.'],
      [
        'RoomAddressBroken',
        'Die Adresse beginnt mit einem Buchstaben oder einer Ziffer; danach sind auch Punkte, Binde- und Unterstriche erlaubt.',
      ],
      ['RoomPinBroken', 'Die Host-PIN hat vier Ziffern.'],
      ['RoomWaitBroken', 'Der Raum kann nach 0 bis 240 Minuten abschließen.'],
    ]),
  },
});
