/** The texts of the player. Its page alone loads them. */
import { clockTime } from '../playback/amounts.ts';

export const playerTexts = {
  player: (name: string): string => `Recording: ${name}`,
  controls: 'Playback',
  play: 'Play',
  pause: 'Pause',
  back: 'Back 10 seconds',
  ahead: 'Ahead 10 seconds',
  mute: 'Mute',
  unmute: 'Unmute',
  volume: 'Volume',
  place: 'Place in the recording',
  placeOf: (at: number, of: number): string => `${clockTime(at)} of ${clockTime(of)}`,
  speed: 'Speed',
  speeds: (rate: number): string => `${rate}×`,
  captions: 'Captions',
  pictureInPicture: 'Picture in picture',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  loading: 'Loading…',
  failed: 'The recording cannot be played here.',
  failedHint: 'The connection may be lost, or this browser does not play its kind.',
  again: 'Try again',
  resumed: (at: number): string => `Goes on at ${clockTime(at)}`,
  fromStart: 'Start over',

  duration: (seconds: number): string => {
    const minutes = Math.round(seconds / 60);
    if (minutes < 1) return `${Math.round(seconds)} s`;
    return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  },
  download: (size: string): string => `Download (${size})`,
  copy: 'Copy link',
  copyAt: (at: number): string => `Copy link at ${clockTime(at)}`,
  copied: 'Link copied',

  keys: 'Keys',
  keyList: [
    ['Space, K', 'Play or pause'],
    ['← →', '5 seconds back or ahead'],
    ['J L', '10 seconds back or ahead'],
    ['0 – 9', 'To a tenth of it'],
    ['↑ ↓', 'Louder or quieter'],
    ['M', 'Mute'],
    ['F', 'Full screen'],
    ['C', 'Captions'],
    ['I', 'Picture in picture'],
    ['< >', 'Slower or faster'],
  ],

  chapters: 'What happened when',
  chapter: {
    segment: (title: string): string => title || 'A part begins',
    joined: (title: string): string => `${title} joined`,
    left: (title: string): string => `${title} left`,
    share: (title: string): string => (title === '' ? 'A screen is shared' : `${title} shared their screen`),
    chat: (title: string): string => title,
  },
};
