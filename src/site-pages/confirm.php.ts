/**
 * confirm.php: confirms an e-mail address by the link that came to it. The page asks before it does so, because mail
 * scanners follow links before people do. Whoever is signed in may have the message sent again.
 */
import type { FastifyReply } from 'fastify';
import { browserSessionOf } from '../browser/browser-session.ts';
import { isOwnForm, ownFormField } from '../browser/own-form.ts';
import type { ConfirmEmailPage } from '../browser/pages/sign-in-pages.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { text } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import { askToSignIn } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { ConfirmationLinkInvalid } from '../sign-in/failures.ts';

export const CONFIRM = { TOKEN: text('of the link that came by mail') };

export async function confirmPhp(call: PageCall): Promise<FastifyReply> {
  const { TOKEN } = parametersOf(call.request, CONFIRM);
  if (TOKEN === undefined) return again(call);
  const { context, site, request } = call;
  const { accounts, emailConfirmations } = context;
  try {
    const account = await emailConfirmations.holderOf(site, TOKEN);
    if (request.method !== 'POST') return page(call, 'ask', account.email, { TOKEN });
    // The token in the form proves more than a cookie: it came to the address that it confirms.
    await accounts.change(
      site,
      account.webExId,
      (current) => {
        if (current.email.toLowerCase() !== account.email.toLowerCase()) throw new ConfirmationLinkInvalid();
        return { emailConfirmed: true };
      },
      (tx) => emailConfirmations.spend(tx, TOKEN),
    );
    return page(call, 'done', account.email);
  } catch (error) {
    if (!(error instanceof ConfirmationLinkInvalid)) throw error;
    call.reply.code(404);
    return page(call, 'dead');
  }
}

/** Sends a link to the address of whoever is signed in, where it is not confirmed. */
async function again(call: PageCall): Promise<FastifyReply> {
  const browserSession = await browserSessionOf(call);
  if (!browserSession) return askToSignIn(call);
  const { account } = browserSession;
  if (account.emailConfirmed) return page(call, 'done', account.email);
  if (call.request.method !== 'POST' || !isOwnForm(call)) return page(call, 'again', account.email);
  const { context, site } = call;
  await context.database.write(async (tx) => {
    const current = await context.accounts.findById(account.id, tx);
    if (!current) return;
    await context.emailConfirmations.ask(tx, site, await context.accounts.withProfile(current, tx));
  });
  return page(call, 'sent', account.email);
}

function page(
  call: PageCall,
  state: ConfirmEmailPage['state'],
  email?: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<FastifyReply> {
  const form = {
    action: call.folder.address('confirm.php'),
    fields: state === 'again' ? ownFormField(call) : fields,
  };
  return show(call, { page: 'confirm-email', state, email, form });
}
