/** A mail as a line of the list, and whole. */

import type { Mail } from '../../mail/outbox.ts';
import { mayReadMail } from '../../policies/outbox.ts';
import { mayAdminister } from '../../policies/site.ts';
import { NoRecordFound } from '../../refusal.ts';
import type { ApiCall } from '../api/endpoint.ts';
import type { MailAnswer, MailLine } from './outbox-data.ts';

export function mailLine(mail: Mail, now: number): MailLine {
  const { id, kind, recipient, state, createdAt, dueAt, sentAt, attempts, claimedUntil, problem } = mail;
  const isTriedAgain = state === 'WAITING' && attempts > 0 && claimedUntil > now;
  return {
    id,
    kind,
    recipient,
    subject: mail.message.subject,
    state,
    createdAt,
    dueAt,
    sentAt,
    attempts,
    nextAttemptAt: isTriedAgain ? claimedUntil : null,
    problem,
    sessionKey: mail.sessionKey,
  };
}

export function mailAnswer({ account, context }: ApiCall, mail: Mail): MailAnswer {
  const { from, to, replyTo, text, calendar } = mail.message;
  const isShown = mayReadMail(account, mail);
  const changes = mayAdminister(account);
  return {
    ...mailLine(mail, context.clock.now()),
    from,
    to,
    replyTo: replyTo ?? null,
    text: isShown ? text : null,
    calendar: (isShown && calendar) || null,
    maySendAgain: changes && ['FAILED', 'KEPT', 'RELEASED', 'SENT'].includes(mail.state),
    mayRelease: changes && ['FAILED', 'KEPT', 'WAITING'].includes(mail.state),
  };
}

/** @throws NoRecordFound when the site has none of that number */
export async function foundMail({ context, site }: ApiCall, id: string): Promise<Mail> {
  const number = /^\d{1,15}$/.test(id) ? Number(id) : undefined;
  const mail = number === undefined ? undefined : await context.mail.outbox.find(site, number);
  if (!mail) throw new NoRecordFound();
  return mail;
}
