/** Cookies of a site's folder. */
import type { FastifyRequest } from 'fastify';
import type { PageCall } from './site-page.ts';

/** A browser sends one for each folder that an address lies in; more than these are not ours. */
const MOST_OF_A_NAME = 4;

/** Every value of a name: the most special folder first. */
export function cookiesOf(request: FastifyRequest, name: string): string[] {
  return (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .flatMap((pair) => (pair.startsWith(`${name}=`) ? [pair.slice(name.length + 1)] : []))
    .filter((value) => value !== '')
    .slice(0, MOST_OF_A_NAME);
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  return cookiesOf(request, name)[0];
}

export interface NewCookie {
  readonly name: string;
  /** Without it the cookie is taken away. */
  readonly value?: string | undefined;
  readonly sameSite: 'Lax' | 'Strict';
  /** Seconds; without it as long as the browser is open. */
  readonly maxAge?: number | undefined;
}

/** Sent to this site's folder alone; over TLS only where the installation is reached by TLS; no script reads it. */
export function appendCookie(
  { reply, folder, context }: PageCall,
  { name, value, sameSite, maxAge }: NewCookie,
): void {
  const secure = context.links.publicUrl().startsWith('https:') ? '; Secure' : '';
  const ends = value === undefined ? '; Expires=Thu, 01 Jan 1970 00:00:00 GMT' : '';
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
  reply.header(
    'Set-Cookie',
    `${name}=${value ?? ''}; Path=${folder.cookiePath}; HttpOnly; SameSite=${sameSite}${secure}${ends}${age}`,
  );
}
