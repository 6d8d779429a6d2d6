/** POST /meetings/{meetingId}/registrants/approve, reject, cancel and bulkDelete: what is decided on several at once. */
import { judgeOfPeople } from '../../policies/session.ts';
import { type Attendee, AttendeeNotFound, type JoinStatus } from '../../sessions/attendee.ts';
import { RegistrationFull } from '../../sessions/registration.ts';
import { bool, complex, many, optional, text } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { checkNoInstance, managedMeeting, type NamedMeeting } from '../named-meeting.ts';
import { rest } from '../namespace.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { registrantsOf } from './registrants-of.ts';

const MOST = 100;

interface Decided {
  readonly meeting: NamedMeeting;
  readonly people: readonly Attendee[];
  readonly sendEmail: boolean;
}

function deciding<const W extends string>(
  word: W,
  summary: string,
  decide: (call: RestCall, decided: Decided) => Promise<void>,
) {
  return endpoint({
    method: 'POST',
    path: `meetings/:meetingId/registrants/${word}`,
    tag: 'Meeting Registrants',
    summary: `${summary}: all or none of up to ${MOST}.`,
    scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
    query: { current: optional(bool()), hostEmail: HOST_EMAIL },
    body: complex(rest, `${word.charAt(0).toUpperCase()}${word.slice(1)}MeetingRegistrants`, {
      sendEmail: optional(bool()),
      registrants: many(complex(rest, 'RegistrantNamed', { id: text() }), { min: 1, max: MOST }),
    }),
    refuses: [AttendeeNotFound, RegistrationFull],
    throttled: 'meetingWrites',
    sample: { body: { registrants: [{ id: '870f51ff287b41be8648412901e0402f' }] } },
    async run(call, { params, query: { hostEmail }, body }) {
      const meeting = await managedMeeting(call, params.meetingId, { hostEmail });
      checkNoInstance(meeting);
      const there = new Map((await registrantsOf(call, meeting)).map((one) => [one.attendeeID, one]));
      const people = body.registrants.map(({ id }) => {
        const found = there.get(call.ids.numberOf('registrant', call.site.id, id) ?? 0);
        if (!found) throw new InvalidItem(`'${id.slice(0, 100)}' is not a registrant of this meeting.`);
        return found;
      });
      await decide(call, { meeting, people, sendEmail: body.sendEmail ?? true });
    },
  });
}

function becoming(joinStatus: JoinStatus) {
  return async (call: RestCall, { meeting, people, sendEmail }: Decided): Promise<void> => {
    const { sessions } = call.app;
    const { sessionKey } = meeting.session;
    const decisions = people.map(({ email }) => ({ sessionKey, email, joinStatus }));
    const judge = judgeOfPeople(sessions, meeting.caller);
    await sessions.decideOnAttendees(call.site, decisions, judge, sendEmail);
  };
}

export const approveRegistrants = deciding('approve', 'Lets registrants in', becoming('ACCEPT'));
export const rejectRegistrants = deciding('reject', 'Turns registrants away', becoming('REJECT'));
export const cancelRegistrants = deciding(
  'cancel',
  'Has registrants wait again for what is decided on them',
  becoming('REGISTER'),
);

export const bulkDeleteRegistrants = deciding(
  'bulkDelete',
  'Takes registrations off a meeting',
  async (call, { meeting, people, sendEmail }) => {
    const { sessions } = call.app;
    const { sessionKey } = meeting.session;
    const named = [...new Set(people)].map(({ attendeeID }) => ({ sessionKey, attendeeID }));
    await sessions.removeAttendees(call.site, named, judgeOfPeople(sessions, meeting.caller), sendEmail);
  },
);
