/** The browser's session cookie: one for each site. */
import type { FastifyRequest } from 'fastify';
import type { BrowserSession } from '../sign-in/tickets.ts';
import { appendCookie, cookiesOf } from './cookies.ts';
import type { PageCall } from './site-page.ts';

/** As the original named it; an API client looks for it. */
const COOKIE = 'ticket';

export function sessionCookiesOf(request: FastifyRequest): string[] {
  return cookiesOf(request, COOKIE);
}

/** Who is signed in to the site in this browser. */
export async function sessionOf({ request, site, context }: PageCall): Promise<BrowserSession | undefined> {
  for (const cookie of sessionCookiesOf(request)) {
    const session = await context.tickets.browserSession(cookie, site);
    if (session) return session;
  }
  return undefined;
}

export function setCookie(call: PageCall, value: string): void {
  appendCookie(call, { name: COOKIE, value, sameSite: 'Lax' });
}

export function clearCookie(call: PageCall): void {
  appendCookie(call, { name: COOKIE, sameSite: 'Lax' });
}
