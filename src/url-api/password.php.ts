/** password.php: a new password for somebody whose old one must be changed before he may go on. */
import type { FastifyReply } from 'fastify';
import { PasswordNotAccepted } from '../accounts/account.ts';
import { newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';
import type { Page } from './pages/page-data.ts';
import { sendPage } from './pages/send-page.ts';
import { parametersOf } from './parameters.ts';
import { reasonOf } from './reasons.ts';
import { signedIn, type WayOn } from './sign-in-result.ts';
import type { PageCall } from './site-page.ts';

interface FormState extends WayOn {
  readonly WID: string;
  /** Stands above the form. */
  readonly site?: Page['site'];
  /** A word of the URL API; with the rule that the new password breaks. */
  readonly problem?: string | undefined;
  readonly rule?: string | undefined;
}

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

export function changePasswordForm(
  reply: FastifyReply,
  { WID, MU, BU, site, problem, rule }: FormState,
): FastifyReply {
  const form = { action: 'password.php', fields: { MU: MU ?? '', BU: BU ?? '' } };
  return sendPage(reply, { site, content: { page: 'change-password', problem, rule, WID, form } });
}
