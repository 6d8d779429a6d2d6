/** What a browser shows for its stay in a meeting: one cookie for each, which no script reads. */
import { appendCookie, cookiesOf } from '../cookies.ts';
import type { PageCall } from '../site-page.ts';

/** Seconds. Nobody stays longer; the server ends a stay long before. */
const LIFE = 2 * 86_400;

const nameOf = (sessionKey: number) => `room_${sessionKey}`;

export function roomTokensOf({ request }: PageCall, sessionKey: number): string[] {
  return cookiesOf(request, nameOf(sessionKey));
}

export function setRoomCookie(call: PageCall, sessionKey: number, token: string): void {
  appendCookie(call, { name: nameOf(sessionKey), value: token, sameSite: 'Lax', maxAge: LIFE });
}
