import { checkReadsMail } from '../../policies/outbox.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundMail } from './mail-line.ts';

export const mailHtml = endpoint({
  method: 'GET',
  path: 'outbox/:id/html',
  summary: 'A mail as HTML, for a frame in which nothing of it runs.',
  may: readsSite,
  framed: true,
  async run(call, { params }) {
    const mail = await foundMail(call, params.id);
    checkReadsMail(call.account, mail);
    return call.context.mail.logos.shown(call.site, mail.message.html);
  },
});
