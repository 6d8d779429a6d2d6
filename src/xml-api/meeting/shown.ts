/** How much of a meeting somebody is shown in a list: those who are only invited do not see its people. */
import { maySeeAll } from '../../policies/session.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { relationOf } from '../../sessions/relation.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { AccountCall } from '../operation.ts';

export async function managedOrShown<S extends SessionWithDocument>(
  { account, app: { sessions } }: AccountCall,
  session: S,
): Promise<{ readonly session: S; readonly attendees: readonly Attendee[] }> {
  const relation = await relationOf(sessions, session, account);
  return { session, attendees: maySeeAll(relation) ? await sessions.attendeesOf(session) : [] };
}
