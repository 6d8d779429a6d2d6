/** p.php: signing in and out (LI, LO). */
import type { FastifyReply } from 'fastify';
import { AccountNotFound } from '../accounts/account.ts';
import { CredentialsMissing } from '../sign-in/failures.ts';
import { report } from './answer.ts';
import { clearCookie, cookieOf, sessionOf } from './browser-session.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { changePasswordForm } from './password.php.ts';
import { reasonOf } from './reasons.ts';
import { signedIn } from './sign-in-result.ts';
import type { PageCall } from './site-page.ts';

export async function pPhp(call: PageCall): Promise<FastifyReply> {
  const parameters = parametersOf(call.request);
  const command = parameters.get('AT')?.toUpperCase();
  switch (command) {
    case 'LI':
      return logIn(call, parameters);
    case 'LO':
      return logOut(call, parameters);
    default:
      return failed(call, parameters, command ?? '', 'UnknownATCommand');
  }
}

/** LI: WID with PW or TK. On a living session it is refused: a client logs out and comes again. */
async function logIn(call: PageCall, parameters: Parameters): Promise<FastifyReply> {
  const { site, context } = call;
  const { signIn, tickets, accounts } = context;
  if (await sessionOf(call.request, site, context)) return failed(call, parameters, 'LI', 'AlreadyLogon');
  try {
    const WID = parameters.get('WID');
    const PW = parameters.get('PW');
    const TK = parameters.get('TK');
    if (WID === undefined) throw new CredentialsMissing('WID');
    const way = { MU: parameters.get('MU'), BU: parameters.get('BU') };
    if (TK !== undefined) {
      const account = await signIn.named(site, { webExID: WID });
      if (!account) throw new AccountNotFound(WID);
      signIn.checkStanding(account, site);
      await tickets.useLoginTicket(account, TK);
      return signedIn(call, account, way);
    }
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
  const { request, reply, site, context } = call;
  const cookie = cookieOf(request);
  if (cookie !== undefined) await context.tickets.closeBrowserSession(cookie);
  clearCookie(reply, site, context);
  return report(reply, site, context.links, parameters.get('BU'), [
    ['AT', 'LO'],
    ['ST', 'SUCCESS'],
  ]);
}

function failed(call: PageCall, parameters: Parameters, command: string, reason: string): FastifyReply {
  const WID = parameters.get('WID');
  return report(call.reply, call.site, call.context.links, parameters.get('BU'), [
    ['AT', command],
    ...(WID === undefined ? [] : [['WID', WID] as const]),
    ['ST', 'FAIL'],
    ['RS', reason],
  ]);
}
