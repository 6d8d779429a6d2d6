/** An event, in the words of event.xsd. Panelists and attendees are its people, and have rows of their own. */
import { RuleBroken } from '../../refusal.ts';
import { flag, integer, list, oneOf, optional, record, type TypeOf, text } from '../../stored/shape.ts';
import { webAddress } from '../../text-rules.ts';
import { approvalRule, checkRules } from '../enrollment/approval-rules.ts';
import { EMPTY_FORM, enrollmentForm, settledForm } from '../enrollment/enrollment-form.ts';
import { BASE_FIELDS, localTime } from './base-document.ts';
import { documentKind } from './document-kind.ts';

export const SURVEY_DISPLAYS = ['NO_DISPLAY', 'POPUP_WINDOW', 'MAIN_WINDOW'] as const;
export const ATTENDEE_LIST_VIEWS = ['ALL', 'HOST,PRESENTER,PANELISTS'] as const;
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

const shape = record({
  ...BASE_FIELDS,
  kind: oneOf(['event']),
  description: optional(text),
  /** Whether the password has to be as the site asks; it has where nothing is said. */
  enforcePassword: optional(flag),
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
    /** Nobody enrols any more. */
    isClosed: optional(flag),
  }),
  enrollmentForm,
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
    enrollmentForm: EMPTY_FORM,
  },
  upgrades: [(document) => ({ enrollmentForm: EMPTY_FORM, ...document })],
  settled,
});

/** What an event holds of itself, whoever asked for it. */
function settled(document: EventDocument): EventDocument {
  const form = settledForm(document.enrollmentForm);
  const { enrollment, extOptions } = document;
  checkRules(enrollment.approvalRules, form);
  if (enrollment.passwordReq && !enrollment.password) {
    throw new RuleBroken('password', 'is required where enrollment asks for one');
  }
  checkPage('endURLAfterEnroll', enrollment.endURLAfterEnroll);
  checkPage('destinationURL', extOptions.destinationURL);
  // What registering is like is read where it stands for every service.
  const attendeeOptions = {
    ...document.attendeeOptions,
    auto: !enrollment.approvalReq,
    registrationPWD: enrollment.passwordReq ? enrollment.password : undefined,
    maxRegistrations: extOptions.enrollmentNumber,
  };
  return { ...document, attendeeOptions, enrollmentForm: form };
}

function checkPage(element: string, address: string | undefined): void {
  if (address && webAddress(address) === undefined) {
    throw new RuleBroken(element, 'must be an address of the web');
  }
}
