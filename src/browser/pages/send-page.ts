/** Sends a page under a strict Content-Security-Policy: nothing inline runs, nothing is fetched from elsewhere. */
import type { FastifyReply } from 'fastify';
import { bundle } from './bundle.ts';
import type { Page } from './page-data.ts';

export interface SendOptions {
  /** Of HTTP; without it the status that the reply has. */
  readonly status?: number;
  /**
   * Origins beside the site's own that its forms may end at. Browsers hold the redirects of a form against the page
   * that it stood in, and a back URL is one.
   */
  readonly formTargets?: readonly string[];
}

/** Of every page. */
export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=UTF-8',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  Pragma: 'no-cache',
  'Cache-Control': 'no-store',
  Expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
};

/** @param formTargets as of `SendOptions` */
export function pagePolicy(formTargets: readonly string[]): string {
  return (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; media-src 'self'; " +
    `form-action ${["'self'", ...formTargets].join(' ')}; frame-ancestors 'none'; base-uri 'none'`
  );
}

/**
 * The reply is sent as soon as the page is drawn; a handler returns it as it stands. A page that cannot be drawn
 * goes the way of every fault; the page that tells of one is then plain text.
 */
export function sendPage(
  reply: FastifyReply,
  page: Page,
  { status, formTargets = [] }: SendOptions = {},
): FastifyReply {
  const headers = { ...PAGE_HEADERS, 'Content-Security-Policy': pagePolicy(formTargets) };
  if (status !== undefined) reply.code(status);
  drawn(reply, page).then(
    (document) => reply.headers(headers).send(document),
    (error: unknown) => {
      const { content } = page;
      if (content.page !== 'error') return reply.send(error);
      const words = ['This page cannot be shown.', content.problem, content.id].filter(Boolean).join('\n');
      return reply.headers({ ...headers, 'Content-Type': 'text/plain; charset=UTF-8' }).send(`${words}\n`);
    },
  );
  return reply;
}

async function drawn({ server }: FastifyReply, page: Page): Promise<string> {
  const { render, scriptsOf, style } = await bundle();
  const folder = server.publicPath();
  const asset = (name: string) => `${folder}/assets/${name}`;
  const { entry, others, texts } = scriptsOf(page);
  return render(page, {
    script: asset(entry),
    preloads: others.map(asset),
    texts: texts.map(asset),
    style: asset(style),
    icon: `${folder}/favicon.ico`,
  });
}
