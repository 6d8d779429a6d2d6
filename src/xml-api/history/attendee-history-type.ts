/** A stay of somebody in a session, as each service tells of it: the same facts in its own order (history.xsd). */
import {
  complex,
  enumeration,
  extension,
  float,
  int,
  integer,
  long,
  many,
  optional,
  optionals,
  text,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { history } from '../types/namespaces.ts';

export const participantTypeType = enumeration(history, 'participantTypeType', ['HOST', 'ATTENDEE', 'OTHER']);
const attendeeTypeType = enumeration(history, 'attendeeTypeType', ['PROSPECT', 'SALESTEAM']);
const externalParticipantType = enumeration(history, 'externalParticipantType', [
  'N/A',
  'INTERNAL',
  'EXTERNAL',
]);

export const meetingAttendeeHistoryInstanceType = extension(
  history,
  'meetingAttendeeHistoryInstanceType',
  bodyContentType,
  {
    meetingKey: optional(long()),
    ...optionals(
      [
        'confName',
        'ipAddress',
        'clientAgent',
        'company',
        'title',
        'phoneNumber',
        'address1',
        'address2',
        'city',
        'state',
        'country',
        'zipCode',
        'name',
        'email',
        'joinTime',
        'leaveTime',
        'duration',
      ],
      text(),
    ),
    participantType: optional(participantTypeType),
    voipDuration: optional(integer()),
    confID: optional(long()),
    // Seen since level 8.
    externalParticipant: optional(externalParticipantType),
  },
);

export const salesAttendeeHistoryInstanceType = extension(
  history,
  'salesAttendeeHistoryInstanceType',
  meetingAttendeeHistoryInstanceType,
  { ...optionals(['account', 'opportunity'], text()), attendeeType: optional(attendeeTypeType) },
);

const WHO = optionals(['attendeeName', 'attendeeEmail', 'startTime', 'endTime'], text());

const FROM_WHERE = optionals(
  [
    'registered',
    'invited',
    'company',
    'title',
    'phone',
    'address1',
    'address2',
    'city',
    'state',
    'country',
    'zip',
    'ipAddress',
  ],
  text(),
);

const BY_WHAT = {
  participantType: optional(participantTypeType),
  voipDuration: optional(int()),
  clientAgent: optional(text()),
  confID: optional(long()),
};

export const trainingAttendeeHistoryInstanceType = extension(
  history,
  'trainingAttendeeHistoryInstanceType',
  bodyContentType,
  {
    sessionKey: optional(long()),
    confName: optional(text()),
    ...WHO,
    duration: optional(int()),
    ...FROM_WHERE,
    ...BY_WHAT,
  },
);

const regQandAType = complex(history, 'regQandAType', { regQ: text(), regA: text() });

export const eventAttendeeHistoryInstanceType = extension(
  history,
  'eventAttendeeHistoryInstanceType',
  bodyContentType,
  {
    sessionKey: optional(long()),
    ...WHO,
    duration: optional(int()),
    ...FROM_WHERE,
    ...BY_WHAT,
    leadSourceID: optional(text()),
    leadScore: optional(float()),
    regQandA: many(regQandAType),
  },
);

export const supportAttendeeHistoryInstanceType = extension(
  history,
  'supportAttendeeHistoryInstanceType',
  bodyContentType,
  {
    sessionKey: optional(long()),
    ...WHO,
    duration: optional(int()),
    ...optionals(['company', 'phone', 'ipAddress'], text()),
    participantType: optional(participantTypeType),
    clientAgent: optional(text()),
    confID: optional(long()),
  },
);
