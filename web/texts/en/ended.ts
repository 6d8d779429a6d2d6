/** The texts of the end of a session. */
import { about } from './words.ts';

export const texts = about((words) => ({
  ended: {
    ended: `The ${words.noun} has ended`,
    endedLead: 'Thank you for taking part.',
    left: `You have left the ${words.noun}`,
    leftLead: 'The others may go on without you.',
    expelled: 'You were removed by the host',
    expelledLead: `You are kept out until the ${words.noun} ends, or until the host lets you back in.`,
    elsewhere: `You are not in the ${words.noun} here any more`,
    elsewhereLead: 'You have come in from another device or another browser, or were away for long.',
    refused: 'You were not let in',
    refusedLead: 'The host has decided so. Ask the host if you think that this is a mistake.',
    again: 'Join again',
  },
}));
