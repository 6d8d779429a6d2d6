/**
 * Who may be told at the same time. A receiver that never answers holds a place until the patience with it ends, so nobody
 * gets so many that others wait: not a host, not a site, and not all those together that have not answered yet.
 */

/** Messages on their way at once, of a process. */
const AT_ONCE = 64;
const OF_A_SITE = 32;
const AT_A_HOST = 4;
const AT_A_SILENT_HOST = 1;

/** At hosts that have not answered, or not the last time: whoever makes up ever new ones gets no more than these. */
const UNPROVEN = 32;
const UNPROVEN_OF_A_SITE = 16;

/** Hosts that are remembered; of others nothing is known. */
const REMEMBERED = 10_000;

/** Letters; the names that lead somewhere are shorter. */
const LONGEST_HOST = 255;

export interface Placed {
  readonly site: number;
  readonly target_url: string;
}

export type DeliveryPlaces = ReturnType<typeof openDeliveryPlaces>;

export function openDeliveryPlaces() {
  const taken = new Map<string, number>();
  /** Whether a host has answered the last time. */
  const answered = new Map<string, boolean>();

  function boundsOf({ site, target_url }: Placed): readonly (readonly [of: string, most: number])[] {
    const host = hostOf(target_url);
    const isHeard = answered.get(host);
    const bounds = [
      ['all', AT_ONCE],
      [`site ${site}`, OF_A_SITE],
      [`host ${host}`, isHeard === false ? AT_A_SILENT_HOST : AT_A_HOST],
    ] as const;
    if (isHeard) return bounds;
    return [...bounds, ['unproven', UNPROVEN], [`unproven of ${site}`, UNPROVEN_OF_A_SITE]];
  }

  return {
    isFull: (): boolean => (taken.get('all') ?? 0) >= AT_ONCE,

    /** What gives the place back, or nothing when there is none. */
    take(webhook: Placed): (() => void) | undefined {
      const bounds = boundsOf(webhook);
      if (bounds.some(([of, most]) => (taken.get(of) ?? 0) >= most)) return undefined;
      for (const [of] of bounds) taken.set(of, (taken.get(of) ?? 0) + 1);
      return () => {
        for (const [of] of bounds) {
          const left = (taken.get(of) ?? 1) - 1;
          if (left === 0) taken.delete(of);
          else taken.set(of, left);
        }
      };
    },

    /** @param hasAnswered whatever it was */
    heard({ target_url }: Pick<Placed, 'target_url'>, hasAnswered: boolean): void {
      const host = hostOf(target_url);
      answered.delete(host);
      answered.set(host, hasAnswered);
      const [oldest] = answered.keys();
      if (answered.size > REMEMBERED && oldest !== undefined) answered.delete(oldest);
    },
  };
}

/** With its port: receivers of one machine may be several. */
export function hostOf(targetUrl: string): string {
  return new URL(targetUrl).host.slice(0, LONGEST_HOST);
}
