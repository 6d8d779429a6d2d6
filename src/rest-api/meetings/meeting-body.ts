/** What is sent of a meeting: to make one, to change some of it, to put it in the place of what was. */
import { bool, clearable, complex, group, integer, list, oneOf, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { registrationType } from '../registration/registration-type.ts';
import {
  ATTENDEE_PRIVILEGES,
  AUDIO_CONNECTION_OPTIONS,
  JOIN_SECURITIES,
  MEETING_OPTIONS,
  SCHEDULED_TYPES,
} from './meeting-shape.ts';

const TITLE = text({ max: 128, sample: 'Sprint review' });
const TIME = text({ format: 'date-time' });

/** What may be said of a meeting whenever it is written. */
const SAID = {
  agenda: clearable(text({ max: 1300, keepSpace: true })),
  password: optional(text({ secret: true })),
  timezone: optional(text({ sample: 'Europe/Berlin' })),
  recurrence: clearable(text({ max: 500 })),
  enabledAutoRecordMeeting: optional(bool()),
  allowAnyUserToBeCoHost: optional(bool()),
  allowFirstUserToBeCoHost: optional(bool()),
  allowAuthenticatedDevices: optional(bool()),
  enabledJoinBeforeHost: optional(bool()),
  joinBeforeHostMinutes: optional(integer({ min: 0, max: 60 })),
  enableConnectAudioBeforeHost: optional(bool()),
  excludePassword: optional(bool()),
  publicMeeting: optional(bool()),
  reminderTime: optional(integer({ min: 0, max: 40_320 })),
  unlockedMeetingJoinSecurity: optional(oneOf(JOIN_SECURITIES)),
  sessionTypeId: optional(integer()),
  panelistPassword: optional(text({ secret: true })),
  enableAutomaticLock: optional(bool()),
  automaticLockMinutes: optional(integer({ min: 0, max: 20 })),
  hostEmail: optional(text({ format: 'email' })),
  sendEmail: optional(bool()),
  meetingOptions: optional(group(MEETING_OPTIONS)),
  attendeePrivileges: optional(group(ATTENDEE_PRIVILEGES)),
  audioConnectionOptions: optional(group(AUDIO_CONNECTION_OPTIONS)),
  integrationTags: list(text({ max: 64 }), { max: 3 }),
  trackingCodes: list(group({ name: text({ sample: 'Department' }), value: text({ sample: 'Sales' }) })),
};

export const meetingInvitee = group({
  email: text({ format: 'email' }),
  displayName: optional(text({ max: 128 })),
  coHost: optional(bool()),
  panelist: optional(bool()),
});

export const createMeetingBody = complex(rest, 'CreateMeeting', {
  title: TITLE,
  start: optional(TIME),
  end: optional(TIME),
  templateId: optional(text()),
  siteUrl: optional(text()),
  scheduledType: optional(oneOf(SCHEDULED_TYPES)),
  ...SAID,
  invitees: list(meetingInvitee, { max: 1000 }),
  registration: optional(registrationType),
});

export const patchMeetingBody = complex(rest, 'PatchMeeting', {
  title: optional(TITLE),
  start: optional(TIME),
  end: optional(TIME),
  scheduledType: optional(oneOf(SCHEDULED_TYPES)),
  ...SAID,
});

export const putMeetingBody = complex(rest, 'UpdateMeeting', {
  title: TITLE,
  start: TIME,
  end: TIME,
  scheduledType: optional(oneOf(SCHEDULED_TYPES)),
  ...SAID,
});
