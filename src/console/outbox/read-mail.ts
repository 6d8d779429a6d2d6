import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundMail, mailAnswer } from './mail-line.ts';
import type { MailAnswer } from './outbox-data.ts';

export const readMail = endpoint({
  method: 'GET',
  path: 'outbox/:id',
  summary:
    'A mail as text, with what became of it. Its HTML, its source and its calendar file have addresses of their own.',
  may: readsSite,
  async run(call, { params }): Promise<MailAnswer> {
    return mailAnswer(call, await foundMail(call, params.id));
  },
});
