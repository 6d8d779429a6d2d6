/** `event:eventType` and what is built on it (event.xsd). */
import { ATTENDEE_LIST_VIEWS, SURVEY_DISPLAYS } from '../../sessions/documents/event-document.ts';
import { TELEPHONY_SUPPORTS } from '../../sessions/documents/telephony.ts';
import { LIST_STATUSES } from '../../sessions/session.ts';
import { LONGEST } from '../../sessions/wish.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  integer,
  many,
  optional,
  required,
  text,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { entryExitToneType, sessionTemplateType, trackingType } from '../types/common.ts';
import { orderType } from '../types/list.ts';
import { com, event } from '../types/namespaces.ts';
import { joinStatusType, personType } from '../types/person.ts';
import { callInNumType, meetingAssistType, tspAccountType } from '../types/service-types.ts';
import { dateScopeFields } from '../types/session/date-scope.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { tspAccessCodeOrderType } from '../types/session/session-telephony.ts';
import { emailTemplatesType } from './email-templates-type.ts';

export const listingType = enumeration(event, 'listingType', LIST_STATUSES);

const accessControlType = complex(event, 'accessControlType', {
  listing: optional(listingType),
  sessionPassword: optional(text({ max: LONGEST.password })),
  enforcePassword: optional(bool()),
});

const metaDataType = complex(event, 'metaDataType', {
  sessionName: optional(text({ max: LONGEST.confName, sample: 'Product launch' })),
  sessionType: optional(integer()),
  description: optional(text({ keepSpace: true, keepEmpty: true, max: 50_000 })),
  defaultHighestMT: optional(bool()),
  sessionTemplate: optional(sessionTemplateType),
  programID: optional(integer({ min: 0 })),
  postEventSurvey: optional(
    complex(event, 'postEventSurveyType', {
      display: optional(enumeration(event, 'surveyDisplayType', SURVEY_DISPLAYS)),
    }),
  ),
});

const scheduleType = complex(event, 'scheduleType', {
  startDate: optional(text({ sample: '05/31/2027 10:00:00' })),
  timeZoneID: optional(integer()),
  duration: optional(integer({ min: 1 })),
  // Minutes, where meetings count seconds.
  openTime: optional(integer({ min: 0, max: 1440 })),
  hostWebExID: optional(text()),
  entryExitTone: optional(entryExitToneType),
  extURL: optional(text({ max: LONGEST.extURL })),
  extNotifyTime: optional(integer({ min: 0 })),
  joinNotifyURL: optional(text({ max: LONGEST.joinNotifyURL })),
  joinTeleconfBeforeHost: optional(bool()),
});

const telephonyType = complex(event, 'telephonyType', {
  telephonySupport: optional(enumeration(event, 'telephonySupportType', TELEPHONY_SUPPORTS)),
  numPhoneLines: optional(integer({ min: 0 })),
  extTelephonyURL: optional(text()),
  extTelephonyDescription: optional(text()),
  enableTSP: optional(bool()),
  tspAccountIndex: optional(integer()),
  personalAccountIndex: optional(integer()),
  intlLocalCallIn: optional(bool()),
  teleconfLocation: optional(text()),
  callInNum: optional(callInNumType),
  tspConference: optional(tspAccountType),
  tspAccessCodeOrder: optional(tspAccessCodeOrderType),
  broadcastAudioStream: optional(bool()),
  tollFree: optional(bool()),
  muteUponEntry: optional(bool()),
});

const remindType = complex(event, 'remindType', {
  minutesAhead: optional(integer({ min: 0, max: 527_040 })),
});

/** The person's own elements stand in it, and are of the common namespace. */
const eventAttendeeType = extension(event, 'eventAttendeeType', personType, {
  joinStatus: optional(joinStatusType),
});

const panelistsType = complex(event, 'panelistsType', {
  panelistPassword: optional(text({ max: 16, secret: true, keepEmpty: true })),
  panelist: many(personType),
  panelistsInfo: optional(text({ keepEmpty: true, max: 10_000 })),
});

const extOptionsType = complex(event, 'extOptionsType', {
  enrollmentNumber: optional(integer({ min: 0 })),
  destinationURL: optional(text({ keepEmpty: true, max: 2_000 })),
  allowInviteFriend: optional(bool()),
  viewAttendeeList: optional(enumeration(com, 'attendeeListViewType', ATTENDEE_LIST_VIEWS)),
  participantLimit: optional(integer({ min: 0 })),
  displayQuickStartHost: optional(bool()),
  voip: optional(bool()),
  emailInvitations: optional(bool()),
  registration: optional(bool()),
});

export const eventType = extension(event, 'eventType', bodyContentType, {
  accessControl: optional(accessControlType),
  metaData: optional(metaDataType),
  schedule: optional(scheduleType),
  telephony: optional(telephonyType),
  tracking: optional(trackingType),
  remind: optional(remindType),
  panelists: optional(panelistsType),
  attendees: optional(complex(event, 'attendeesType', { attendee: many(eventAttendeeType) })),
  extOptions: optional(extOptionsType),
  emailTemplates: optional(emailTemplatesType),
  assistService: optional(meetingAssistType),
});

export const eventOrderType = orderType(event);

export const eventDateScopeType = complex(event, 'dateScopeType', dateScopeFields);

export const oneEvent = { sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }) };

export const eventInstanceType = extension(event, 'eventInstanceType', eventType, oneEvent);
