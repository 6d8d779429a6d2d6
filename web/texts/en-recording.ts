/** The texts of recording a room. */
import type { Words } from './en-words.ts';

export const recordingTexts = (words: Words) => ({
  begin: 'Record',
  pause: 'Pause recording',
  resume: 'Resume recording',
  stop: 'Stop recording',
  mark: 'Recording',
  markPaused: 'Recording paused',
  notice: `This ${words.noun} is being recorded.`,
  understood: 'OK',
  paused: 'The recording is paused.',
  resumed: 'The recording goes on.',
  stopped: 'The recording has stopped.',
  unsupported: 'This browser cannot record. Try another one.',
  noAnswer: 'The server does not answer. Try again.',
  noRoom: 'The site has no room for another recording. Ask its administrator.',
  stillSaved: 'There is a recording already, or its end is still being saved.',
  notAllowed: `This ${words.noun} cannot be recorded.`,
  hindered: {
    network: 'The recording waits here until the server answers again. Keep this page open.',
    full: 'The site has no room for more of the recording. It waits here for a while. Keep this page open.',
    touch: 'Click or press a key anywhere, so that sound is recorded too.',
  },
});
