/** A mail as it will be sent: rendered when it is recorded, with what was true then. */
import type { CalendarFile } from './calendar.ts';
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

export interface NewMail {
  /** The row of the site. */
  readonly site: number;
  readonly sessionKey?: number | undefined;
  readonly kind: MailKind;
  readonly message: Message;
  /** Epoch milliseconds; at once when it is left out. */
  readonly dueAt?: number | undefined;
  /** The start that a reminder is about, and when it is of no use any more. */
  readonly occurrence?: { readonly startAt: number; readonly endAt: number } | undefined;
}
