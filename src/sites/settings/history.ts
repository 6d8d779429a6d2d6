/** How far back the history is told, and how long it is kept. */
import { count, toggle } from './setting.ts';

/** A hundred years. */
const LONGEST = 36_500;

export const HISTORY_SETTINGS = {
  history: {
    toldDays: count(
      0,
      'Days after its end for which a session is in the lists of the history, 0 for ever; the original service had 90.',
      { max: LONGEST },
    ),
    keptDays: count(
      0,
      'Days after its end for which the history of a session is kept, 0 for ever; what is older is deleted, and cannot be had back.',
      { max: LONGEST, owner: true },
    ),
    keepsChat: toggle(
      false,
      'What is written in rooms to all and to the hosts is kept for the host, as long as the history; what is written to one person never is.',
    ),
  },
};
