/** The mails about one session, for its host and for everybody else. */
import type { AccountWithProfile } from '../accounts/account.ts';
import type { Attendee } from '../sessions/attendee.ts';
import { type Block, htmlText, plainText } from './body.ts';
import { type CalendarMethod, type CalendarPerson, calendarFile } from './calendar.ts';
import type { Mailbox, NewMail } from './message.ts';
import { cut, oneLine } from './plain.ts';
import {
  type About,
  hostPerson,
  nameOf,
  namesIn,
  personOf,
  type Reading,
  sessionBlocks,
  sessionEvent,
  zoneFor,
} from './session-mail.ts';
import { type MailKind, textsIn } from './texts.ts';

export const LONGEST_SUBJECT = 250;

/** Somebody who gets a mail. */
export interface Recipient extends Mailbox {
  readonly languageID: number;
  readonly timeZoneID?: number | undefined;
}

/** What many get in the same words is written once. */
export class Letter {
  readonly about: About & { readonly host: AccountWithProfile };
  readonly #from: string;
  readonly #written = new Map<string, Written>();

  constructor(about: About & { readonly host: AccountWithProfile }, from: string) {
    this.about = about;
    this.#from = from;
  }

  invitations(attendees: readonly Attendee[]): NewMail[] {
    return attendees.flatMap((attendee) =>
      this.toAttendees([attendee], attendee.role === 'HOST' ? 'alternateHost' : 'invitation', 'REQUEST'),
    );
  }

  /** Each finds himself alone in his calendar file. */
  toAttendees(attendees: readonly Attendee[], kind: MailKind, method?: CalendarMethod): NewMail[] {
    return attendees.map((attendee) =>
      this.to(
        {
          name: oneLine(attendee.name),
          address: attendee.email,
          languageID: attendee.details.languageID,
          timeZoneID: attendee.details.timeZoneID,
        },
        kind,
        { method, people: [personOf(attendee)] },
      ),
    );
  }

  toHost(kind: MailKind, method: CalendarMethod, people: readonly CalendarPerson[]): NewMail {
    const { host } = this.about;
    return this.to(hostRecipient(host), kind, { method, people: [hostPerson(host), ...people] });
  }

  to(
    { name, address, languageID, timeZoneID }: Recipient,
    kind: MailKind,
    { method, people = [], person, at }: Details = {},
  ): NewMail {
    const { site, session, host, now } = this.about;
    const reading = { texts: textsIn(languageID), zone: zoneFor(timeZoneID, session) };
    const { subject, text, html, blocks } = this.#write(kind, reading, languageID, person, at);
    const events = [sessionEvent(this.about, method === 'CANCEL' ? undefined : blocks, people)];
    const calendar = method && site.settings.pages.iCalendar ? calendarFile(method, events, now) : undefined;
    return {
      site: site.id,
      sessionKey: session.sessionKey,
      kind,
      message: {
        from: { name: nameOf(host), address: this.#from },
        replyTo: { name: nameOf(host), address: host.email },
        to: { name, address },
        subject,
        text,
        html,
        ...(calendar && { calendar }),
      },
    };
  }

  #write(kind: MailKind, reading: Reading, languageID: number, person?: string, at?: number): Written {
    const key = `${kind} ${languageID} ${reading.zone.id} ${person} ${at}`;
    let written = this.#written.get(key);
    if (written === undefined) {
      const { texts } = reading;
      const names = namesIn(texts, this.about, person);
      const blocks = sessionBlocks(this.about, kind, reading, names, at);
      written = {
        subject: cut(oneLine(texts.subject[kind](names)), LONGEST_SUBJECT),
        text: plainText(blocks),
        html: htmlText(blocks, texts.locale),
        blocks,
      };
      this.#written.set(key, written);
    }
    return written;
  }
}

interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly blocks: readonly Block[];
}

interface Details {
  /** With a calendar file of that method. */
  readonly method?: CalendarMethod | undefined;
  readonly people?: readonly CalendarPerson[];
  readonly person?: string;
  /** The occurrence that it is about. */
  readonly at?: number;
}

export function hostRecipient(host: AccountWithProfile): Recipient {
  return { name: nameOf(host), address: host.email, languageID: host.profile.languageID };
}
