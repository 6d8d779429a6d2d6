/** Somebody who is invited to a meeting, in the words of this interface. */
import { LONGEST_DISPLAY_NAME } from '../../sessions/attendee.ts';
import { bool, complex, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

export const inviteeType = complex(rest, 'MeetingInvitee', {
  id: text({ sample: '870f51ff287b41be8648412901e0402f_281003456' }),
  email: text({ format: 'email', sample: 'anna@example.com' }),
  displayName: text({ sample: 'Anna Example' }),
  coHost: bool(),
  panelist: bool(),
  meetingId: text({ sample: '870f51ff287b41be8648412901e0402f' }),
});

/** What is said of somebody who is invited. */
export const INVITEE_FIELDS = {
  email: text({ format: 'email', max: 256, sample: 'anna@example.com' }),
  displayName: optional(text({ max: LONGEST_DISPLAY_NAME, sample: 'Anna Example' })),
  coHost: optional(bool()),
  panelist: optional(bool()),
  sendEmail: optional(bool()),
};

export const HOST_EMAIL = optional(text({ format: 'email', max: 256 }));
