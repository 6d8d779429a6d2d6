/** The browser's session cookie: one for each site. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { BrowserSession } from '../sign-in/tickets.ts';
import type { Site } from '../sites/site.ts';

/** As the original named it; an API client looks for it. */
const COOKIE = 'ticket';

export function cookieOf(request: FastifyRequest): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === COOKIE && value) return value;
  }
  return undefined;
}

/** Who is signed in to the site in this browser. */
export async function sessionOf(
  request: FastifyRequest,
  site: Site,
  { tickets }: Context,
): Promise<BrowserSession | undefined> {
  const cookie = cookieOf(request);
  return cookie === undefined ? undefined : tickets.browserSession(cookie, site);
}

export function setCookie(reply: FastifyReply, site: Site, { links }: Context, value: string): void {
  reply.header('Set-Cookie', `${COOKIE}=${value}; ${attributes(site, links.publicUrl())}`);
}

export function clearCookie(reply: FastifyReply, site: Site, { links }: Context): void {
  reply.header(
    'Set-Cookie',
    `${COOKIE}=; ${attributes(site, links.publicUrl())}; Expires=Thu, 01 Jan 1970 00:00:00 GMT`,
  );
}

/** Sent to this site's folder alone; over TLS only where the installation is reached by TLS. */
function attributes(site: Site, publicUrl: string): string {
  const folder = new URL(publicUrl).pathname.replace(/\/$/, '');
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `Path=${folder}/${site.siteName}; HttpOnly; SameSite=Lax${secure}`;
}
