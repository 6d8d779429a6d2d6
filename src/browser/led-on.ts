/**
 * Where a sign-in leads on: the page that came with it (MU) is what the person wanted, whatever site the browser has
 * been sent from. A cookie says so for a minute; it fits that address and the session that was opened, and no other.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { browserSessionOf } from './browser-session.ts';
import { appendCookie, cookieOf } from './cookies.ts';
import type { PageCall } from './site-page.ts';

const COOKIE = 'led';
const SECONDS = 60;

/** @param csrf of the session that is signed in now */
export function rememberLed(call: PageCall, csrf: string, address: string): void {
  appendCookie(call, {
    name: COOKIE,
    value: digest(csrf, address).toString('base64url'),
    sameSite: 'Lax',
    maxAge: SECONDS,
  });
}

/** Whether a sign-in has just led the browser to this very address. It does so once. */
export async function isLedHere(call: PageCall): Promise<boolean> {
  const { request } = call;
  const csrf = (await browserSessionOf(call))?.csrf;
  const led = Buffer.from(cookieOf(request, COOKIE) ?? '', 'base64url');
  if (csrf === undefined || led.length === 0 || request.method !== 'GET') return false;
  const here = digest(csrf, request.originalUrl);
  if (led.length !== here.length || !timingSafeEqual(led, here)) return false;
  appendCookie(call, { name: COOKIE, sameSite: 'Lax' });
  return true;
}

/** Of the page and its query alone: a proxy may call the site's folder by another address. */
function digest(csrf: string, address: string): Buffer {
  const { pathname, search } = new URL(address, 'http://site/');
  return createHash('sha256')
    .update(`${csrf} ${pathname.split('/').at(-1)}${search}`)
    .digest();
}
