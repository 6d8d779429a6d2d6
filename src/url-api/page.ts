/** A page of the URL API: plain HTML under a strict Content-Security-Policy. */
import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type Html, html } from './html.ts';
import { STYLE } from './style.ts';

export interface Page {
  readonly title: string;
  readonly content: Html;
  /** Stands above the content. */
  readonly siteName?: string;
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
export function sendPage(reply: FastifyReply, { title, siteName, content, script }: Page): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  pageHeaders(reply, nonce);
  // Old clients take the first script of a page.
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
${siteName === undefined ? html`` : html`<p class="site">${siteName}</p>`}
${content}
</main>
</body>
</html>
`;
  return reply.send(page.text);
}
