import { checkReadsMail } from '../../policies/outbox.ts';
import { NoRecordFound } from '../../refusal.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundMail } from './mail-line.ts';

export const mailCalendar = endpoint({
  method: 'GET',
  path: 'outbox/:id/calendar',
  summary: 'The calendar file of a mail.',
  may: readsSite,
  download: true,
  async run(call, { params }) {
    const mail = await foundMail(call, params.id);
    checkReadsMail(call.account, mail);
    const { calendar } = mail.message;
    if (!calendar) throw new NoRecordFound();
    const mediaType = `text/calendar; charset=utf-8; method=${calendar.method}`;
    return { fileName: `mail-${mail.id}.ics`, mediaType, content: calendar.content };
  },
});
