/** `train:trainingSessionType` and what is built on it (trainingsession.xsd). */

import { TRAINING_KINDS } from '../../sessions/training.ts';
import { LONGEST } from '../../sessions/wish.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  group,
  int,
  integer,
  long,
  many,
  optional,
  optionals,
  required,
  text,
} from '../../xml/schema.ts';
import { psoFieldsType, sessionTemplateType, trackingType } from '../types/common.ts';
import { train } from '../types/namespaces.ts';
import { meetingAssistType } from '../types/service-types.ts';
import { dayOfWeekType } from '../types/session/day-of-week.ts';
import { participantsType } from '../types/session/participants.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { sessTelephonyType } from '../types/session/session-telephony.ts';
import {
  sessEnableOptionsType,
  sessionType,
  sessMetaDataType,
  sessRemindType,
  sessStatusType,
} from '../types/session/session-type.ts';
import { TRAINING_OPTION_ELEMENTS } from './training-options.ts';

const trainingMetaDataType = extension(train, 'trainingMetaDataType', sessMetaDataType, {
  agenda: optional(text({ max: LONGEST.agenda, keepSpace: true })),
  description: optional(text({ keepSpace: true })),
  greeting: optional(text({ keepSpace: true })),
  location: optional(text()),
  invitation: optional(text({ keepSpace: true })),
  sessionType: optional(integer()),
  defaultHighestMT: optional(bool()),
  sessionTemplate: optional(sessionTemplateType),
  enableGreeting: optional(bool()),
});

const trainingEnableOptionsType = extension(
  train,
  'trainingEnableOptionsType',
  sessEnableOptionsType,
  optionals(TRAINING_OPTION_ELEMENTS, bool()),
);

export const OCCURRENCE_TYPES = [
  'WEEKLY',
  'DAILY',
  'NO_REPEAT',
  'CONSTANT',
  'MONTHLY',
  'IRREGULARLY',
] as const;

const repeatSessionType = complex(train, 'repeatSessionType', {
  action: optional(enumeration(train, 'actionType', ['EDIT', 'DELETE'])),
  index: int({ min: 1 }),
  startDate: optional(text()),
});

const trainRepeatType = complex(train, 'trainRepeatType', {
  repeatType: optional(enumeration(train, 'repeatTypeType', TRAINING_KINDS)),
  expirationDate: optional(text()),
  dayInWeek: optional(group({ day: many(dayOfWeekType) })),
  endAfter: optional(int()),
  // So spelled.
  occurenceType: optional(enumeration(train, 'occurentTypeType', OCCURRENCE_TYPES), {
    alias: ['occurrenceType'],
  }),
  interval: optional(int()),
  dayInMonth: optional(long()),
  weekInMonth: optional(long()),
  monthInYear: optional(long()),
  dayInYear: optional(long()),
  repeatSession: many(repeatSessionType, { max: 200 }),
});

const attendeeOptionsType = complex(train, 'attendeeOptionsType', {
  request: optional(bool()),
  registration: optional(bool()),
  auto: optional(bool()),
  registrationPWD: optional(text({ max: 256 })),
  maxRegistrations: optional(long({ min: 0 })),
  registrationCloseDate: optional(text()),
  emailInvitations: optional(bool()),
  participantLimit: optional(int({ min: 0 })),
});

const handsOnLabType = complex(train, 'handsOnLabType', {
  reserveHOL: optional(bool()),
  labName: optional(text()),
  numComputers: optional(int({ min: 0 })),
});

export const trainingSessionType = extension(train, 'trainingSessionType', sessionType, {
  metaData: optional(trainingMetaDataType),
  enableOptions: optional(trainingEnableOptionsType),
  telephony: optional(sessTelephonyType),
  tracking: optional(trackingType),
  repeat: optional(trainRepeatType),
  remind: optional(sessRemindType),
  presenters: optional(participantsType),
  attendees: optional(participantsType),
  attendeeOptions: optional(attendeeOptionsType),
  handsOnLab: optional(handsOnLabType),
  psoFields: optional(psoFieldsType),
  assistService: optional(meetingAssistType),
  preAssignBreakout: optional(
    group({
      enable: optional(bool()),
      attendeeAssign: optional(enumeration(train, 'attendeeAssignType', ['AUTO', 'MANUAL'])),
      numSessions: optional(int({ min: 0 })),
      attendeesPerSess: optional(int({ min: 0 })),
    }),
  ),
});

export const trainingSessionInstanceType = extension(
  train,
  'trainingSessionInstanceType',
  trainingSessionType,
  {
    sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }),
    status: optional(sessStatusType),
  },
);

export const oneTraining = { sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }) };
