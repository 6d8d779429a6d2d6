/**
 * The pages that programs walk on their way to a file. They read addresses out of the scripts as they stand, so that
 * these are written plainly; browsers run the same scripts and get there too.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from '../../browser/html.ts';

interface StepPage {
  /** What it does, for somebody who sees it. */
  readonly title: string;
  readonly script: string;
  /** Below the title. */
  readonly content?: Html;
  /** Kaltura's importer takes a page for one when its type is exactly this, and its bytes are fewer than 16,000. */
  readonly type?: 'text/html';
}

/** It may stand in a frame of the site, as the step does that is asked again and again. */
export function sendStepPage(reply: FastifyReply, page: StepPage): FastifyReply {
  const { title, script, content = html``, type = 'text/html; charset=UTF-8' } = page;
  const nonce = randomBytes(16).toString('base64');
  const written = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<script nonce="${nonce}">
${new Html(script)}
</script>
</head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>
`;
  const bytes = Buffer.from(written.text);
  return reply
    .headers({
      'Content-Type': type,
      'Content-Length': bytes.length,
      'Content-Security-Policy':
        `default-src 'none'; script-src 'nonce-${nonce}'; frame-src 'self'; form-action 'none'; ` +
        `frame-ancestors 'self'; base-uri 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    })
    .send(bytes);
}

/** An address as it stands between quotation marks of either kind in a script: nothing in it ends them. */
export function plainAddress(address: string): string {
  return address.replace(/[^\w.~:/?#[\]@!$&()*+,;=%-]/g, (character) =>
    [...Buffer.from(character)]
      .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
      .join(''),
  );
}

/** Leads on to an address: programs read it out, and a browser that has come by another name of the host stays at it. */
export function leadingTo(href: string): string {
  return `var href='${href}';\nlocation.replace(href.replace(/^https?:\\/\\/[^/]+/, ''));`;
}
