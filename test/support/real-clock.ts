import { TestClock } from '../../src/testing/test-clock.ts';

/** The machine's, for a site beside something that has a clock of its own. */
export class RealClock extends TestClock {
  override now(): number {
    return Date.now();
  }
}
