/** The texts of the player’s controls. */
import { clockTime } from '../../playback/amounts.ts';
import type { texts as english } from '../en/player.ts';

export const texts: typeof english = () => ({
  player: {
    controls: 'Wiedergabe',
    play: 'Abspielen',
    pause: 'Anhalten',
    back: '10 Sekunden zurück',
    ahead: '10 Sekunden vor',
    mute: 'Stumm',
    unmute: 'Ton an',
    volume: 'Lautstärke',
    place: 'Stelle in der Aufzeichnung',
    placeOf: (at: number, of: number): string => `${clockTime(at)} von ${clockTime(of)}`,
    speed: 'Tempo',
    speeds: (rate: number): string => `${String(rate).replace('.', ',')}×`,
    captions: 'Untertitel',
    pictureInPicture: 'Bild im Bild',
    fullScreen: 'Vollbild',
    leaveFullScreen: 'Vollbild beenden',
    loading: 'Wird geladen …',
    failed: 'Die Aufzeichnung kann hier nicht abgespielt werden.',
    failedHint:
      'Vielleicht ist die Verbindung unterbrochen, oder dieser Browser spielt Aufzeichnungen dieser Art nicht ab.',
    again: 'Noch einmal versuchen',
    resumed: (at: number): string => `Geht weiter bei ${clockTime(at)}`,
    fromStart: 'Von vorn',

    copy: 'Link kopieren',
    copyAt: (at: number): string => `Link zu ${clockTime(at)} kopieren`,
    copied: 'Link kopiert',

    keys: 'Tasten',
    keyList: [
      ['Leertaste, K', 'Abspielen oder anhalten'],
      ['← →', '5 Sekunden zurück oder vor'],
      ['J L', '10 Sekunden zurück oder vor'],
      ['0 – 9', 'Zu einem Zehntel davon'],
      ['↑ ↓', 'Lauter oder leiser'],
      ['M', 'Stumm'],
      ['F', 'Vollbild'],
      ['C', 'Untertitel'],
      ['I', 'Bild im Bild'],
      ['< >', 'Langsamer oder schneller'],
    ],
  },
});
