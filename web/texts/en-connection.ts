/** The texts of a room's connection: to the server, and from one browser to the other. */
import type { Words } from './en-words.ts';

export const connectionTexts = (words: Words) => ({
  elsewhere: `The ${words.noun} goes on in your other tab`,
  elsewhereLead: 'You are heard and seen from there. This one is silent.',
  goOnHere: 'Go on here',
  reconnecting: 'Reconnecting…',
  poor: 'Poor connection',
  noWebRtc: 'This browser has no sound and no pictures.',
  noWebRtcLead:
    'It cannot connect to others, or is kept from it by a setting (WebRTC). You see who is there, and what is written.',
  away: 'Sound and picture are away.',
  awayLead: 'They come back by themselves. Chat and the list of people work meanwhile.',
});
