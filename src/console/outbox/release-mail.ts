import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { CallRefused } from '../api/problems.ts';
import { foundMail, mailAnswer } from './mail-line.ts';
import type { MailAnswer } from './outbox-data.ts';

export const releaseMail = endpoint({
  method: 'POST',
  path: 'outbox/:id/release',
  summary:
    'Takes a mail out of the hands of whoever sends: it is brought by other means, or needs none. It counts as released.',
  may: administers,
  async run(call, { params }): Promise<MailAnswer> {
    const { id } = await foundMail(call, params.id);
    if (!(await call.context.mail.outbox.release(call.site, id))) {
      throw new CallRefused(409, 'MailState', 'the mail has gone out, is off, or was released already');
    }
    return mailAnswer(call, await foundMail(call, params.id));
  },
});
