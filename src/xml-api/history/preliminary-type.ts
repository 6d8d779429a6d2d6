/** The facts of an event that are known at its end (release notes 9.0 SP4). Elements beyond them are not known. */
import { extension, int, long, optional, optionals, text } from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { history } from '../types/namespaces.ts';
import { participantTypeType } from './attendee-history-type.ts';

export const eventSessionPreliminaryHistoryInstanceType = extension(
  history,
  'eventSessionPreliminaryHistoryInstanceType',
  bodyContentType,
  {
    ...optionals(['confID', 'sessionKey'], long()),
    ...optionals(['confName', 'sessionStartTime', 'sessionEndTime'], text()),
    duration: optional(int()),
    timezone: optional(long()),
    ...optionals(['hostWebExID', 'hostName', 'hostEmail'], text()),
    totalParticipants: optional(int()),
    peakAttendee: optional(long()),
  },
);

export const eventAttendeePreliminaryHistoryInstanceType = extension(
  history,
  'eventAttendeePreliminaryHistoryInstanceType',
  bodyContentType,
  {
    sessionKey: optional(long()),
    ...optionals(['attendeeName', 'attendeeEmail', 'startTime', 'endTime'], text()),
    duration: optional(int()),
    ipAddress: optional(text()),
    participantType: optional(participantTypeType),
    clientAgent: optional(text()),
    confID: optional(long()),
  },
);
