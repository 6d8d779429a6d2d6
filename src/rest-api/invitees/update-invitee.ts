/** PUT /meetingInvitees/{meetingInviteeId}: changes one person who is invited to a meeting. */
import { judgeOfPeople } from '../../policies/session.ts';
import { AttendeeNotFound } from '../../sessions/attendee.ts';
import { AlternateHostNotFound } from '../../sessions/session.ts';
import { complex } from '../../xml/schema.ts';
import { checkWhole, managedMeeting } from '../named-meeting.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { HOST_EMAIL, INVITEE_FIELDS, inviteeType } from './invitee-type.ts';
import {
  inviteeAsked,
  inviteeNamed,
  judgeOfNewcomers,
  MEETING_UNKNOWN,
  presentInvitee,
  requiredInvitee,
} from './invitees-of.ts';

export const updateInvitee = endpoint({
  method: 'PUT',
  path: 'meetingInvitees/:meetingInviteeId',
  tag: 'Meeting Invitees',
  summary: 'Changes a person who is invited to a meeting.',
  description:
    'With another `email` the place is another person’s: who had it is told, and whoever has it now is invited.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  body: complex(rest, 'UpdateMeetingInvitee', { ...INVITEE_FIELDS, hostEmail: HOST_EMAIL }),
  answer: inviteeType,
  refuses: [AlternateHostNotFound, AttendeeNotFound],
  throttled: 'meetingWrites',
  sample: { body: { email: 'anna@example.com', displayName: 'Anna Example', coHost: false } },
  async run(call, { params, body }) {
    const { hostEmail, sendEmail = true } = body;
    const { meetingId, attendeeID } = inviteeNamed(params.meetingInviteeId);
    const meeting = await managedMeeting(call, meetingId, { hostEmail, unknown: MEETING_UNKNOWN });
    checkWhole(meeting);
    const before = await requiredInvitee(call, meeting, attendeeID);
    const { sessions } = call.app;
    const attendee = await inviteeAsked(call, meeting, body, before);
    const manages = judgeOfPeople(sessions, meeting.caller);
    const isSame = attendee.email.toLowerCase() === before.email.toLowerCase();
    const judge = isSame ? manages : judgeOfNewcomers(call, [attendee.email], manages, false);
    const { sessionKey } = meeting.session;
    const named = { sessionKey, attendeeID };
    return presentInvitee(
      meetingId,
      await sessions.changeAttendee(call.site, named, attendee, judge, sendEmail),
    );
  },
});
