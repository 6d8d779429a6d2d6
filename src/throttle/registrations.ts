/**
 * How often strangers register in an hour: each registration makes the site write to an address that a stranger typed.
 * Counted by where they come from, by the session, and by the address written to.
 */
import type { Clock } from '../clock.ts';
import type { Site } from '../sites/site.ts';
import { networkOf } from './network.ts';
import { RateLimitReached } from './throttle.ts';
import { WindowCounts } from './window-counts.ts';

/** Milliseconds. */
const WINDOW = 3_600_000;

/** Mails to one address about one session, however many come from elsewhere. */
const MOST_TO_ONE = 3;

/** Beyond so many counts in an hour nobody is told from anybody else. */
const MOST_COUNTS = 100_000;

export type Registrations = ReturnType<typeof openRegistrations>;

export function openRegistrations(clock: Clock) {
  const counts = new WindowCounts(clock, WINDOW, MOST_COUNTS);

  return {
    /**
     * Counts a registration of somebody who is not signed in.
     * @param address of the caller, where it is known
     * @throws RateLimitReached whether the address that is written to is known or not
     */
    count(site: Site, sessionKey: number, email: string, address: string | undefined): void {
      const { registrations, registrationsOfSession } = site.settings.throttling;
      const isCounted = counts.count(site, [
        { kind: 'from', name: networkOf(address), most: registrations },
        { kind: 'for', name: String(sessionKey), most: registrationsOfSession },
        {
          kind: 'to',
          name: `${email.toLowerCase()} for ${sessionKey}`,
          most: registrations === 0 ? 0 : MOST_TO_ONE,
        },
      ]);
      if (!isCounted) throw new RateLimitReached('strangers');
    },
  };
}
