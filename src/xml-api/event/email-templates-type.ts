/** The mails of an event, as its host words them: `event:emailTemplatesType` (event.xsd). */
import type { EventDocument } from '../../sessions/documents/event-document.ts';
import type { DocumentWish } from '../../sessions/wish.ts';
import { formatLocalTime } from '../../time/site-time.ts';
import { bool, complex, enumeration, group, optional, text, type ValueOf } from '../../xml/schema.ts';
import { event } from '../types/namespaces.ts';
import { localTimeAsked } from '../types/when.ts';

const emailTemplateType = complex(event, 'emailTemplateType', {
  subject: optional(text({ max: 512, keepEmpty: true })),
  from: optional(text({ max: 128, keepEmpty: true })),
  replyTo: optional(text({ max: 128, keepEmpty: true })),
  content: optional(text({ max: 50_000, keepSpace: true, keepEmpty: true })),
});

const withSend = group({ ...emailTemplateType.fields, send: optional(bool()) });
const withDate = group({ ...withSend.fields, sendDateTime: optional(text()) });

export const emailTemplatesType = complex(event, 'emailTemplatesType', {
  format: optional(enumeration(event, 'formatType', ['TEXT', 'HTML'])),
  invitationMsgs: optional(
    group({ participantsEmail: optional(emailTemplateType), panelistsEmail: optional(emailTemplateType) }),
  ),
  enrollmentMsgs: optional(
    group({
      pendingEmail: optional(withSend),
      acceptedEmail: optional(withSend),
      rejectedEmail: optional(withSend),
      eventUpdatedEmail: optional(emailTemplateType),
    }),
  ),
  reminderMsgs: optional(group({ firstReminder: optional(withDate), secondReminder: optional(withDate) })),
  followUpMsgs: optional(
    group({ thanksForAttending: optional(withDate), absenteeFollowUp: optional(withDate) }),
  ),
  iCalendar: optional(bool()),
});

type EmailTemplates = ValueOf<typeof emailTemplatesType>;
type Mail = NonNullable<EventDocument['emailTemplates']['firstReminder']>;

/** @throws RuleBroken when a date is invalid */
export function emailTemplatesWish(templates: EmailTemplates): DocumentWish['emailTemplates'] {
  const { format, invitationMsgs, enrollmentMsgs, reminderMsgs, followUpMsgs, iCalendar } = templates;
  return {
    format,
    iCalendar,
    ...invitationMsgs,
    ...enrollmentMsgs,
    firstReminder: dated(reminderMsgs?.firstReminder),
    secondReminder: dated(reminderMsgs?.secondReminder),
    thanksForAttending: dated(followUpMsgs?.thanksForAttending),
    absenteeFollowUp: dated(followUpMsgs?.absenteeFollowUp),
  };
}

function dated(mail: ValueOf<typeof withDate> | undefined): Mail | undefined {
  if (!mail) return undefined;
  const { sendDateTime, ...worded } = mail;
  return {
    ...worded,
    sendAt: sendDateTime === undefined ? undefined : localTimeAsked('sendDateTime', sendDateTime),
  };
}

/** Groups without a mail are left out. */
export function emailTemplatesValue(templates: EventDocument['emailTemplates']): EmailTemplates {
  const { format, iCalendar, participantsEmail, panelistsEmail } = templates;
  const { pendingEmail, acceptedEmail, rejectedEmail, eventUpdatedEmail } = templates;
  return {
    format,
    invitationMsgs: filled({ participantsEmail, panelistsEmail }),
    enrollmentMsgs: filled({ pendingEmail, acceptedEmail, rejectedEmail, eventUpdatedEmail }),
    reminderMsgs: filled({
      firstReminder: shown(templates.firstReminder),
      secondReminder: shown(templates.secondReminder),
    }),
    followUpMsgs: filled({
      thanksForAttending: shown(templates.thanksForAttending),
      absenteeFollowUp: shown(templates.absenteeFollowUp),
    }),
    iCalendar,
  };
}

function shown(mail: Mail | undefined): ValueOf<typeof withDate> | undefined {
  if (!mail) return undefined;
  const { sendAt, ...worded } = mail;
  return { ...worded, sendDateTime: sendAt && formatLocalTime(sendAt) };
}

function filled<T extends object>(group: T): T | undefined {
  return Object.values(group).some((member) => member !== undefined) ? group : undefined;
}
