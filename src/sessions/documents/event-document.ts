/** An event, in the words of event.xsd. Panelists and attendees are its people, and have rows of their own. */
import { flag, integer, list, oneOf, optional, record, type TypeOf, text } from '../../stored/shape.ts';
import { BASE_FIELDS, localTime } from './base-document.ts';
import { documentKind } from './document-kind.ts';

export const SURVEY_DISPLAYS = ['NO_DISPLAY', 'POPUP_WINDOW', 'MAIN_WINDOW'] as const;
export const ATTENDEE_LIST_VIEWS = ['ALL', 'HOST,PRESENTER,PANELISTS'] as const;
export const APPROVAL_CONDITIONS = ['CONTAINS', 'DOESNOT_CONTAIN', 'BEGINS_WITH', 'ENDS_WITH'] as const;
export const APPROVAL_ACTIONS = ['REJECT', 'APPROVE'] as const;

/** A mail of the event: parts that are absent are worded by the site. */
const mail = record({
  subject: optional(text),
  from: optional(text),
  replyTo: optional(text),
  content: optional(text),
  send: optional(flag),
  sendAt: optional(localTime),
});

const emailTemplates = record({
  format: oneOf(['TEXT', 'HTML']),
  participantsEmail: optional(mail),
  panelistsEmail: optional(mail),
  pendingEmail: optional(mail),
  acceptedEmail: optional(mail),
  rejectedEmail: optional(mail),
  eventUpdatedEmail: optional(mail),
  firstReminder: optional(mail),
  secondReminder: optional(mail),
  thanksForAttending: optional(mail),
  absenteeFollowUp: optional(mail),
  iCalendar: optional(flag),
});

const approvalRule = record({
  enrollFieldID: integer,
  condition: oneOf(APPROVAL_CONDITIONS),
  queryField: text,
  action: oneOf(APPROVAL_ACTIONS),
  matchCase: optional(flag),
});

const shape = record({
  ...BASE_FIELDS,
  kind: oneOf(['event']),
  description: optional(text),
  /** Whether the highest session type of the host is taken where none is named. */
  defaultHighestMT: flag,
  programID: optional(integer),
  postEventSurvey: optional(record({ display: optional(oneOf(SURVEY_DISPLAYS)) })),
  panelistPassword: optional(text),
  panelistsInfo: optional(text),
  extOptions: record({
    enrollmentNumber: optional(integer),
    destinationURL: optional(text),
    allowInviteFriend: flag,
    viewAttendeeList: optional(oneOf(ATTENDEE_LIST_VIEWS)),
  }),
  emailTemplates,
  enrollment: record({
    idReq: flag,
    passwordReq: flag,
    password: optional(text),
    approvalReq: flag,
    approvalRules: list(approvalRule),
    endURLAfterEnroll: optional(text),
  }),
});
export type EventDocument = TypeOf<typeof shape>;

export const eventDocument = documentKind({
  name: 'event',
  shape,
  defaults: {
    defaultHighestMT: true,
    extOptions: { allowInviteFriend: true },
    emailTemplates: { format: 'TEXT' },
    enrollment: { idReq: false, passwordReq: false, approvalReq: true, approvalRules: [] },
  },
});
