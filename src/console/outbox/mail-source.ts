import { sourceOf } from '../../mail/source.ts';
import { checkReadsMail } from '../../policies/outbox.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundMail } from './mail-line.ts';

export const mailSource = endpoint({
  method: 'GET',
  path: 'outbox/:id/source',
  summary:
    'A mail as it goes over the wire, with its headers and its calendar file, to be opened by a program for mail.',
  may: readsSite,
  download: true,
  async run(call, { params }) {
    const mail = await foundMail(call, params.id);
    checkReadsMail(call.account, mail);
    const message = await call.context.mail.logos.sent(call.site, mail.message);
    const content = await sourceOf({ ...mail, message });
    return { fileName: `mail-${mail.id}.eml`, mediaType: 'message/rfc822', content };
  },
});
