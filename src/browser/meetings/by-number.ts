/** What a number leads to that anybody may guess. */
import { hasGuessed, type NamedNumber, unlessGuessing } from '../../throttle/unless-guessing.ts';
import { browserSessionOf } from '../browser-session.ts';
import type { PageCall } from '../site-page.ts';

/** @throws RateLimitReached for a stranger who guesses, and what the look throws */
export async function byNumber<T>(call: PageCall, named: NamedNumber<T>): Promise<T> {
  if (await browserSessionOf(call)) return named.look();
  const { context, site, request } = call;
  return unlessGuessing(context.outsiders, site, context.callerAddress(request.raw), named);
}

/** Whether numbers alone tell whoever calls nothing of what is hidden. */
export async function isHeldBack(call: PageCall): Promise<boolean> {
  const { context, site, request } = call;
  if (!hasGuessed(context.outsiders, site, context.callerAddress(request.raw))) return false;
  return (await browserSessionOf(call)) === undefined;
}
