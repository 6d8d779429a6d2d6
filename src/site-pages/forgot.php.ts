/** forgot.php and reset.php: a link by mail for those who have forgotten their password, and the page behind it. */
import type { FastifyReply } from 'fastify';
import { type Account, PasswordNotAccepted } from '../accounts/account.ts';
import { isOwnForm, ownFormField } from '../browser/own-form.ts';
import type { Form } from '../browser/pages/form.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { text } from '../browser/parameters/parameter.ts';
import { reasonOf } from '../browser/reasons.ts';
import { show } from '../browser/show.ts';
import { signInPage } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { ResetLinkInvalid } from '../sign-in/failures.ts';
import { newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';
import { managesItsUsers } from '../sites/site.ts';

export const FORGOT = { WID: text('who has forgotten it: a webExID or an e-mail address') };
export const RESET = {
  TOKEN: text('of the link that came by mail'),
  NPW: text('the new password'),
  NPW2: text('the new password again'),
};

/**
 * The answer is the same whether there is such an account or not. Where no mail can be sent the page says so, and the
 * link waits in the outbox with everything else.
 */
export async function forgotPhp(call: PageCall): Promise<FastifyReply> {
  const { context, site, request } = call;
  const { WID } = parametersOf(request, FORGOT);
  const form = forgotForm(call);
  if (request.method !== 'POST' || WID === undefined) {
    return show(call, { page: 'forgot-password', state: canSend(call) ? 'ask' : 'noMail', form });
  }
  if (!isOwnForm(call)) {
    return show(call, { page: 'forgot-password', state: 'ask', problem: 'CSRFRequired', form });
  }
  const account = await context.signIn.named(site, { webExID: WID });
  const helped = account && mayReset(call, account) ? account : undefined;
  await context.passwordResets.begin(helped, async (tx, token) => {
    if (!helped) return;
    const withProfile = await context.accounts.withProfile(helped, tx);
    await context.mail.notices.passwordReset(tx, site, withProfile, token);
  });
  return show(call, { page: 'forgot-password', state: canSend(call) ? 'sent' : 'noMail', form });
}

function canSend({ context }: PageCall): boolean {
  return context.settings.smtpUrl !== '';
}

function forgotForm(call: PageCall): Form {
  return { action: call.folder.address('forgot.php'), fields: ownFormField(call) };
}

/** Whoever signs in elsewhere has no password here to forget. */
function mayReset({ site }: PageCall, account: Account): boolean {
  return (
    managesItsUsers(site) &&
    account.passwordHash !== null &&
    account.active === 'ACTIVATED' &&
    !account.locked
  );
}

export async function resetPhp(call: PageCall): Promise<FastifyReply> {
  const { context, site, request } = call;
  const { TOKEN = '', NPW = '', NPW2 = '' } = parametersOf(request, RESET);
  try {
    const account = await context.passwordResets.holderOf(site, TOKEN);
    if (request.method !== 'POST') return resetPage(call, TOKEN);
    if (NPW !== NPW2) return resetPage(call, TOKEN, 'PasswordsDiffer');
    const passwordHash = await newPasswordHash(context, site, account, NPW);
    await context.accounts.change(site, account.webExId, (current) =>
      withNewPassword(current, passwordHash, site),
    );
    return signInPage(call, { notice: 'password-changed', WID: account.webExId });
  } catch (error) {
    if (error instanceof PasswordNotAccepted) {
      return resetPage(call, TOKEN, 'PasswordNotAccepted', error.rule);
    }
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    if (error instanceof ResetLinkInvalid) {
      // The way to a new link is a form of its own.
      call.reply.code(404);
      return show(call, { page: 'forgot-password', state: 'ask', problem: reason, form: forgotForm(call) });
    }
    return show(call, { page: 'error', status: 404, problem: reason });
  }
}

function resetPage(call: PageCall, TOKEN: string, problem?: string, rule?: string): Promise<FastifyReply> {
  const form = {
    action: call.folder.address('reset.php'),
    fields: { TOKEN },
  };
  return show(call, { page: 'reset-password', problem, rule, form });
}
