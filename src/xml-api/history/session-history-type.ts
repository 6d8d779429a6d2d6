/** A session that has ended, as each service tells of it: the same facts in its own order (history.xsd). */
import {
  complex,
  extension,
  float,
  int,
  integer,
  long,
  optional,
  optionals,
  text,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { psoFieldsType, trackingType } from '../types/common.ts';
import { history } from '../types/namespaces.ts';
import { meetingAssistType } from '../types/service-types.ts';

const HOST = optionals(['hostWebExID', 'hostName', 'hostEmail'], text());

export const meetingUsageHistoryInstanceType = extension(
  history,
  'meetingUsageHistoryInstanceType',
  bodyContentType,
  {
    sessionKey: optional(long()),
    ...optionals(['confName', 'meetingStartTime', 'meetingEndTime'], text()),
    duration: optional(long()),
    timezone: optional(text()),
    trackingCode: optional(trackingType),
    meetingType: optional(text()),
    ...HOST,
    ...optionals(
      [
        'totalCallInMinutes',
        'totalPeopleMinutes',
        'totalCallInTollfreeMinutes',
        'totalCallOutDomestic',
        'totalCallOutInternational',
        'totalVoipMinutes',
      ],
      long(),
    ),
    ...optionals(['userID', 'totalParticipants'], integer()),
    totalParticipantsVoip: optional(int()),
    ...optionals(['totalParticipantsCallIn', 'totalParticipantsCallOut'], integer()),
    ...optionals(['confID', 'peakAttendee'], long()),
    assistService: optional(meetingAssistType),
  },
);

export const salesSessionHistoryInstanceType = extension(
  history,
  'salesSessionHistoryInstanceType',
  meetingUsageHistoryInstanceType,
  optionals(['account', 'opportunity'], text()),
);

const MINUTES_OF_CALLS = [
  'totalCallOutDomestic',
  'totalCallOutInternational',
  'totalVoipMinutes',
  'totalParticipants',
] as const;

export const trainSessionHistoryInstanceType = extension(
  history,
  'trainSessionHistoryInstanceType',
  bodyContentType,
  {
    sessionKey: optional(long()),
    ...optionals(['confName', 'sessionStartTime', 'sessionEndTime'], text()),
    ...optionals(['duration', 'totalAttendee', 'totalRegistered', 'totalInvited', 'timezone'], long()),
    trackingCode: optional(trackingType),
    userID: optional(int()),
    ...optionals(['hostWebExID', 'hostEmail'], text()),
    // Spelled so.
    ...optionals(['totalPeopleMinutes', 'totalCallInMinutes', 'totalCallInTolllfreeMinutes'], int()),
    ...optionals(MINUTES_OF_CALLS, int()),
    ...optionals(['totalParticipantsVoip', 'totalParticipantsCallIn', 'totalParticipantsCallOut'], integer()),
    ...optionals(['confID', 'peakAttendee'], long()),
    psoFields: optional(psoFieldsType),
    assistService: optional(meetingAssistType),
  },
);

const sourceType = complex(history, 'sourceType', {
  leadSourceID: text(),
  count: long(),
  avgLeadScore: float(),
});

export const eventSessionHistoryInstanceType = extension(
  history,
  'eventSessionHistoryInstanceType',
  bodyContentType,
  {
    ...optionals(['confID', 'sessionKey'], long()),
    ...optionals(['confName', 'sessionStartTime', 'sessionEndTime'], text()),
    duration: optional(int()),
    timezone: optional(long()),
    trackingCode: optional(trackingType),
    meetingType: optional(text()),
    userID: optional(int()),
    ...HOST,
    ...optionals(['totalPeopleMinutes', 'totalCallInMinutes', 'totalCallInTollfreeMinutes'], int()),
    ...optionals(MINUTES_OF_CALLS, int()),
    totalParticipantsVoip: optional(int()),
    ...optionals(['totalParticipantsCallIn', 'totalParticipantsCallOut'], integer()),
    source: optional(sourceType),
    peakAttendee: optional(long()),
    assistService: optional(meetingAssistType),
  },
);

export const supportSessionHistoryInstanceType = extension(
  history,
  'supportSessionHistoryInstanceType',
  bodyContentType,
  {
    sessionKey: optional(long()),
    ...optionals(['confName', 'sessionStartTime', 'sessionEndTime'], text()),
    duration: optional(int()),
    timezone: optional(long()),
    meetingType: optional(text()),
    ...HOST,
    totalPeopleMinutes: optional(int()),
    ...optionals(['confID', 'peakAttendee'], long()),
    trackingCode: optional(trackingType),
  },
);
