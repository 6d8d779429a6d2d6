/** A meeting as it is answered. What a kind of meeting, a state or a caller has not is left out. */
import {
  bool,
  complex,
  group,
  integer,
  list,
  many,
  oneOf,
  optional,
  optionals,
  text,
} from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { registrationType } from '../registration/registration-type.ts';

export const MEETING_TYPES = ['meetingSeries', 'scheduledMeeting', 'meeting'] as const;
export const SCHEDULED_TYPES = ['meeting', 'webinar', 'personalRoomMeeting'] as const;
export const STATES = [
  'active',
  'scheduled',
  'ready',
  'lobby',
  'inProgress',
  'ended',
  'missed',
  'expired',
] as const;
export const JOIN_SECURITIES = ['allowJoin', 'allowJoinWithLobby', 'blockFromJoin'] as const;

const time = (sample: string) => text({ format: 'date-time', sample });

export const MEETING_OPTIONS = {
  enabledChat: optional(bool()),
  enabledVideo: optional(bool()),
  enabledPolling: optional(bool()),
  enabledNote: optional(bool()),
  noteType: optional(oneOf(['allowAll', 'allowOne'])),
  enabledFileTransfer: optional(bool()),
  enabledUCFRichMedia: optional(bool()),
};

export const ATTENDEE_PRIVILEGES = {
  enabledShareContent: optional(bool()),
  enabledSaveDocument: optional(bool()),
  enabledPrintDocument: optional(bool()),
  enabledAnnotate: optional(bool()),
  enabledViewParticipantList: optional(bool()),
  enabledViewThumbnails: optional(bool()),
  enabledRemoteControl: optional(bool()),
  enabledViewAnyDocument: optional(bool()),
  enabledViewAnyPage: optional(bool()),
  enabledContactOperatorPrivately: optional(bool()),
  enabledChatHost: optional(bool()),
  enabledChatPresenter: optional(bool()),
  enabledChatOtherParticipants: optional(bool()),
};

export const AUDIO_CONNECTION_OPTIONS = {
  audioConnectionType: optional(oneOf(['webexAudio', 'VoIP', 'other', 'none'])),
  enabledTollFreeCallIn: optional(bool()),
  enabledGlobalCallIn: optional(bool()),
  enabledAudienceCallBack: optional(bool()),
  entryAndExitTone: optional(oneOf(['beep', 'announceName', 'noTone'])),
  allowHostToUnmuteParticipants: optional(bool()),
  allowAttendeeToUnmuteSelf: optional(bool()),
  muteAttendeeUponEntry: optional(bool()),
};

export const telephonyType = group({
  accessCode: optional(text({ sample: '123456789' })),
  callInNumbers: many(
    group({
      label: text({ sample: 'Germany Toll' }),
      callInNumber: text({ sample: '+49-69-1234567' }),
      tollType: oneOf(['toll', 'tollFree']),
    }),
  ),
  links: many(
    group({ rel: text({ sample: 'globalCallinNumbers' }), href: text(), method: text({ sample: 'GET' }) }),
  ),
});

export const trackingCodeType = group({
  name: text({ sample: 'Department' }),
  value: text({ sample: 'Sales' }),
});

/** What there is of a meeting that has ended. */
export const HAS = optionals(
  [
    'hasChat',
    'hasRecording',
    'hasTranscription',
    'hasSummary',
    'hasClosedCaption',
    'hasPolls',
    'hasQA',
    'hasSlido',
  ],
  bool(),
);

export const meetingType = complex(rest, 'Meeting', {
  id: text({ sample: '870f51ff287b41be8648412901e0402f' }),
  meetingSeriesId: optional(text()),
  scheduledMeetingId: optional(text()),
  meetingNumber: optional(text({ sample: '123456789' })),
  title: text({ max: 128, sample: 'Sprint review' }),
  agenda: optional(text({ max: 1300 })),
  password: optional(text({ secret: true })),
  phoneAndVideoSystemPassword: optional(text({ secret: true })),
  meetingType: oneOf(MEETING_TYPES),
  state: oneOf(STATES),
  isModified: optional(bool()),
  timezone: text({ sample: 'UTC' }),
  start: time('2026-12-01T10:00:00Z'),
  end: optional(time('2026-12-01T11:00:00Z')),
  recurrence: optional(text({ sample: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=10' })),
  hostUserId: text(),
  hostDisplayName: text({ sample: 'Hannah Host' }),
  hostEmail: text({ format: 'email', sample: 'hostid@acme.com' }),
  hostKey: optional(text({ secret: true })),
  siteUrl: text({ sample: 'acme.example.com' }),
  webLink: text({ format: 'uri' }),
  registerLink: optional(text({ format: 'uri' })),
  sipAddress: optional(text()),
  dialInIpAddress: optional(text()),
  hostDidJoin: optional(bool()),
  attendeeDidJoin: optional(bool()),
  enabledAutoRecordMeeting: optional(bool()),
  allowAnyUserToBeCoHost: optional(bool()),
  allowFirstUserToBeCoHost: optional(bool()),
  allowAuthenticatedDevices: optional(bool()),
  enabledJoinBeforeHost: optional(bool()),
  joinBeforeHostMinutes: optional(integer()),
  enableConnectAudioBeforeHost: optional(bool()),
  excludePassword: optional(bool()),
  publicMeeting: optional(bool()),
  reminderTime: optional(integer()),
  unlockedMeetingJoinSecurity: optional(oneOf(JOIN_SECURITIES)),
  sessionTypeId: optional(integer()),
  scheduledType: oneOf(SCHEDULED_TYPES),
  enabledBreakoutSessions: optional(bool()),
  panelistPassword: optional(text({ secret: true })),
  enableAutomaticLock: optional(bool()),
  automaticLockMinutes: optional(integer()),
  telephony: optional(telephonyType),
  meetingOptions: optional(group(MEETING_OPTIONS)),
  attendeePrivileges: optional(group(ATTENDEE_PRIVILEGES)),
  registration: optional(registrationType),
  integrationTags: list(text()),
  trackingCodes: list(trackingCodeType),
  audioConnectionOptions: optional(group(AUDIO_CONNECTION_OPTIONS)),
  ...HAS,
});
