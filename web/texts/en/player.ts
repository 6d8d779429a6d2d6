/** The texts of the player’s controls. */
import { clockTime } from '../../playback/amounts.ts';

export const texts = () => ({
  player: {
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
  },
});
