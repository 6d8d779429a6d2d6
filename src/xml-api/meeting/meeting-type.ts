/** `meet:meetingType` and what is built on it (meeting.xsd; order and additions as recorded 2016-07 and 2017). */
import { ENABLE_OPTIONS } from '../../sessions/documents/enable-options.ts';
import { LONGEST } from '../../sessions/wish.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  group,
  integer,
  long,
  many,
  optional,
  optionals,
  required,
  text,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { sessionTemplateType, trackingType } from '../types/common.ts';
import { meet } from '../types/namespaces.ts';
import { attendeeType } from '../types/person.ts';
import { meetingAssistType } from '../types/service-types.ts';
import { dayOfWeekType } from '../types/session/day-of-week.ts';
import { listingType } from '../types/session/listing.ts';
import { remindTypeIn } from '../types/session/remind.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { telephonyType } from '../types/session/session-telephony.ts';

const accessControlType = complex(meet, 'accessControlType', {
  listToPublic: optional(bool()),
  isPublic: optional(bool()),
  meetingPassword: optional(text({ max: LONGEST.password }), { alias: ['sessionPassword'] }),
  listStatus: optional(listingType),
  enforcePassword: optional(bool()),
});

const metaDataType = complex(meet, 'metaDataType', {
  confName: optional(text({ max: LONGEST.confName, sample: 'Quarterly review' })),
  meetingType: optional(long()),
  agenda: optional(text({ max: LONGEST.agenda, keepSpace: true })),
  greeting: optional(text({ keepSpace: true })),
  location: optional(text()),
  invitation: optional(text({ keepSpace: true })),
  setNonMTOptions: optional(bool()),
  sessionTemplate: optional(sessionTemplateType),
  isInternal: optional(bool()),
});

const participantsType = complex(meet, 'participantsType', {
  maxUserNumber: optional(long({ min: 1 })),
  attendees: optional(group({ attendee: many(attendeeType) })),
});

const scheduleType = complex(meet, 'scheduleType', {
  startDate: optional(text({ sample: '05/31/2027 10:10:10' })),
  timeZoneID: optional(long()),
  timeZone: optional(text()),
  duration: optional(long({ min: 1 })),
  openTime: optional(long({ min: 0, max: 86_400 })),
  hostWebExID: optional(text()),
  templateFilePath: optional(text()),
  showFilePath: optional(text()),
  showFileStartMode: optional(bool()),
  showFileContPlayFlag: optional(bool()),
  showFileInterVal: optional(long()),
  // A number in answers (recorded), a word in some requests.
  entryExitTone: optional(text()),
  extURL: optional(text({ max: LONGEST.extURL })),
  extNotifyTime: optional(integer({ min: 0 })),
  joinNotifyURL: optional(text({ max: LONGEST.joinNotifyURL })),
  joinTeleconfBeforeHost: optional(bool()),
  firstAttendeeAsPresenter: optional(bool()),
});

const repeatType = complex(meet, 'repeatType', {
  repeatType: optional(
    enumeration(meet, 'repeatTypeType', ['WEEKLY', 'DAILY', 'NO_REPEAT', 'CONSTANT', 'MONTHLY', 'YEARLY']),
  ),
  interval: optional(integer()),
  afterMeetingNumber: optional(integer()),
  dayInWeek: optional(group({ day: many(dayOfWeekType) })),
  expirationDate: optional(text()),
  dayInMonth: optional(long()),
  weekInMonth: optional(long()),
  monthInYear: optional(long()),
  dayInYear: optional(long()),
});

const attendeeOptionsType = complex(meet, 'attendeeOptionsType', {
  request: optional(bool()),
  registration: optional(bool()),
  auto: optional(bool()),
  emailInvitations: optional(bool()),
  participantLimit: optional(integer({ min: 0 })),
  excludePassword: optional(bool()),
  joinRequiresAccount: optional(bool()),
});

export const meetingType = extension(meet, 'meetingType', bodyContentType, {
  accessControl: optional(accessControlType),
  metaData: optional(metaDataType),
  participants: optional(participantsType),
  enableOptions: optional(complex(meet, 'enableOptionsType', optionals(ENABLE_OPTIONS, bool()))),
  schedule: optional(scheduleType),
  telephony: optional(telephonyType),
  tracking: optional(trackingType),
  repeat: optional(repeatType),
  remind: optional(remindTypeIn(meet)),
  attendeeOptions: optional(attendeeOptionsType),
  assistService: optional(meetingAssistType),
});

export const meetingInstanceType = extension(meet, 'meetingInstanceType', meetingType, {
  meetingkey: required(SESSION_KEY, { alias: ['meetingKey', 'sessionKey'] }),
  status: optional(text()),
  hostJoined: optional(bool()),
  participantsJoined: optional(bool()),
  telePresence: optional(bool()),
});

export const oneMeeting = { meetingKey: required(SESSION_KEY, { alias: ['sessionKey'] }) };
