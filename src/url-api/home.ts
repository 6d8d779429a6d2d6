/** The site's own page: who is signed in, and what a command that led here has said. */
import type { FastifyReply } from 'fastify';
import { sessionOf } from './browser-session.ts';
import { html } from './html.ts';
import { sendPage } from './page.ts';
import { parametersOf } from './parameters.ts';
import type { PageCall } from './site-page.ts';

const EXPLANATIONS: Readonly<Record<string, string>> = {
  BadWebExIDorPassword: 'The user name or the password is wrong.',
  InvalidTicket:
    'This link has been used already or has expired. Go back to where you found it and open it again.',
  AccountLocked: 'The account is locked. Try again later, or ask your administrator.',
  AccessDenied: 'You may not do this.',
  AlreadyLogon: 'You are signed in already.',
  UnknownATCommand: 'The address asks for something that this page does not do.',
};

export async function home({ request, reply, site, context }: PageCall): Promise<FastifyReply> {
  const session = await sessionOf(request, site, context);
  const parameters = parametersOf(request);
  const reason = parameters.get('ST') === 'FAIL' ? (parameters.get('RS') ?? 'Unknown') : undefined;
  const problem = reason && (EXPLANATIONS[reason] ?? 'This did not work.');
  return sendPage(reply, {
    title: `${site.siteName} · Parlance`,
    content: html`<h1>${site.siteName}</h1>
${problem ? html`<p role="alert">${problem}</p>` : html``}
${
  session
    ? html`<p>You are signed in as <strong>${session.account.webExId}</strong>.</p>
<p><a href="p.php?AT=LO">Sign out</a></p>`
    : html`<form method="post" action="p.php">
<input type="hidden" name="AT" value="LI">
<label>User name<input name="WID" autocomplete="username" required></label>
<label>Password<input name="PW" type="password" autocomplete="current-password" required></label>
<button>Sign in</button>
</form>`
}`,
  });
}
