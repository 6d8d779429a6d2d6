/** Reminders of a session: `meet:remindType` and `sess:remindType` are alike. */
import type { Remind } from '../../../sessions/documents/base-document.ts';
import {
  bool,
  complex,
  group,
  integer,
  many,
  type Namespace,
  optional,
  text,
  type ValueOf,
} from '../../../xml/schema.ts';
import { emailAsked } from '../email.ts';

export function remindTypeIn(namespace: Namespace) {
  return complex(namespace, 'remindType', {
    enableReminder: optional(bool()),
    emails: optional(group({ email: many(text(), { max: 100 }) })),
    sendEmail: optional(bool()),
    mobile: optional(text()),
    sendMobile: optional(bool()),
    daysAhead: optional(integer({ min: 0, max: 366 })),
    hoursAhead: optional(integer({ min: 0, max: 8784 })),
    minutesAhead: optional(integer({ min: 0, max: 527_040 })),
  });
}

type RemindRequest = ValueOf<ReturnType<typeof remindTypeIn>>;

/** @throws RuleBroken when an e-mail address is invalid */
export function remindWish(remind: RemindRequest | undefined): Remind | undefined {
  return remind && { ...remind, emails: remind.emails?.email.map((email) => emailAsked('email', email)) };
}

export function remindValue({ emails, ...remind }: Remind): RemindRequest {
  return { ...remind, emails: emails && emails.length > 0 ? { email: emails } : undefined };
}
