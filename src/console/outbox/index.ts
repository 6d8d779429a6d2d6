/** The mails of the site: what waits, what went, what could not. */
import { listMails } from './list-mails.ts';
import { mailCalendar } from './mail-calendar.ts';
import { mailHtml } from './mail-html.ts';
import { mailSource } from './mail-source.ts';
import { readMail } from './read-mail.ts';
import { releaseMail } from './release-mail.ts';
import { sendAgain } from './send-again.ts';

export const OUTBOX = [listMails, readMail, mailHtml, mailSource, mailCalendar, sendAgain, releaseMail];
