/**
 * The console's page: a small document that the app takes over. It is the same at every address below `console`, since
 * the app reads from the address what is shown.
 */
import type { FastifyReply } from 'fastify';
import { appearanceOf } from '../browser/appearance.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { Html, html } from '../browser/html.ts';
import { isProject } from '../browser/pages/built-pages.ts';
import { bundle } from '../browser/pages/bundle.ts';
import { PAGE_HEADERS, pagePolicy } from '../browser/pages/send-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { asOwner } from '../policies/owner.ts';
import { checkReadsSite } from '../policies/site.ts';
import { AccessDenied } from '../refusal.ts';
import { type Site, SiteNotFound } from '../sites/site.ts';
import type { Me } from './frame/frame-data.ts';
import { meOf } from './frame/me.ts';
import type { ShellData } from './frame/shell-data.ts';

/** @throws AccessDenied for everybody but administrators; SiteNotFound for another's site, there or not */
export async function shell(call: PageCall): Promise<FastifyReply> {
  const browserSession = await browserSessionOf(call);
  if (!browserSession) throw new AccessDenied('sign in first');
  const { account } = browserSession;
  const isOwner = await call.context.owners.has(account);
  const standing = isOwner ? asOwner(account) : account;
  checkReadsSite(standing);
  const site = await workedOn(call, isOwner);
  const { script, preloads, style } = (await bundle()).console;
  const asset = (name: string) => `${call.reply.server.publicPath()}/assets/${name}`;
  const { language, theme } = await appearanceOf(call);
  const data = dataOf(
    call,
    meOf({ ...call, home: call.site, site, isOwner, account: standing }),
    site,
    language,
  );
  const document = html`<!DOCTYPE html>
<html lang="${language}"${theme === undefined ? '' : html` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme ?? 'light dark'}">
<meta name="robots" content="noindex">
<title>Console · ${site.siteName}</title>
<link rel="icon" href="${call.reply.server.publicPath()}/favicon.ico" type="image/svg+xml">
<link rel="stylesheet" href="${asset(style)}" id="react-aria-pressable-style">
${preloads.map((name) => html`<link rel="modulepreload" href="${asset(name)}">`)}
<script type="module" src="${asset(script)}"></script>
</head>
<body>
<div id="root"><noscript><p>The console needs JavaScript.</p></noscript></div>
<script type="application/json" id="page">${new Html(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
</body>
</html>`;
  return call.reply
    .headers({
      ...PAGE_HEADERS, // Mails are shown in frames, in which nothing of them runs.
      'Content-Security-Policy': `${pagePolicy([])}; frame-src 'self'`,
      'X-Frame-Options': 'DENY',
    })
    .send(document.text);
}

/** The site that the address names behind `at`. */
async function workedOn({ request, site, context }: PageCall, isOwner: boolean): Promise<Site> {
  const { '*': rest = '' } = request.params as { readonly '*'?: string };
  const [, named] = /^at\/([^/]+)/.exec(rest) ?? [];
  if (named === undefined || named.toLowerCase() === site.siteName) return site;
  const other = isOwner ? await context.sites.byName(named) : undefined;
  if (!other) throw new SiteNotFound(named);
  return other;
}

function dataOf(call: PageCall, me: Me, site: Site, language: ShellData['language']): ShellData {
  const { folder, site: home } = call;
  const at = site.id === home.id ? '' : `/at/${site.siteName}`;
  return {
    base: folder.address(`console${at}`),
    api: folder.address(`console/api${at}`),
    homeConsole: folder.address('console'),
    home: folder.address(''),
    homeSite: home.siteName,
    siteName: site.siteName,
    me,
    language,
    isDevelopment: isProject(),
    signOut: { action: folder.address('p.php'), fields: { AT: 'LO', FORM: me.form } },
  };
}
