/**
 * A mail: what is written down of it, and how it reads. A mail about a session is written down as a sketch, all
 * that was true then, and put into words when it is sent or read: whoever schedules does not wait for that.
 */
import type { CalendarFile } from './calendar-file.ts';
import type { Sketch } from './sketch.ts';
import type { MailKind } from './texts.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Message {
  readonly from: Mailbox;
  readonly replyTo?: Mailbox | undefined;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: CalendarFile | undefined;
}

interface Envelope {
  /** The row of the site. */
  readonly site: number;
  readonly sessionKey?: number | undefined;
  readonly kind: MailKind;
  /** Epoch milliseconds; at once when it is left out. */
  readonly dueAt?: number | undefined;
  /** The start that a reminder is about, and when it is of no use any more. */
  readonly occurrence?: { readonly startAt: number; readonly endAt: number } | undefined;
}

/** In words already, or as a sketch. */
export type MailContent = { readonly message: Message } | { readonly sketch: Sketch };

export type NewMail = Envelope & MailContent;
