/** password.php: a new password for somebody whose old one must be changed before they may go on. */
import type { FastifyReply } from 'fastify';
import { PasswordNotAccepted } from '../accounts/account.ts';
import { checkSignInForm } from '../browser/own-form.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { address, text } from '../browser/parameters/parameter.ts';
import { reasonOf } from '../browser/reasons.ts';
import { show } from '../browser/show.ts';
import { changePasswordForm } from '../browser/sign-in/change-password-page.ts';
import { signedIn } from '../browser/sign-in/sign-in-result.ts';
import type { PageCall } from '../browser/site-page.ts';
import { checkChangeInterval, newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';
import { managesItsUsers } from '../sites/site.ts';

export const PASSWORD = {
  WID: text('whose password'),
  PW: text('the old password'),
  NPW: text('the new password'),
  NPW2: text('the new password again'),
  MU: address('where to go afterwards, on the site'),
  BU: address('where the result is told'),
};

/** The old password proves who is asking, so the form needs no session. */
export async function passwordPhp(call: PageCall): Promise<FastifyReply> {
  const { request, site, context } = call;
  const { accounts, clock, signIn } = context;
  const { WID = '', PW = '', NPW = '', NPW2 = '', MU, BU } = parametersOf(request, PASSWORD);
  const state = { WID, MU, BU };
  if (!managesItsUsers(site)) return show(call, { page: 'error', status: 403, problem: 'AccessDenied' });
  if (request.method !== 'POST') return changePasswordForm(call, state);
  try {
    checkSignInForm(call);
    const account = await signIn.byPassword(site, WID, PW);
    if (NPW !== NPW2) {
      return changePasswordForm(call, { ...state, problem: 'PasswordsDiffer' });
    }
    if (NPW === PW) throw new PasswordNotAccepted('must differ from the old one');
    const passwordHash = await newPasswordHash(context, site, account, NPW);
    await accounts.change(site, account.webExId, (current) => {
      // One that must be changed may be changed.
      if (!signIn.hasExpiredPassword(current, site)) checkChangeInterval(current, site, clock.now());
      return withNewPassword(current, passwordHash, site);
    });
    return signedIn(call, await accounts.required(site, account.webExId), state);
  } catch (error) {
    if (error instanceof PasswordNotAccepted) {
      return changePasswordForm(call, { ...state, problem: 'PasswordNotAccepted', rule: error.rule });
    }
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    if (reason === 'CSRFRequired') return changePasswordForm(call, { ...state, problem: reason });
    // Whether the account exists, is locked or may not be used is told to nobody who does not know its password.
    return changePasswordForm(call, { ...state, problem: 'BadWebExIDorPassword' });
  }
}
