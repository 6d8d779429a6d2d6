/** The browser's session cookie: one for each site. */
import type { FastifyRequest } from 'fastify';
import type { BrowserSession } from '../sign-in/tickets.ts';
import type { PageCall } from './site-page.ts';

/** As the original named it; an API client looks for it. */
const COOKIE = 'ticket';

/** A browser sends one for each folder that an address lies in; more than these are not ours. */
const MOST_COOKIES = 4;

export function cookiesOf(request: FastifyRequest): string[] {
  return (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('=', 2))
    .flatMap(([name, value]) => (name === COOKIE && value ? [value] : []))
    .slice(0, MOST_COOKIES);
}

/** Who is signed in to the site in this browser. */
export async function sessionOf({ request, site, context }: PageCall): Promise<BrowserSession | undefined> {
  for (const cookie of cookiesOf(request)) {
    const session = await context.tickets.browserSession(cookie, site);
    if (session) return session;
  }
  return undefined;
}

export function setCookie(call: PageCall, value: string): void {
  call.reply.header('Set-Cookie', `${COOKIE}=${value}; ${attributes(call)}`);
}

export function clearCookie(call: PageCall): void {
  call.reply.header('Set-Cookie', `${COOKIE}=; ${attributes(call)}; Expires=Thu, 01 Jan 1970 00:00:00 GMT`);
}

/** Sent to this site's folder alone; over TLS only where the installation is reached by TLS. */
function attributes({ folder, context }: PageCall): string {
  const secure = context.links.publicUrl().startsWith('https:') ? '; Secure' : '';
  return `Path=${folder.cookiePath}; HttpOnly; SameSite=Lax${secure}`;
}
