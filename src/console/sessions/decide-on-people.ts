import { judgeOfPeople } from '../../policies/session.ts';
import { list, object, oneOf, optional, whole } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { foundSession } from './found-session.ts';
import { sessionDetail } from './read-session.ts';
import type { SessionDetail } from './sessions-data.ts';

export const decideOnPeople = endpoint({
  method: 'POST',
  path: 'sessions/:key/decisions',
  summary:
    'Accepts or rejects people who have registered: those who are named by their `attendeeID`, or all who wait.',
  may: administers,
  body: object({
    decision: oneOf(['accept', 'reject']),
    people: optional(list(whole({ min: 1 }), { min: 1, max: 500 })),
  }),
  async run(call, { params, body: { decision, people } }): Promise<SessionDetail> {
    const { context, site, account } = call;
    const { sessions } = context;
    const session = await foundSession(call, params.key);
    const { sessionKey } = session;
    const judge = judgeOfPeople(sessions, account);
    const joinStatus = decision === 'accept' ? 'ACCEPT' : 'REJECT';
    const named = people && new Set(people);
    // One after the other: each is a write of its own, and a full session says so at the first who finds no place.
    for (const { attendeeID, email, joinStatus: before } of await sessions.attendeesOf(session)) {
      if (named ? !named.has(attendeeID) : before !== 'REGISTER') continue;
      if (before !== joinStatus) {
        await sessions.decideOnAttendee(site, { sessionKey, email, joinStatus }, judge);
      }
    }
    return sessionDetail(call, await foundSession(call, params.key));
  },
});
