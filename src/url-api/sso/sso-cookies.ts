/**
 * What the browser keeps while it is away at the identity provider, which sends it back to the public address: only
 * there may it be kept. Both cookies are Lax: a browser does not send them with the provider's POST, but with the
 * redirect into the site's folder that answers it.
 */
import type { FastifyRequest } from 'fastify';
import { appendCookie, cookieOf } from '../../browser/cookies.ts';
import type { PageCall } from '../../browser/site-page.ts';

/** `saml_request` binds a sign-in to the browser that began it; `saml_logout` is where to go after a logout. */
export type AwayCookie = 'saml_request' | 'saml_logout';

/** Seconds that somebody may stay at their provider. */
const LIFE = 600;

/** Browsers keep a cookie of 4096 bytes, its name and attributes with it. */
const LONGEST = 3_500;

/** A value that is too long for a cookie is forgotten. */
export function keepWhileAway(call: PageCall, name: AwayCookie, text: string): void {
  const value = encodeURIComponent(text);
  if (value.length > LONGEST) forgetAway(call, name);
  else appendCookie(call, { name, value, sameSite: 'Lax', maxAge: LIFE });
}

export function forgetAway(call: PageCall, name: AwayCookie): void {
  appendCookie(call, { name, sameSite: 'Lax' });
}

/** What was kept; nothing for what no call of ours has written. */
export function keptWhileAway(request: FastifyRequest, name: AwayCookie): string | undefined {
  try {
    return decodeURIComponent(cookieOf(request, name) ?? '') || undefined;
  } catch {
    return undefined;
  }
}
