/** Sends HTML that somebody else has written, for a frame of our own pages. */
import type { FastifyReply } from 'fastify';

/**
 * The document is of no origin (`sandbox`): no script in it runs, no form is sent, no link leads away, and of the site it
 * can ask for nothing but pictures.
 */
const POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export function sendFramed(reply: FastifyReply, result: unknown): FastifyReply {
  reply.headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'X-Frame-Options': 'SAMEORIGIN',
  });
  return reply.send(result);
}
