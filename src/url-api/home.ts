/** The site's own page: who is signed in, and what a command that led here has said. */
import type { FastifyReply } from 'fastify';
import { sessionOf } from './browser-session.ts';
import { html } from './html.ts';
import { sendPage } from './page.ts';
import { parametersOf } from './parameters.ts';
import type { PageCall } from './site-page.ts';

const EXPLANATIONS = new Map([
  ['BadWebExIDorPassword', 'The user name or the password is wrong.'],
  [
    'InvalidTicket',
    'This link has been used already or has expired. Go back to where you found it and open it again.',
  ],
  ['AccountLocked', 'The account is locked. Try again later, or ask your administrator.'],
  ['AccessDenied', 'This account may not be used now. Ask your administrator.'],
  ['AlreadyLogon', 'You are signed in already. Sign out first to sign in as somebody else.'],
  ['UnknownATCommand', 'The address asks for something that this page does not do.'],
]);

export async function home(call: PageCall): Promise<FastifyReply> {
  const { request, reply, site } = call;
  const session = await sessionOf(call);
  const parameters = parametersOf(request);
  const reason = parameters.get('ST') === 'FAIL' ? (parameters.get('RS') ?? 'Unknown') : undefined;
  const problem = reason && (EXPLANATIONS.get(reason) ?? 'This did not work.');
  const isSignedOut = parameters.get('AT') === 'LO' && parameters.get('ST') === 'SUCCESS' && !session;
  return sendPage(reply, {
    title: `${site.siteName} · Parlance`,
    siteName: site.siteName,
    content: html`<h1>${session ? html`Hello ${session.account.firstName}` : 'Sign in'}</h1>
${problem ? html`<p role="alert">${problem}</p>` : html``}
${isSignedOut ? html`<p role="status">You are signed out.</p>` : html``}
${
  session
    ? html`<p>You are signed in as <strong>${session.account.webExId}</strong>.</p>
<p><a class="button" href="p.php?AT=LO">Sign out</a></p>`
    : html`<form method="post" action="p.php">
<input type="hidden" name="AT" value="LI">
<label>User name<input name="WID" autocomplete="username" autocapitalize="none" spellcheck="false" required></label>
<label>Password<input name="PW" type="password" autocomplete="current-password" required></label>
<button>Sign in</button>
</form>`
}`,
  });
}
