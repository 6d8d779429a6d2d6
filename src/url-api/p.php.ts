/** p.php: signing in and out (LI, LO), signing up (SU) and managing accounts (EU, AC, IN). */
import type { FastifyReply } from 'fastify';
import { redirect } from '../browser/answer.ts';
import { closeBrowserSession } from '../browser/browser-session.ts';
import { checkSignInForm, isOwnForm } from '../browser/own-form.ts';
import { type Asked, address, flag, text } from '../browser/parameters/parameter.ts';
import { Refused, reasonOf } from '../browser/reasons.ts';
import { changePasswordForm } from '../browser/sign-in/change-password-page.ts';
import { rememberFailure } from '../browser/sign-in/failed-sign-in.ts';
import { goOn, signedIn } from '../browser/sign-in/sign-in-result.ts';
import { CredentialsMissing, PasswordExpired } from '../sign-in/failures.ts';
import { isNamed } from '../sign-in/sign-in.ts';
import { managesItsUsers } from '../sites/site.ts';
import { activation, editAccount, signUp } from './account-commands.ts';
import { type CommandCall, commandPage, forAnybody, logRefused, type Success } from './command.ts';
import { askToConfirm, needsConfirmation } from './confirmation.ts';
import { logOutAtProvider } from './sso/provider-logout.ts';

const CREDENTIALS = {
  WID: text('the webExID or the e-mail address'),
  PW: text('the password; or TK'),
  TK: text('a login ticket'),
  MU: address('where to go afterwards, on the site; `GoBack` is BU'),
  CONFIRMED: flag('the person has said so, in a form of the site'),
};

type LogIn = CommandCall<Asked<typeof CREDENTIALS>>;

export const pPhp = commandPage(
  {
    LI: forAnybody({
      summary: 'signs in; on a living session `AlreadyLogon`',
      tells: 'WID, CSRF',
      autoLogin: true,
      parameters: CREDENTIALS,
      run: logIn,
    }),
    LO: forAnybody({
      summary: 'signs out, whoever is or is not signed in',
      autoLogin: true,
      confirmed: true,
      run: logOut,
    }),
    SU: signUp,
    EU: editAccount,
    AC: activation('ACTIVATED', 'lets an account in; an administrator is signed in'),
    IN: activation('DEACTIVATED', 'shuts an account out; an administrator is signed in'),
  },
  { failsAtHome: true },
);

/** LI; our own form is shown again with what is wrong, so that it still leads to where its reader was going. */
async function logIn(call: LogIn): Promise<FastifyReply> {
  const { parameters, browserSession } = call;
  const { MU, WID } = parameters;
  try {
    return await signedInAs(call);
  } catch (error) {
    const problem = reasonOf(error);
    if (problem === undefined || browserSession || call.back !== undefined) throw error;
    if (!isOwnForm(call)) throw error;
    logRefused(call, problem, error);
    rememberFailure(call, { problem, WID });
    return redirect(call, call.folder.page('signin.php', MU === undefined ? {} : { MU }));
  }
}

/** WID with PW or TK. On a living session it is refused: a client logs out and comes again. */
async function signedInAs(call: LogIn): Promise<FastifyReply> {
  const { site, context, parameters, browserSession } = call;
  const { signIn, accounts } = context;
  const { WID, PW, TK, MU } = parameters;
  const way = { MU, BU: call.back };
  if (browserSession) {
    // A second window of the same person goes on to where it was going.
    const isAgain = isOwnForm(call) && isNamed(browserSession.account, WID ?? '');
    if (isAgain) return goOn(call, browserSession.account, browserSession.csrf, way);
    const isOther = WID !== undefined && !isNamed(browserSession.account, WID);
    if (isOther && (await needsConfirmation(call))) return askToConfirm(call);
    if (!isOther || !parameters.CONFIRMED || !isOwnForm(call)) throw new Refused('AlreadyLogon');
  }
  if (WID === undefined) throw new CredentialsMissing('WID');
  if (TK !== undefined) return signedIn(call, await signIn.byLoginTicket(site, WID, TK), way);
  checkSignInForm(call);
  if (PW === undefined) throw new CredentialsMissing('PW');
  const account = await signIn.byPassword(site, WID, PW);
  const { security } = (await accounts.withProfile(account)).profile;
  if (security.forceChangePassword || security.resetPassword || signIn.hasExpiredPassword(account, site)) {
    // Where the identity service keeps the passwords, nobody changes one here.
    if (!managesItsUsers(site)) throw new PasswordExpired();
    return changePasswordForm(call, { WID, ...way });
  }
  return signedIn(call, account, way);
}

/** LO: always succeeds, whoever is or is not signed in. Whom an identity provider signed in is signed out there too. */
async function logOut(call: CommandCall): Promise<Success | FastifyReply> {
  await closeBrowserSession(call);
  const samlSession = call.browserSession?.samlSession;
  if (!samlSession) return {};
  return (await logOutAtProvider(call, samlSession, call.back)) ?? {};
}
