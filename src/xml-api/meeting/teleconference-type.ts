/** The types of audio-only sessions (teleconferenceonly.xsd). */
import { LONGEST } from '../../sessions/wish.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  group,
  integer,
  many,
  optional,
  required,
  text,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { phonesType, trackingType } from '../types/common.ts';
import { auo } from '../types/namespaces.ts';
import { globalCallInNumType } from '../types/service-types.ts';
import { dayOfWeekType } from '../types/session/day-of-week.ts';
import { listingType } from '../types/session/listing.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';

const accessControlType = complex(auo, 'accessControlType', {
  listing: optional(enumeration(auo, 'listingType', ['PUBLIC', 'PRIVATE'])),
  sessionPassword: optional(text({ max: LONGEST.password }), { alias: ['meetingPassword'] }),
  listStatus: optional(listingType),
  listToPublic: optional(bool()),
});

const metaDataType = complex(auo, 'metaDataType', {
  confName: optional(text({ max: LONGEST.confName, sample: 'Weekly call' })),
  sessionType: optional(integer()),
});

const scheduleType = complex(auo, 'scheduleType', {
  startDate: optional(text({ sample: '05/31/2027 10:10:10' })),
  timeZoneID: optional(integer()),
  timeZone: optional(text()),
  duration: optional(integer({ min: 1 })),
  entryExitTone: optional(enumeration(auo, 'entryExitToneType', ENTRY_EXIT_TONES)),
  hostWebExID: optional(text()),
});

const teleconfType = complex(auo, 'teleconfType', {
  requestConferenceNumber: optional(bool()),
  accountIndex: optional(integer()),
  extTelephonyDescription: optional(text()),
  intlLocalCallIn: optional(bool()),
  teleconfLocation: optional(text()),
});

const teleconfInstanceType = complex(auo, 'teleconfInstanceType', {
  personalConferenceNumber: bool(),
  accountIndex: optional(integer()),
  tollFreeCallInNumber: text(),
  tollCallInNumber: text(),
  intlLocalCallInNumber: text(),
  subscriberAccessCode: text(),
  participantFullAccessCode: text(),
  participantLimitedAccessCode: text(),
  scheduleConfID: integer(),
  extTelephonyDescription: optional(text()),
  intlLocalCallIn: optional(bool()),
  teleconfLocation: optional(text()),
  globalNum: many(globalCallInNumType),
});

const repeatType = complex(auo, 'repeatType', {
  repeatType: optional(enumeration(auo, 'recurrenceType', ['WEEKLY', 'DAILY', 'NO_REPEAT', 'MONTHLY'])),
  expirationDate: optional(text()),
  dayInWeek: optional(group({ day: many(dayOfWeekType, { max: 7 }) })),
  dayInMonth: optional(integer()),
  interval: optional(integer()),
  weekInMonth: optional(integer()),
});

const remindType = complex(auo, 'remindType', {
  enableReminder: optional(bool()),
  daysAhead: optional(integer({ min: 0, max: 366 })),
  hoursAhead: optional(integer({ min: 0, max: 8784 })),
  minutesAhead: optional(integer({ min: 0, max: 527_040 })),
});

export const auoAttendeeType = complex(auo, 'attendeeType', {
  name: optional(text()),
  firstName: optional(text()),
  lastName: optional(text()),
  email: text(),
  phones: optional(phonesType),
});

const attendeesType = group({ attendee: many(auoAttendeeType) });

const attendeeOptionsType = complex(auo, 'attendeeOptionsType', {
  requireUcfDiagnosis: optional(bool()),
  excludePassword: optional(bool()),
  requireAccount: optional(bool()),
  emailInvitations: optional(bool()),
});

const telephonyType = complex(auo, 'telephonyType', { extTelephonyDescription: optional(text()) });

export const audioOnlyType = extension(auo, 'audioOnlyType', bodyContentType, {
  accessControl: optional(accessControlType),
  metaData: optional(metaDataType),
  schedule: optional(scheduleType),
  teleconference: optional(teleconfType),
  tracking: optional(trackingType),
  repeat: optional(repeatType),
  remind: optional(remindType),
  fullAccessAttendees: optional(attendeesType),
  limitedAccessAttendees: optional(attendeesType),
  attendeeOptions: optional(attendeeOptionsType),
  validateFormat: optional(bool()),
});

export const audioOnlyInstanceType = extension(auo, 'audioOnlyInstanceType', bodyContentType, {
  accessControl: optional(accessControlType),
  metaData: optional(metaDataType),
  schedule: optional(scheduleType),
  teleconference: optional(teleconfInstanceType),
  tracking: optional(trackingType),
  repeat: optional(repeatType),
  remind: optional(remindType),
  fullAccessAttendees: optional(attendeesType),
  limitedAccessAttendees: optional(attendeesType),
  attendeeOptions: optional(attendeeOptionsType),
  telephony: optional(telephonyType),
  hostType: optional(text()),
});

export const oneAudioOnly = { sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }) };
