/** password.php: a new password for somebody whose old one must be changed before he may go on. */
import type { FastifyReply } from 'fastify';
import { PasswordNotAccepted } from '../accounts/account.ts';
import { parametersOf } from '../browser/parameters.ts';
import { reasonOf } from '../browser/reasons.ts';
import { changePasswordForm } from '../browser/sign-in/change-password-page.ts';
import { signedIn } from '../browser/sign-in/sign-in-result.ts';
import type { PageCall } from '../browser/site-page.ts';
import { newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';

/** The old password proves who is asking, so the form needs no session. */
export async function passwordPhp(call: PageCall): Promise<FastifyReply> {
  const { request, reply, site, folder, context } = call;
  const parameters = parametersOf(request);
  const WID = parameters.get('WID') ?? '';
  const state = {
    WID,
    MU: parameters.get('MU'),
    BU: parameters.get('BU'),
    site: { siteName: site.siteName, home: folder.address('') },
  };
  if (request.method !== 'POST') return changePasswordForm(reply, state);
  const wanted = parameters.get('NPW') ?? '';
  try {
    const account = await context.signIn.byPassword(site, WID, parameters.get('PW') ?? '');
    if (wanted !== (parameters.get('NPW2') ?? '')) {
      return changePasswordForm(reply, { ...state, problem: 'PasswordsDiffer' });
    }
    if (wanted === parameters.get('PW')) throw new PasswordNotAccepted('must differ from the old one');
    const passwordHash = await newPasswordHash(context, site, account, wanted);
    await context.accounts.change(site, account.webExId, (current) =>
      withNewPassword(current, passwordHash, site),
    );
    return signedIn(call, await context.accounts.required(site, account.webExId), state);
  } catch (error) {
    if (error instanceof PasswordNotAccepted) {
      return changePasswordForm(reply, { ...state, problem: 'PasswordNotAccepted', rule: error.rule });
    }
    if (reasonOf(error) === undefined) throw error;
    // Whether the account exists, is locked or may not be used is told to nobody who does not know its password.
    return changePasswordForm(reply, { ...state, problem: 'BadWebExIDorPassword' });
  }
}
