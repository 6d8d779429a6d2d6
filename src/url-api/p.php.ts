/** p.php: signing in and out (LI, LO). */
import type { FastifyReply } from 'fastify';
import { CredentialsMissing } from '../sign-in/failures.ts';
import { report } from './answer.ts';
import { clearCookie, cookiesOf, sessionOf } from './browser-session.ts';
import { html } from './html.ts';
import { sendPage } from './page.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { changePasswordForm } from './password.php.ts';
import { reasonOf } from './reasons.ts';
import { signedIn } from './sign-in-result.ts';
import type { PageCall } from './site-page.ts';

/** No account has a longer name (a webExID may be an e-mail address). */
const LONGEST_NAME = 192;

export async function pPhp(call: PageCall): Promise<FastifyReply> {
  // Mail scanners look at links before people do: that must not use up a ticket.
  if (call.request.method === 'HEAD') return sendPage(call.reply, { title: 'Parlance', content: html`` });
  const parameters = parametersOf(call.request);
  const command = parameters.get('AT')?.toUpperCase();
  switch (command) {
    case 'LI':
      return logIn(call, parameters);
    case 'LO':
      return logOut(call, parameters);
    default:
      // Commands are letters: anything else is not repeated.
      return failed(call, parameters, /^[A-Z]{1,8}$/.exec(command ?? '')?.[0] ?? '', 'UnknownATCommand');
  }
}

/** LI: WID with PW or TK. On a living session it is refused: a client logs out and comes again. */
async function logIn(call: PageCall, parameters: Parameters): Promise<FastifyReply> {
  const { site, context } = call;
  const { signIn, accounts } = context;
  if (await sessionOf(call)) return failed(call, parameters, 'LI', 'AlreadyLogon');
  try {
    const WID = parameters.get('WID');
    const PW = parameters.get('PW');
    const TK = parameters.get('TK');
    if (WID === undefined) throw new CredentialsMissing('WID');
    const way = { MU: parameters.get('MU'), BU: parameters.get('BU') };
    if (TK !== undefined) return signedIn(call, await signIn.byLoginTicket(site, WID, TK), way);
    if (PW === undefined) throw new CredentialsMissing('PW');
    const account = await signIn.byPassword(site, WID, PW);
    const { security } = (await accounts.withProfile(account)).profile;
    if (security.forceChangePassword || security.resetPassword || signIn.hasExpiredPassword(account, site)) {
      return changePasswordForm(call.reply, { WID, ...way });
    }
    return signedIn(call, account, way);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return failed(call, parameters, 'LI', reason);
  }
}

/** LO: always succeeds. */
async function logOut(call: PageCall, parameters: Parameters): Promise<FastifyReply> {
  for (const cookie of cookiesOf(call.request)) await call.context.tickets.closeBrowserSession(cookie);
  clearCookie(call);
  return report(call, parameters.get('BU'), [
    ['AT', 'LO'],
    ['ST', 'SUCCESS'],
  ]);
}

function failed(call: PageCall, parameters: Parameters, command: string, reason: string): FastifyReply {
  const WID = parameters.get('WID');
  return report(call, parameters.get('BU'), [
    ['AT', command],
    ...(WID === undefined || WID.length > LONGEST_NAME ? [] : [['WID', WID] as const]),
    ['ST', 'FAIL'],
    ['RS', reason],
  ]);
}
