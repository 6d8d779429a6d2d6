/** A page of the URL API: plain HTML under a strict Content-Security-Policy. */
import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type Html, html } from './html.ts';

const STYLE = html`
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; font-weight: 600; }
form { display: grid; gap: .75rem; margin-top: 1.5rem; }
label { display: grid; gap: .25rem; }
input, button { font: inherit; padding: .55rem .7rem; border-radius: .4rem; border: 1px solid #8888; }
button { background: #1f5fbf; color: #fff; border: 0; cursor: pointer; }
a { color: LinkText; overflow-wrap: anywhere; }
[role=alert] { border-left: .25rem solid #c33; padding-left: .75rem; }
small { opacity: .75; }`;

export interface Page {
  readonly title: string;
  readonly content: Html;
  /** A script that runs at once; the policy lets this one alone run. */
  readonly script?: Html;
}

/** Headers of every page: nothing is kept, framed or guessed. */
export function pageHeaders(reply: FastifyReply, nonce: string): void {
  reply.headers({
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Security-Policy':
      `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src 'self'; ` +
      `form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    Pragma: 'no-cache',
    'Cache-Control': 'no-store',
    Expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
  });
}

/** Sends a page with the status that the reply has. */
export function sendPage(reply: FastifyReply, { title, content, script }: Page): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  pageHeaders(reply, nonce);
  const scripts = script ? html`<script nonce="${nonce}">${script}</script>` : html``;
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${scripts}
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
  return reply.send(page.text);
}
