/** Work that goes over everything there is, one round at a time: whoever asks while one runs is given another one. */

export interface Rounds {
  /** Does all that there was before the call; the sum of what the rounds of this run did. */
  drain(): Promise<number>;
  /** The run that is on, if one is. */
  underWay(): Promise<number> | undefined;
}

/**
 * @param round goes over everything there is; it may give the number of things that it did
 * @param goesOn asked before another round
 */
export function openRounds(round: () => Promise<number>, goesOn: () => boolean = () => true): Rounds {
  let running: Promise<number> | undefined;
  let isWanted = false;

  async function run(): Promise<number> {
    try {
      let done = 0;
      do {
        isWanted = false;
        done += await round();
      } while (isWanted && goesOn());
      return done;
    } finally {
      // Not a moment later: whoever asks in between would wait for what does not look any more.
      running = undefined;
    }
  }

  return {
    drain(): Promise<number> {
      isWanted = true;
      running ??= run();
      return running;
    },
    underWay: () => running,
  };
}
