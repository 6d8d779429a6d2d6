/** Somebody in a meeting that runs, at its door, or who was in one. */
import { bool, complex, group, integer, list, many, oneOf, optional, text } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { rest } from '../namespace.ts';
import { PAGING } from '../paging.ts';

const time = () => optional(text({ format: 'date-time' }));

export const participantType = complex(rest, 'Participant', {
  id: text(),
  orgId: text(),
  host: bool(),
  coHost: bool(),
  spaceModerator: bool(),
  email: optional(text()),
  displayName: text(),
  invitee: bool(),
  muted: optional(bool()),
  video: optional(oneOf(['on', 'off'])),
  state: oneOf(['lobby', 'joined', 'breakoutSession', 'end']),
  meetingStartTime: time(),
  joinedTime: time(),
  leftTime: time(),
  siteUrl: text(),
  meetingId: text(),
  hostEmail: text(),
  devices: many(
    group({
      correlationId: text(),
      deviceType: text(),
      audioType: oneOf(['pstn', 'voip', 'inactive']),
      joinedTime: time(),
      leftTime: time(),
      durationSecond: optional(integer()),
      callType: optional(oneOf(['callIn'])),
    }),
  ),
});

export const participantsType = complex(rest, 'Participants', { items: many(participantType) });

/** What the lists take. Times that people came are from the first on and before the last. */
export const LISTED = {
  meetingId: text({ max: 128 }),
  hostEmail: HOST_EMAIL,
  meetingStartTimeFrom: time(),
  meetingStartTimeTo: time(),
  joinTimeFrom: time(),
  joinTimeTo: time(),
  ...PAGING,
};

export const queryType = complex(rest, 'ParticipantsQuery', {
  emails: list(text({ max: 256 }), { max: 1_000 }),
  joinTimeFrom: time(),
  joinTimeTo: time(),
});

export const participantChangeType = complex(rest, 'ParticipantChange', {
  muted: optional(bool()),
  admit: optional(bool()),
  expel: optional(bool()),
});

export const admittedType = complex(rest, 'AdmittedParticipants', {
  items: many(group({ participantId: text({ max: 128 }) }), { min: 1, max: 100 }),
});

export const PARTICIPANTS_READ = {
  user: 'meeting:participants_read',
  admin: 'meeting:admin_participants_read',
} as const;

export const PARTICIPANTS_WRITE = { user: 'meeting:participants_write' } as const;
