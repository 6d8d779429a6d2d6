import { decideOnRegistrants } from '../../browser/meetings/decide-on-registrants.ts';
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
    const session = await foundSession(call, params.key);
    const joinStatus = decision === 'accept' ? 'ACCEPT' : 'REJECT';
    await decideOnRegistrants(call, call.account, session, { joinStatus, people });
    return sessionDetail(call, await foundSession(call, params.key));
  },
});
