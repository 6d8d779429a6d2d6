/** The page under a redirect: for clients that read where to go out of its script. */
import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type Html, html } from './html.ts';

interface RedirectPage {
  readonly content: Html;
  /** Runs at once; the policy lets this one alone run. */
  readonly script: Html;
}

/** Sends it with the status that the reply has. Nothing is kept, framed or guessed. */
export function sendRedirectPage(reply: FastifyReply, { content, script }: RedirectPage): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  reply.headers({
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Security-Policy':
      `default-src 'none'; script-src 'nonce-${nonce}'; form-action 'none'; frame-ancestors 'none'; ` +
      `base-uri 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    Pragma: 'no-cache',
    'Cache-Control': 'no-store',
    Expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
  });
  // Old clients take the first script of a page, others the last: there is one.
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Parlance</title>
<script nonce="${nonce}">${script}
</script>
</head>
<body>
${content}
</body>
</html>
`;
  return reply.send(page.text);
}
