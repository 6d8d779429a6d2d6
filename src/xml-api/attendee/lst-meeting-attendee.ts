/** LstMeetingAttendee: the people of a session, one page at a time. */

import { seen } from '../../policies/session.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { ATTENDEE_ORDERS, ordered } from '../../sessions/lists/attendee-list.ts';
import { type Session, SessionNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, complex, extension, long, many, optional, type ValueOf } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { attendeeService } from '../service.ts';
import {
  lstControlType,
  matchingRecords,
  matchingRecordsType,
  orderOf,
  orderType,
  pageOf,
} from '../types/list.ts';
import { att } from '../types/namespaces.ts';
import { attendeeType, attendeeValue, joinStatusType } from '../types/person.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { CONF_ID, sessionAsked } from './session-asked.ts';

const attendeeStatusType = complex(att, 'attendeeStatusType', {
  invited: bool(),
  registered: bool(),
  rejected: bool(),
  accepted: bool(),
});

const attendeeInstanceType = extension(att, 'attendeeInstanceType', attendeeType, {
  attendeeId: long(),
  confID: optional(long()),
  status: optional(attendeeStatusType),
  registerID: optional(long()),
});

export const lstMeetingAttendee = operation({
  service: attendeeService,
  name: 'LstMeetingAttendee',
  level: '5.5',
  summary: 'Lists the people of a session to its host, alternate hosts and administrators.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [AccessDenied, InvalidElement, NoRecordFound, SessionNotFound],
  request: body(attendeeService, 'lstMeetingAttendee', {
    listControl: optional(lstControlType),
    order: optional(orderType(att)),
    meetingKey: optional(SESSION_KEY),
    sessionKey: optional(SESSION_KEY),
    joinStatus: optional(joinStatusType),
    confID: optional(CONF_ID),
    // A session keeps all of its people, earlier and later ones.
    inclHistory: optional(bool()),
  }),
  response: body(attendeeService, 'lstMeetingAttendeeResponse', {
    matchingRecords: optional(matchingRecordsType),
    attendee: many(attendeeInstanceType),
  }),
  async run(call, request) {
    const { account, hint } = call;
    const { sessions } = call.app;
    const session = await sessionAsked(call, request);
    await seen(sessions, session, account);
    const page = pageOf(request.listControl, hint);
    const matching = (await sessions.attendeesOf(session)).filter(
      ({ joinStatus }) => request.joinStatus === undefined || joinStatus === request.joinStatus,
    );
    const first = page.startFrom - 1;
    const shown = ordered(matching, orderOf(request.order, ATTENDEE_ORDERS, hint)).slice(
      first,
      first + page.maximumNum,
    );
    return {
      matchingRecords: matchingRecords(matching.length, shown.length, page),
      attendee: shown.map((attendee) => instanceValue(attendee, session)),
    };
  },
});

function instanceValue(
  attendee: Attendee,
  { sessionKey, confID }: Session,
): ValueOf<typeof attendeeInstanceType> {
  const { joinStatus } = attendee;
  return {
    ...attendeeValue(attendee, sessionKey),
    attendeeId: attendee.attendeeID,
    confID,
    // Each is a joinStatus (documented for `accepted`).
    status: {
      invited: joinStatus === 'INVITE',
      registered: joinStatus === 'REGISTER',
      rejected: joinStatus === 'REJECT',
      accepted: joinStatus === 'ACCEPT',
    },
    registerID: attendee.registerID ?? undefined,
  };
}
