/** What a number leads to that anybody may guess. */
import { unlessGuessing } from '../../throttle/unless-guessing.ts';
import { browserSessionOf } from '../browser-session.ts';
import type { PageCall } from '../site-page.ts';

/**
 * @param look finds what the number leads to: nothing, or SessionNotFound, where that is nothing for whoever calls
 * @throws RateLimitReached for a stranger who guesses, and what the look throws
 */
export async function byNumber<T>(call: PageCall, look: () => Promise<T>): Promise<T> {
  if (await browserSessionOf(call)) return look();
  const { context, site, request } = call;
  return unlessGuessing(context.outsiders, site, context.callerAddress(request.raw), look);
}
