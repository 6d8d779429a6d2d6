/** password.php: a new password for somebody whose old one must be changed before he may go on. */
import type { FastifyReply } from 'fastify';
import { PasswordNotAccepted } from '../accounts/account.ts';
import { newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';
import { html } from './html.ts';
import { sendPage } from './page.ts';
import { parametersOf } from './parameters.ts';
import { reasonOf } from './reasons.ts';
import { signedIn, type WayOn } from './sign-in-result.ts';
import type { PageCall } from './site-page.ts';

interface FormState extends WayOn {
  readonly WID: string;
  readonly problem?: string | undefined;
}

/** The old password proves who is asking, so the form needs no session. */
export async function passwordPhp(call: PageCall): Promise<FastifyReply> {
  const { request, reply, site, context } = call;
  const parameters = parametersOf(request);
  const WID = parameters.get('WID') ?? '';
  const state = { WID, MU: parameters.get('MU'), BU: parameters.get('BU') };
  if (request.method !== 'POST') return changePasswordForm(reply, state);
  const wanted = parameters.get('NEW') ?? '';
  try {
    const account = await context.signIn.byPassword(site, WID, parameters.get('PW') ?? '');
    if (wanted !== parameters.get('AGAIN')) throw new PasswordNotAccepted('is not the same twice');
    if (wanted === parameters.get('PW')) throw new PasswordNotAccepted('must differ from the old one');
    const passwordHash = await newPasswordHash(context, site, account, wanted);
    await context.accounts.change(site, account.webExId, (current) =>
      withNewPassword(current, passwordHash, site),
    );
    return signedIn(call, await context.accounts.required(site, account.webExId), state);
  } catch (error) {
    if (error instanceof PasswordNotAccepted) {
      return changePasswordForm(reply, { ...state, problem: `The new password ${error.rule}.` });
    }
    if (reasonOf(error) === undefined) throw error;
    return changePasswordForm(reply, {
      ...state,
      problem: 'The user name or the old password is wrong, or the account may not be used.',
    });
  }
}

export function changePasswordForm(reply: FastifyReply, { WID, MU, BU, problem }: FormState): FastifyReply {
  return sendPage(reply, {
    title: 'Choose a new password',
    content: html`<h1>Choose a new password</h1>
<p>Your password must be changed before you can go on.</p>
${problem === undefined ? html`` : html`<p role="alert">${problem}</p>`}
<form method="post" action="password.php">
<input type="hidden" name="MU" value="${MU ?? ''}"><input type="hidden" name="BU" value="${BU ?? ''}">
<label>User name<input name="WID" value="${WID}" autocomplete="username" autocapitalize="none" spellcheck="false"
 required></label>
<label>Old password<input name="PW" type="password" autocomplete="current-password" required></label>
<label>New password<input name="NEW" type="password" autocomplete="new-password" required></label>
<label>New password again<input name="AGAIN" type="password" autocomplete="new-password" required></label>
<button>Change password</button>
</form>`,
  });
}
