/**
 * An event's own mails (event.xsd, emailTemplates): what its host wrote takes the place of the site's words, and says
 * whether a mail goes out at all.
 */
import type { EventDocument } from '../sessions/documents/event-document.ts';
import type { SessionDocument } from '../sessions/documents/session-document.ts';
import { isAddress } from '../text-rules.ts';
import { safeHtml, textOfHtml } from './host-html.ts';
import { escaped, htmlDocument } from './mail-body.ts';
import type { Mailbox, Message } from './message.ts';
import { cut, oneLine, withoutControls } from './plain.ts';
import type { MailKind } from './texts.ts';

export type OwnMails = EventDocument['emailTemplates'];
export type OwnMailName = Exclude<keyof OwnMails, 'format' | 'iCalendar'>;
export type OwnMail = NonNullable<OwnMails[OwnMailName]>;

/** A template as it is written down with a mail. */
export interface OwnWords extends Pick<OwnMail, 'subject' | 'from' | 'replyTo' | 'content'> {
  readonly format: OwnMails['format'];
}

/** Of reminders there are two, which say themselves which one they are. */
export const OWN_MAIL_OF: Partial<Record<MailKind, OwnMailName>> = {
  invitation: 'participantsEmail',
  panelist: 'panelistsEmail',
  registrationPending: 'pendingEmail',
  registrationAccepted: 'acceptedEmail',
  registrationRejected: 'rejectedEmail',
  update: 'eventUpdatedEmail',
  thanks: 'thanksForAttending',
  missed: 'absenteeFollowUp',
};

export function ownMailsOf(document: SessionDocument): OwnMails | undefined {
  return document.kind === 'event' ? document.emailTemplates : undefined;
}

/** What an event says of a mail of that kind. */
export function ownMail(
  document: SessionDocument,
  kind: MailKind,
  name = OWN_MAIL_OF[kind],
): { readonly isSent: boolean; readonly hasCalendar: boolean; readonly words?: OwnWords } {
  const templates = ownMailsOf(document);
  const template = name && templates?.[name];
  const { send = true, subject, from, replyTo, content } = template ?? {};
  const hasWords = [subject, from, replyTo, content].some((part) => part !== undefined && part !== '');
  return {
    isSent: send,
    hasCalendar: templates?.iCalendar ?? true,
    ...(hasWords && { words: { format: templates?.format ?? 'TEXT', subject, from, replyTo, content } }),
  };
}

/** Whether the host wants a mail that nobody gets who has not asked for it. */
export function isWanted(template: OwnMail | undefined): template is OwnMail {
  return template !== undefined && template.send !== false;
}

/** What stands for a placeholder, by its name in small letters and without spaces. */
export type Values = ReadonlyMap<string, string>;

/** `%MeetingNumber%`, also `%Meeting Number%` (seen in the templates of the original). */
const PLACEHOLDER = /%([A-Za-z][A-Za-z ]{1,40})%/g;

/** What is no placeholder stays as it is. */
function filled(text: string, values: Values, written: (value: string) => string): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const value = values.get(name.replaceAll(' ', '').toLowerCase());
    return value === undefined ? whole : written(value);
  });
}

/** @param usual the mail in the words of the site */
export function inOwnWords(
  usual: Message,
  { subject, from, replyTo, content, format }: OwnWords,
  values: Values,
  { locale, longestSubject }: { readonly locale: string; readonly longestSubject: number },
): Message {
  const sender = mailboxIn(from);
  const answers = mailboxIn(replyTo)?.address ?? sender?.address;
  const ownSubject = oneLine(filled(subject ?? '', values, (value) => value));
  return {
    ...usual,
    ...(ownSubject !== '' && { subject: cut(ownSubject, longestSubject) }),
    // The address stays the installation's own: mail in the name of other domains is thrown away by those who get it.
    ...(sender && { from: { name: sender.name, address: usual.from.address } }),
    ...(answers !== undefined && { replyTo: { name: sender?.name ?? '', address: answers } }),
    ...(content && body(content, format, values, locale)),
  };
}

function body(
  content: string,
  format: OwnWords['format'],
  values: Values,
  locale: string,
): Pick<Message, 'text' | 'html'> {
  if (format === 'HTML') {
    const html = safeHtml(content, {
      text: (text) => filled(text, values, linked),
      address: (address) => filled(address, values, (value) => value),
    });
    return { text: `${textOfHtml(html)}\n`, html: htmlDocument(html, locale) };
  }
  const text = `${filled(withoutControls(content), values, withoutControls).trimEnd()}\n`;
  return { text, html: htmlDocument(`<p>${paragraphs(text)}</p>`, locale) };
}

function linked(value: string): string {
  const text = escaped(withoutControls(value)).replaceAll('\n', '<br>');
  return /^https?:\/\/\S+$/.test(value) ? `<a href="${text}">${text}</a>` : text;
}

/** Addresses in it can be followed. */
function paragraphs(text: string): string {
  return text
    .trimEnd()
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((part, at) => (at % 2 === 1 ? linked(part) : escaped(part).replaceAll('\n', '<br>')))
    .join('');
}

/** `Ada Byron <ada@example.com>`, an address alone, or a name alone. */
function mailboxIn(text: string | undefined): (Pick<Mailbox, 'name'> & Partial<Mailbox>) | undefined {
  const line = oneLine(text ?? '');
  if (line === '') return undefined;
  const named = /^"?([^"<]*?)"?\s*<([^<>]+)>$/.exec(line);
  const address = named?.[2] ?? line;
  if (!isAddress(address)) return { name: line };
  return { name: named?.[1] || address, address };
}
