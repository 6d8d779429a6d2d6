/** What a CreateEvent or SetEvent request wishes of an event. */
import type { NewAttendee } from '../../sessions/attendee.ts';
import type { DocumentWish, SessionWish } from '../../sessions/wish.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { type AttendeeRequest, attendeeAsked } from '../types/person.ts';
import { timingWish } from '../types/session/timing-wish.ts';
import { emailTemplatesWish } from './email-templates-type.ts';
import {
  type EnrollmentRequest,
  enrollmentWish,
  type FormRequest,
  formWish,
  gatesEnrollment,
} from './enrollment-wish.ts';
import type { eventType } from './event-type.ts';

type EventRequest = ValueOf<typeof eventType> & {
  readonly enrollment?: EnrollmentRequest | undefined;
  readonly enrollmentForm?: FormRequest | undefined;
};

/** @throws RuleBroken when a date, a zone or an address is invalid. */
export function wishOf(request: EventRequest): SessionWish {
  const { accessControl, metaData, schedule, attendees, panelists } = request;
  return {
    confName: metaData?.sessionName,
    host: schedule?.hostWebExID,
    sessionType: metaData?.sessionType,
    template: metaData?.sessionTemplate?.use,
    timing: timingWish(schedule),
    listStatus: accessControl?.listing,
    audience: attendees?.attendee.map(({ joinStatus, ...person }) => ofEvent({ person, joinStatus })),
    panelists: panelists && panelists.panelist.length > 0 ? panelists.panelist.map(onPanel) : undefined,
    document: documentOf(request),
  };
}

/** Addresses of events are kept in small letters (documented). */
function ofEvent(person: AttendeeRequest): NewAttendee {
  const attendee = attendeeAsked(person);
  return { ...attendee, email: attendee.email.toLowerCase() };
}

function onPanel(person: AttendeeRequest['person']): NewAttendee {
  const attendee = ofEvent({ person, role: 'PRESENTER' });
  return { ...attendee, details: { ...attendee.details, type: 'PANELIST' } };
}

function documentOf(request: EventRequest): DocumentWish {
  const { accessControl, metaData, schedule = {}, panelists, remind, enrollment, enrollmentForm } = request;
  const { sessionName, sessionType, programID, ...described } = metaData ?? {};
  const { startDate, timeZoneID, duration, hostWebExID, entryExitTone, openTime, ...notified } = schedule;
  // The numbers are the site's.
  const { callInNum, ...telephony } = request.telephony ?? {};
  return {
    ...described,
    ...notified,
    programID,
    openTime: openTime === undefined ? undefined : openTime * 60,
    password: accessControl?.sessionPassword,
    enforcePassword: accessControl?.enforcePassword,
    entryExitTone: entryExitTone && ENTRY_EXIT_TONES.indexOf(entryExitTone),
    panelistPassword: panelists?.panelistPassword,
    panelistsInfo: panelists?.panelistsInfo,
    assistService: request.assistService,
    telephony,
    tracking: request.tracking,
    remind: remindWish(remind?.minutesAhead),
    ...optionsOf(request),
    emailTemplates: request.emailTemplates && emailTemplatesWish(request.emailTemplates),
    enrollment: enrollment && enrollmentWish(enrollment),
    enrollmentForm: enrollmentForm && formWish(enrollmentForm),
  };
}

/** The host of an event is reminded by mail, so many minutes ahead; 0 ends that. */
function remindWish(minutesAhead: number | undefined): DocumentWish['remind'] {
  if (minutesAhead === undefined) return undefined;
  return { minutesAhead, enableReminder: minutesAhead > 0, sendEmail: minutesAhead > 0 };
}

/** What extOptions says of the event itself, and what sessions of every service have. */
function optionsOf(
  request: EventRequest,
): Pick<DocumentWish, 'extOptions' | 'enableOptions' | 'attendeeOptions'> {
  const { displayQuickStartHost, voip, emailInvitations, participantLimit, registration, ...own } =
    request.extOptions ?? {};
  return {
    extOptions: own,
    enableOptions: { displayQuickStartHost, voip },
    attendeeOptions: {
      emailInvitations,
      participantLimit,
      registration: registration ?? (gatesEnrollment(request) || undefined),
    },
  };
}
