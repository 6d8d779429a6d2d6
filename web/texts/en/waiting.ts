/** The texts of waiting at the door. */
import { about } from './words.ts';

export const texts = about((words) => ({
  waiting: {
    start: 'The host has not started yet',
    startLead: `You go in by yourself as soon as the ${words.noun} begins. Keep this page open.`,
    admission: 'The host knows that you are here',
    admissionLead: 'You go in by yourself as soon as you are let in. Keep this page open.',
    unlock: `The ${words.noun} is locked`,
    unlockLead: 'You go in by yourself as soon as the host unlocks it. Keep this page open, or ask the host.',
    tryNow: 'Try now',
    leave: 'Leave',
    lost: 'The connection is lost. Trying again…',
  },
}));
