/** The stay of the browser that calls, in a meeting. */
import type { Stay } from '../../live/live.ts';
import type { PageCall } from '../site-page.ts';
import { roomTokensOf } from './room-cookie.ts';

export interface OwnStay {
  readonly stay: Stay;
  readonly token: string;
}

export async function ownStay(call: PageCall, sessionKey: number): Promise<OwnStay | undefined> {
  for (const token of roomTokensOf(call, sessionKey)) {
    const stay = await call.context.live.stay(call.site, token);
    if (stay?.sessionKey === sessionKey) return { stay, token };
  }
  return undefined;
}
