/** What the console is told of the outbox. Words in it may come from strangers. */
import type { MailState } from '../../database/database.ts';

/** A line of the list. */
export interface MailLine {
  readonly id: number;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly state: MailState;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly dueAt: number;
  /** When it was sent, or released. */
  readonly sentAt: number | null;
  readonly attempts: number;
  /** When it is tried again, of one that waits after an attempt. */
  readonly nextAttemptAt: number | null;
  /** Why it could not be sent. */
  readonly problem: string | null;
  readonly sessionKey: number | null;
}

/** GET outbox */
export interface OutboxAnswer {
  readonly mails: readonly MailLine[];
  /** Where the next page begins, as `after`; nothing at the end. */
  readonly next: string | null;
  /** There is a server for mail; without one mails are kept, to be read and released. */
  readonly isSent: boolean;
}

export interface MailPerson {
  readonly name: string;
  readonly address: string;
}

/** GET outbox/:id */
export interface MailAnswer extends MailLine {
  readonly from: MailPerson;
  readonly to: MailPerson;
  readonly replyTo: MailPerson | null;
  /** What it says, as text; null where the reader may not see it. */
  readonly text: string | null;
  readonly calendar: { readonly method: string; readonly content: string } | null;
  readonly maySendAgain: boolean;
  readonly mayRelease: boolean;
}
