/** Sends a person back to the program that asked, with what has become of it. */
import type { FastifyReply } from 'fastify';
import type { PageCall } from '../../browser/site-page.ts';
import type { WayBack } from './authorization-request.ts';

/**
 * The address is the registered one, letter by letter, with parameters at its end. `iss` says who answers, so that a
 * program which knows several sites does not take the code of one to another (RFC 9207).
 */
export function sendBack(
  { reply, context }: PageCall,
  { redirectUri, state }: WayBack,
  results: Readonly<Record<string, string>>,
): FastifyReply {
  const written = new URLSearchParams({
    ...results,
    ...(state !== undefined && { state }),
    iss: context.links.publicUrl(),
  }).toString();
  // 303: what was posted here goes nowhere else (RFC 9700, 4.12).
  return reply
    .code(303)
    .headers({
      Location: `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${written}`,
      'Cache-Control': 'no-store',
      Pragma: 'no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    })
    .send('');
}
