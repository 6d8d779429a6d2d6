/** How far back the history is told, and how long it is kept. */
import { count } from './setting.ts';

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
  },
};
