/** What the documents of all services have: everything that is neither searched nor sorted, and so has no column. */
import { TRACKING_CODES } from '../../accounts/account-profile.ts';
import {
  each,
  flag,
  integer,
  list,
  oneOf,
  optional,
  record,
  type Shape,
  type TypeOf,
  text,
} from '../../stored/shape.ts';
import type { LocalTime } from '../../time/site-time.ts';
import { registrationForm } from '../enrollment/registration-form.ts';
import { DAYS_OF_WEEK, REPEAT_TYPES, type Repeat } from '../recurrence/repeat.ts';
import { ENABLE_OPTIONS } from './enable-options.ts';
import { telephony } from './telephony.ts';

export const localTime: Shape<LocalTime> = record(
  each(['year', 'month', 'day', 'hour', 'minute', 'second'], integer),
);

const repeat: Shape<Repeat> = record({
  repeatType: oneOf(REPEAT_TYPES),
  interval: optional(integer),
  afterMeetingNumber: optional(integer),
  dayInWeek: optional(list(oneOf(DAYS_OF_WEEK))),
  expirationDate: optional(localTime),
  dayInMonth: optional(integer),
  weekInMonth: optional(integer),
  monthInYear: optional(integer),
  dayInYear: optional(integer),
  dates: optional(list(localTime)),
});

/** What one occurrence has of its own; what is absent is that of its series. */
const ownOfOccurrence = record({
  /** Minutes. */
  duration: optional(integer),
  confName: optional(text),
  /** Empty where it has none. */
  agenda: optional(text),
  /** Empty where it has none. */
  password: optional(text),
  /** Of an own password alone: eight digits, where the site has audio passwords. */
  audioPassword: optional(text),
});
export type OwnOfOccurrence = TypeOf<typeof ownOfOccurrence>;

const seriesException = record({
  /** Which occurrence of the series it is, counted from 1. */
  index: integer,
  /** When it would have started; epoch milliseconds. */
  from: integer,
  /** When it starts instead, or as ever; without it the occurrence does not take place. */
  to: optional(integer),
  own: optional(ownOfOccurrence),
});
export type SeriesException = TypeOf<typeof seriesException>;

const remind = record({
  enableReminder: optional(flag),
  emails: optional(list(text)),
  sendEmail: optional(flag),
  mobile: optional(text),
  sendMobile: optional(flag),
  daysAhead: optional(integer),
  hoursAhead: optional(integer),
  minutesAhead: optional(integer),
});
export type Remind = TypeOf<typeof remind>;

const ATTENDEE_OPTION_FIELDS = {
  /** Attendees ask to be let in. */
  request: flag,
  registration: flag,
  /** Registrations are approved by themselves. */
  auto: flag,
  emailInvitations: flag,
  /** Registrations at most; 0 is any number. */
  participantLimit: integer,
  /** The password is left out of mail. */
  excludePassword: flag,
  joinRequiresAccount: flag,
  requireUcfDiagnosis: optional(flag),
  /** What somebody must know to register (trainings). */
  registrationPWD: optional(text),
  /** Registrations at most, and until when (trainings). */
  maxRegistrations: optional(integer),
  registrationCloseDate: optional(localTime),
} as const;
const attendeeOptions = record(ATTENDEE_OPTION_FIELDS);
export type AttendeeOptions = TypeOf<typeof attendeeOptions>;

/** What people dial to come into an audio-only session, and as whom. */
export const accessCodes = record({
  /** The host. */
  subscriberAccessCode: text,
  participantFullAccessCode: text,
  /** Whoever only listens. */
  participantLimitedAccessCode: text,
});
export type AccessCodes = TypeOf<typeof accessCodes>;

/** What the REST interface says of a session and the old one has no word for; neither's writes take the other's away. */
const rest = record({
  /** What each client keeps of its own, by the client: an integration, or an account by its own tokens. */
  integrationTags: optional(list(record({ client: text, tags: list(text) }))),
  autoRecord: optional(flag),
  /** It takes place in the host's personal room. */
  inPersonalRoom: optional(flag),
  anyUserToBeCoHost: optional(flag),
  firstUserToBeCoHost: optional(flag),
  authenticatedDevices: optional(flag),
  automaticLock: optional(flag),
  automaticLockMinutes: optional(integer),
  hostUnmutes: optional(flag),
  attendeeUnmutes: optional(flag),
});
export type RestFields = TypeOf<typeof rest>;

export const BASE_FIELDS = {
  password: optional(text),
  /** Eight digits, when the site has audio passwords and the session a password. */
  audioPassword: optional(text),
  agenda: optional(text),
  greeting: optional(text),
  location: optional(text),
  invitation: optional(text),
  sessionTemplate: optional(record({ use: optional(text), default: optional(flag) })),
  isInternal: flag,
  maxUserNumber: integer,
  enableOptions: record(each(ENABLE_OPTIONS, flag)),
  /** Somebody has asked for `attendeeList` to be off, which it is anyway where nobody says a word. */
  hidesAttendees: optional(flag),
  /** Seconds before the start from which attendees may join. */
  openTime: integer,
  /** 0 none, 1 beep, 2 the name: a number in answers, where requests elsewhere have words. */
  entryExitTone: integer,
  extURL: optional(text),
  extNotifyTime: integer,
  joinNotifyURL: optional(text),
  joinTeleconfBeforeHost: flag,
  telephony,
  tracking: record(each(TRACKING_CODES, optional(text))),
  repeat,
  /** The first start as the host reads it off their clock: what a series keeps across daylight saving. */
  startLocal: optional(localTime),
  /** The name of its zone, where that is like none of the interface's (`time/kept-zones.ts`). */
  zoneName: optional(text),
  /** Starts of the series that do not take place, or at another time; epoch milliseconds. */
  excluded: list(integer),
  /** What became of single occurrences that somebody has changed; those that start as ever are excluded, too, and added. */
  exceptions: optional(list(seriesException)),
  remind,
  attendeeOptions,
  /** What people are asked who register; an event says it in words of its own. */
  registrationForm: optional(registrationForm),
  assistService: optional(record({ assistRequest: optional(text), assistConfirm: optional(text) })),
  /** Drawn once, and kept also by a session that is no longer audio-only. */
  accessCodes: optional(accessCodes),
  rest: optional(rest),
  /** Six digits with which the host takes the session over. */
  hostKey: text,
  /** 32 hex digits. */
  guestToken: text,
} as const;

const base = record(BASE_FIELDS);
export type BaseDocument = TypeOf<typeof base>;
