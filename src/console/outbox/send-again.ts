import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { CallRefused } from '../api/problems.ts';
import { foundMail, mailAnswer } from './mail-line.ts';
import type { MailAnswer } from './outbox-data.ts';

export const sendAgain = endpoint({
  method: 'POST',
  path: 'outbox/:id/send-again',
  summary:
    'Sends a mail again: one that was given up, kept, released, or sent and lost. Without a server for mail it is kept.',
  may: administers,
  async run(call, { params }): Promise<MailAnswer> {
    const { id } = await foundMail(call, params.id);
    if (!(await call.context.mail.outbox.retry(call.site, id))) {
      throw new CallRefused(409, 'MailState', 'the mail is waiting already, or is off');
    }
    return mailAnswer(call, await foundMail(call, params.id));
  },
});
