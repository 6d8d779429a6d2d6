/** What a mail about a session is made from: everything that was true when it was written down. */
import type { Links } from '../links.ts';
import type { Session } from '../sessions/session.ts';
import { type CalendarMethod, type CalendarPerson, calendarFile } from './calendar-file.ts';
import { htmlText, plainText } from './mail-body.ts';
import type { Mailbox, Message } from './message.ts';
import { inOwnWords, type OwnWords } from './own-mails.ts';
import { valuesOf } from './placeholders.ts';
import { cut, oneLine } from './plain.ts';
import { aboutOccurrence, nameOf, namesIn, sessionBlocks, sessionEvents, zoneFor } from './session-mail.ts';
import { inSiteWords, type SiteWords } from './site-words.ts';
import { type MailKind, textsIn } from './texts.ts';
import type { ToldHost, ToldSession, ToldSite } from './told.ts';

export const LONGEST_SUBJECT = 250;

/** Somebody who gets a mail. */
export interface Recipient extends Mailbox {
  readonly languageID: number;
  readonly timeZoneID?: number | undefined;
}

export interface Details {
  /** With a calendar file of that method. */
  readonly method?: CalendarMethod | undefined;
  readonly people?: readonly CalendarPerson[] | undefined;
  readonly person?: string | undefined;
  /** The occurrence that it is about. */
  readonly at?: number | undefined;
  /** What the recipient joins by. */
  readonly registerID?: number | undefined;
  readonly isWaiting?: boolean | undefined;
  readonly isSpeaker?: boolean | undefined;
  readonly isPanelist?: boolean | undefined;
  /** What the event's host wrote themselves. */
  readonly words?: OwnWords | undefined;
  /** What the site says in such a mail. */
  readonly siteWords?: SiteWords | undefined;
}

export interface Sketch {
  readonly site: ToldSite;
  readonly session: ToldSession;
  readonly host: ToldHost;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly series?: Pick<Session, 'eventID'> | undefined;
  /** The address that mail comes from. */
  readonly from: string;
  readonly to: Recipient;
  readonly kind: MailKind;
  readonly details: Details;
}

/** Puts a sketch into words. */
export function messageOf({ from, to, kind, details, ...told }: Sketch, links: Links): Message {
  const { method, people = [], person, words, siteWords, ...particulars } = details;
  const series = { ...told, links };
  const about = aboutOccurrence(series, particulars.at);
  const { site, session, host, now } = about;
  const texts = textsIn(to.languageID);
  const names = namesIn(texts, about, person);
  const reading = { texts, zone: zoneFor(to.timeZoneID, session) };
  const blocks = sessionBlocks(about, kind, reading, names, particulars);
  const events = () =>
    sessionEvents(series, {
      people,
      blocks(one, at) {
        if (method === 'CANCEL') return undefined;
        return sessionBlocks(one, kind, reading, namesIn(texts, one, person), { ...particulars, at });
      },
    });
  const calendar = method && site.settings.pages.iCalendar ? calendarFile(method, events(), now) : undefined;
  const frame = { locale: texts.locale, sender: names.siteName, heading: names.topic, accent: site.accent };
  const sent: Message = {
    from: { name: nameOf(host), address: from },
    replyTo: { name: nameOf(host), address: host.email },
    to: { name: to.name, address: to.address },
    subject: cut(oneLine(texts.subject[kind](names)), LONGEST_SUBJECT),
    text: plainText(blocks),
    html: htmlText(blocks, frame),
    ...(calendar && { calendar }),
  };
  if (!words && !siteWords) return sent;
  const values = valuesOf(about, kind, reading, { recipient: to, ...particulars });
  const manner = { locale: texts.locale, longestSubject: LONGEST_SUBJECT };
  const usual = siteWords
    ? inSiteWords({ message: sent, blocks, frame, ...manner }, siteWords, values)
    : sent;
  return words ? inOwnWords(usual, words, values, manner) : usual;
}
