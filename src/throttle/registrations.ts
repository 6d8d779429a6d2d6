/**
 * How often strangers register in an hour: each registration makes the site write to an address that a stranger typed.
 * Counted by where they come from, by the session, and by the address written to. Each process counts for itself.
 */
import type { Clock } from '../clock.ts';
import type { Site } from '../sites/site.ts';
import { networkOf } from './network.ts';
import { RateLimitReached } from './throttle.ts';

/** Milliseconds; windows begin with the clock's hour. */
const WINDOW = 3_600_000;

/** Mails to one address about one session, however many come from elsewhere. */
const MOST_TO_ONE = 3;

/** Beyond so many counts in an hour nobody is told from anybody else. */
const MOST_COUNTS = 100_000;

export type Registrations = ReturnType<typeof openRegistrations>;

export function openRegistrations(clock: Clock) {
  const counts = new Map<string, number>();
  let window = 0;

  return {
    /**
     * Counts a registration of somebody who is not signed in.
     * @param address of the caller, where it is known
     * @throws RateLimitReached whether the address that is written to is known or not
     */
    count(site: Site, sessionKey: number, email: string, address: string | undefined): void {
      const { registrations, registrationsOfSession } = site.settings.throttling;
      const now = clock.now();
      if (now - (now % WINDOW) !== window) {
        window = now - (now % WINDOW);
        counts.clear();
      }
      const bounds: readonly (readonly [string, number])[] = [
        [`${site.id} from ${networkOf(address)}`, registrations],
        [`${site.id} for ${sessionKey}`, registrationsOfSession],
        [`${site.id} for ${sessionKey} to ${email.toLowerCase()}`, registrations === 0 ? 0 : MOST_TO_ONE],
      ];
      const limited = bounds.filter(([, most]) => most > 0);
      const made = limited.map(([name, most]) => {
        const counted = counts.has(name) || counts.size < MOST_COUNTS ? name : 'others';
        const number = (counts.get(counted) ?? 0) + 1;
        if (number > most) throw new RateLimitReached('strangers');
        return [counted, number] as const;
      });
      for (const [counted, number] of made) counts.set(counted, number);
    },
  };
}
