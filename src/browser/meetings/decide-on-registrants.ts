/** Accepting and rejecting those who have registered, as the host's page and the console do it. */
import type { Account } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
import { judgeOfPeople } from '../../policies/session.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';

export interface DecisionOnRegistrants {
  readonly joinStatus: 'ACCEPT' | 'REJECT';
  /** Their `attendeeID`s; without them all who wait. */
  readonly people?: readonly number[] | undefined;
}

/**
 * One after the other: each is a write of its own, and a full session says so at the first who finds no place.
 * @throws AccessDenied when the caller does not manage the session
 * @throws RegistrationFull when somebody finds no place
 */
export async function decideOnRegistrants(
  { context: { sessions }, site }: { readonly context: Context; readonly site: Site },
  caller: Account,
  session: SessionWithDocument,
  { joinStatus, people }: DecisionOnRegistrants,
): Promise<void> {
  const { sessionKey } = session;
  const judge = judgeOfPeople(sessions, caller);
  const named = people && new Set(people);
  for (const { attendeeID, email, joinStatus: before } of await sessions.attendeesOf(session)) {
    if (named ? !named.has(attendeeID) : before !== 'REGISTER') continue;
    if (before !== joinStatus) {
      await sessions.decideOnAttendee(site, { sessionKey, email, joinStatus }, judge);
    }
  }
}
