/** The texts of microphone, camera and speaker before one comes in. */
import type { Device } from '../../prejoin/device-choices.ts';
import type { Trouble } from '../../room/media/trouble.ts';
import type { texts as english } from '../en/prejoin.ts';

interface DeviceWords {
  readonly name: string;
  /** `Ihr Mikrofon`, as who does something. */
  readonly yours: string;
  /** `Ihr Mikrofon`, as whom something is done to. */
  readonly yoursDone: string;
  readonly none: string;
}

const WORDS: Readonly<Record<Device, DeviceWords>> = {
  microphone: { name: 'Mikrofon', yours: 'Ihr Mikrofon', yoursDone: 'Ihr Mikrofon', none: 'Kein Mikrofon' },
  camera: { name: 'Kamera', yours: 'Ihre Kamera', yoursDone: 'Ihre Kamera', none: 'Keine Kamera' },
  speaker: {
    name: 'Lautsprecher',
    yours: 'Ihr Lautsprecher',
    yoursDone: 'Ihren Lautsprecher',
    none: 'Kein Lautsprecher',
  },
};

const TROUBLES: Readonly<Record<Trouble, (words: DeviceWords) => string>> = {
  refused: ({ yoursDone }) =>
    `Der Browser lässt diese Seite ${yoursDone} nicht nutzen. Erlauben Sie es über das Zeichen neben der Adresse, und wählen Sie dann die Schaltfläche noch einmal.`,
  missing: ({ none }) =>
    `${none} gefunden. Schließen Sie ein Gerät an, oder nehmen Sie ohne teil: Sie können es später einschalten.`,
  busy: ({ yoursDone }) =>
    `Ein anderes Programm nutzt ${yoursDone}. Schließen Sie es dort, und wählen Sie dann die Schaltfläche noch einmal.`,
  unsupported: ({ name }) =>
    `${name}: nur über https und mit Browsern, die es können. Sie können trotzdem teilnehmen und die anderen hören und sehen.`,
  unplugged: ({ yours }) =>
    `${yours} ist weg. Schließen Sie das Gerät wieder an, oder wählen Sie ein anderes.`,
  full: ({ yours }) => `${yours} kann jetzt nicht eingeschaltet werden.`,
  forbidden: ({ yours }) => `${yours} kann jetzt nicht eingeschaltet werden.`,
};

export const texts: typeof english = () => ({
  prejoin: {
    label: 'Ihr Mikrofon und Ihre Kamera',
    ownPicture: 'Ihr Bild',
    asking: 'Der Browser fragt Sie …',
    neither: 'Mikrofon und Kamera sind aus. Probieren Sie sie hier aus, oder nehmen Sie ohne teil.',
    notSeen: 'Ihre Kamera ist aus.',
    heard: 'Man wird Sie hören.',
    notHeard: 'Ihr Mikrofon ist aus. Probieren Sie es hier aus, oder nehmen Sie ohne teil.',
    turn: {
      microphone: ['Mikrofon einschalten', 'Mikrofon ausschalten'],
      camera: ['Kamera einschalten', 'Kamera ausschalten'],
    },
    microphoneOff: 'Sie kommen stumm hinein.',
    saySomething: 'Sagen Sie etwas, um Ihr Mikrofon zu prüfen.',
    youAreHeard: 'Ihr Mikrofon funktioniert.',
    choose: 'Geräte wählen, Ton prüfen',
    devices: { microphone: 'Mikrofon', camera: 'Kamera', speaker: 'Lautsprecher' },
    usual: 'Wie der Browser wählt',
    noneFound: {
      microphone: 'Kein Mikrofon gefunden',
      camera: 'Keine Kamera gefunden',
      speaker: 'Kein Lautsprecher gefunden',
    },
    numbered: (device: Device, number: number): string => `${WORDS[device].name} ${number}`,
    testSound: 'Testton abspielen',
    testPlayed:
      'Haben Sie ihn gehört? Wenn nicht, wählen Sie einen anderen Lautsprecher, oder stellen Sie ihn lauter.',
    testFailed: 'Der Browser konnte ihn nicht abspielen.',
    trouble: (device: Device, trouble: Trouble): string => TROUBLES[trouble](WORDS[device]),
    devicesItem: 'Mikrofon und Kamera',
  },
});
