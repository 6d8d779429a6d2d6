/** The form for a new password, for somebody whose old one must be changed first. */
import type { FastifyReply } from 'fastify';
import type { Page } from '../pages/page-data.ts';
import { sendPage } from '../pages/send-page.ts';
import type { WayOn } from './sign-in-result.ts';

interface FormState extends WayOn {
  readonly WID: string;
  /** Stands above the form. */
  readonly site?: Page['site'];
  /** A word of the URL API; with the rule that the new password breaks. */
  readonly problem?: string | undefined;
  readonly rule?: string | undefined;
}

export function changePasswordForm(
  reply: FastifyReply,
  { WID, MU, BU, site, problem, rule }: FormState,
): FastifyReply {
  const form = { action: 'password.php', fields: { MU: MU ?? '', BU: BU ?? '' } };
  return sendPage(reply, { site, content: { page: 'change-password', problem, rule, WID, form } });
}
