/** What a session says of itself in both interfaces. Services of the XML API differ in where it stands. */
import {
  aNumber,
  aText,
  coHost,
  emailOf,
  end,
  isPublic,
  length,
  minutes,
  minutesOfSeconds,
  recurrence,
  start,
  state,
  telephony,
  tone,
  trackingCode,
  yesNo,
  zone,
} from './conversions.ts';
import { type FieldPair, pair } from './migration.ts';

/** When it is, in which every service agrees. */
export const SCHEDULE: readonly FieldPair[] = [
  pair('schedule/startDate', 'start', start),
  pair('schedule/timeZoneID', 'timezone', zone),
  pair('schedule/duration', 'end', end),
];

const OPENS: readonly FieldPair[] = [
  pair('schedule/openTime', 'joinBeforeHostMinutes', minutesOfSeconds),
  pair('schedule/joinTeleconfBeforeHost', 'enableConnectAudioBeforeHost', yesNo),
];

export const TONE = pair('schedule/entryExitTone', 'audioConnectionOptions.entryAndExitTone', tone);

export const HOST = pair('schedule/hostWebExID', 'hostEmail', emailOf);

export const REPEAT = pair('repeat/repeatType', 'recurrence', recurrence);

export const REMINDER = pair('remind/minutesAhead', 'reminderTime', minutes);

export const TRACKING = pair('tracking/trackingCode1', 'trackingCodes[].value', trackingCode);

export const TELEPHONY = pair(
  'telephony/telephonySupport',
  'audioConnectionOptions.audioConnectionType',
  telephony,
);

const OPTIONS: readonly FieldPair[] = [
  pair('enableOptions/chat', 'meetingOptions.enabledChat', yesNo),
  pair('enableOptions/poll', 'meetingOptions.enabledPolling', yesNo),
  pair('enableOptions/audioVideo', 'meetingOptions.enabledVideo', yesNo),
  pair('enableOptions/notes', 'meetingOptions.enabledNote', yesNo),
  pair('enableOptions/fileShare', 'meetingOptions.enabledFileTransfer', yesNo),
  pair('enableOptions/supportUCFRichMedia', 'meetingOptions.enabledUCFRichMedia', yesNo),
];

const PRIVILEGES: readonly FieldPair[] = [
  pair('enableOptions/saveDocument', 'attendeePrivileges.enabledSaveDocument', yesNo),
  pair('enableOptions/printDocument', 'attendeePrivileges.enabledPrintDocument', yesNo),
  pair('enableOptions/annotation', 'attendeePrivileges.enabledAnnotate', yesNo),
  pair('enableOptions/attendeeList', 'attendeePrivileges.enabledViewParticipantList', yesNo),
  pair('enableOptions/thumbnail', 'attendeePrivileges.enabledViewThumbnails', yesNo),
  pair('enableOptions/viewAnyDoc', 'attendeePrivileges.enabledViewAnyDocument', yesNo),
  pair('enableOptions/viewAnyPage', 'attendeePrivileges.enabledViewAnyPage', yesNo),
  pair('enableOptions/allowContactPrivate', 'attendeePrivileges.enabledContactOperatorPrivately', yesNo),
  pair('enableOptions/chatHost', 'attendeePrivileges.enabledChatHost', yesNo),
  pair('enableOptions/chatPresenter', 'attendeePrivileges.enabledChatPresenter', yesNo),
  pair('enableOptions/chatAllAttendees', 'attendeePrivileges.enabledChatOtherParticipants', yesNo),
];

const TOLL_FREE = pair('telephony/tollFree', 'audioConnectionOptions.enabledTollFreeCallIn', yesNo);
const GLOBAL = pair('telephony/intlLocalCallIn', 'audioConnectionOptions.enabledGlobalCallIn', yesNo);

/** Of a meeting, in requests and answers. */
const MEETING: readonly FieldPair[] = [
  pair('metaData/confName', 'title'),
  pair('metaData/agenda', 'agenda', {
    words: '2,500 characters become at most 1,300',
    value: (text) => text.slice(0, 1300),
  }),
  pair('metaData/meetingType', 'sessionTypeId', aNumber),
  pair('accessControl/meetingPassword', 'password'),
  pair('accessControl/listStatus', 'publicMeeting', isPublic),
  ...SCHEDULE,
  ...OPENS,
  TONE,
  HOST,
  REPEAT,
  REMINDER,
  TELEPHONY,
  TOLL_FREE,
  GLOBAL,
  TRACKING,
  pair('attendeeOptions/excludePassword', 'excludePassword', yesNo),
  ...OPTIONS,
  ...PRIVILEGES,
];

/** Only requests to make one name people and take registrations; later they have endpoints of their own. */
export const MADE_MEETING: readonly FieldPair[] = [
  ...MEETING,
  pair('attendeeOptions/auto', 'registration.autoAcceptRequest', yesNo),
  pair('attendeeOptions/emailInvitations', 'sendEmail', yesNo),
  pair('participants/attendees/attendee/person/email', 'invitees[].email'),
  pair('participants/attendees/attendee/person/name', 'invitees[].displayName'),
  pair('participants/attendees/attendee/role', 'invitees[].coHost', coHost),
];

export const CHANGED_MEETING: readonly FieldPair[] = MEETING;

/** The schedule of an answer has a length where REST has an end. */
export function answered(pairs: readonly FieldPair[]): FieldPair[] {
  return pairs.map((one) => (one.by === end ? { ...one, by: length } : one));
}

export const TOLD_MEETING: readonly FieldPair[] = [
  ...answered(MEETING),
  pair('meetingkey', 'meetingNumber', aText),
  pair('status', 'state', state),
  pair('hostJoined', 'hostDidJoin', yesNo),
  pair('participantsJoined', 'attendeeDidJoin', yesNo),
  pair('hostKey', 'hostKey'),
  pair('meetingLink', 'webLink'),
  pair('telephony/callInNum/tollNum', 'telephony.callInNumbers[].callInNumber', {
    words: 'the number, with `tollType` `toll` beside it',
  }),
];

/** Of a training, an event and a sales session, where their elements have the same place. */
export function fieldsOf(parts: {
  readonly title: string;
  readonly type: string;
  readonly password: string;
  readonly listing: string;
}): FieldPair[] {
  return [
    pair(parts.title, 'title'),
    pair(parts.type, 'sessionTypeId', aNumber),
    pair(parts.password, 'password'),
    pair(parts.listing, 'publicMeeting', isPublic),
    ...SCHEDULE,
    ...OPENS,
    HOST,
    REMINDER,
    TRACKING,
  ];
}
