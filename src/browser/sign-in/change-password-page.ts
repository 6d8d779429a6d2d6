/** The form for a new password: of somebody whose old one must be changed first, or who wants another. */
import type { FastifyReply } from 'fastify';
import { appearanceOf } from '../appearance.ts';
import { browserSessionOf } from '../browser-session.ts';
import { signInFormField } from '../own-form.ts';
import { sendPage } from '../pages/send-page.ts';
import type { PageCall } from '../site-page.ts';
import type { WayOn } from './sign-in-result.ts';

interface FormState extends WayOn {
  readonly WID: string;
  /** A word of the URL API; with the rule that the new password breaks. */
  readonly problem?: string | undefined;
  readonly rule?: string | undefined;
}

export async function changePasswordForm(
  call: PageCall,
  { WID, MU, BU, problem, rule }: FormState,
): Promise<FastifyReply> {
  const { reply, site, folder } = call;
  const fields = { MU: MU ?? '', BU: BU ?? '', ...signInFormField(call) };
  const form = { action: 'password.php', fields };
  const above = { siteName: site.siteName, home: folder.address('') };
  const own = await browserSessionOf(call);
  const { language: lang, theme } = await appearanceOf(call);
  const content = {
    page: 'change-password',
    // Whoever is signed in came by themselves.
    isDue: own === undefined,
    problem,
    rule,
    WID: WID || (own?.account.webExId ?? ''),
    form,
  } as const;
  return sendPage(reply, { site: above, lang, theme, content });
}
