/** The window of time of a list (rest-console.md, 1.4). */
import { instantOf } from '../date-times.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem } from '../rest-refusals.ts';

export interface ListWindow {
  /** Epoch milliseconds; `from` is included, `to` is not. */
  readonly from: number;
  readonly to: number;
}

const DAYS = 7;
const DAY = 86_400_000;

/**
 * Where one bound is given, the other is seven days from it; without any, the list is of the seven days from now on, or of
 * the seven before.
 * @throws InvalidItem when `from` is after `to`
 * @throws InvalidElement
 */
export function windowOf(
  { app, zone }: Pick<RestCall, 'app' | 'zone'>,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  usual: 'ahead' | 'behind' | 'around',
): ListWindow {
  const since = from === undefined ? undefined : instantOf(from, 'from', zone);
  const until = to === undefined ? undefined : instantOf(to, 'to', zone);
  if (since !== undefined && until !== undefined) {
    if (since > until) throw new InvalidItem("'from' must not be after 'to'.", 'from');
    return { from: since, to: until };
  }
  if (since !== undefined) return { from: since, to: since + DAYS * DAY };
  if (until !== undefined) return { from: until - DAYS * DAY, to: until };
  const now = app.clock.now();
  return {
    from: usual === 'ahead' ? now : now - DAYS * DAY,
    // What begins at this instant is listed too.
    to: usual === 'behind' ? now + 1 : now + DAYS * DAY,
  };
}
