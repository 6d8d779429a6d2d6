/** What the audit is told of the people of a session. */
import { type Act, isAnothers, type RecordAudit } from '../audit/audit.ts';
import type { Executor } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import type { Attendee, JoinStatus } from './attendee.ts';
import type { Session } from './session.ts';

/** What it comes to when somebody who is there becomes one of these. */
const DECIDED: Partial<Record<JoinStatus, Act['act']>> = {
  ACCEPT: 'registration.accepted',
  REJECT: 'registration.rejected',
};

/** What the audit tells of somebody who is invited. */
export function attendeeFacts({ email, name, role, joinStatus }: Attendee): object {
  return { email, name, role, joinStatus };
}

/** What is decided on those who registered is an act of anybody's; who is invited, one of those who are not the host. */
export async function recordPeople(
  recordAudit: RecordAudit,
  site: Site,
  session: Session,
  before: ReadonlyMap<string, Attendee>,
  after: ReadonlyMap<string, Attendee>,
  keys: readonly string[],
  tx: Executor,
): Promise<void> {
  const of = { site, name: session.confName, id: session.sessionKey };
  const others: Attendee[] = [];
  for (const key of keys) {
    const [was, is] = [before.get(key), after.get(key)];
    if (!is) continue;
    const act = DECIDED[is.joinStatus];
    if (!act || !was || was.joinStatus === is.joinStatus) others.push(is);
    else {
      const facts = ({ email, joinStatus }: Attendee) => ({ session: session.confName, email, joinStatus });
      const names = { name: is.email, id: session.sessionKey };
      await recordAudit(tx, { ...of, act, ...names, before: facts(was), after: facts(is) });
    }
  }
  if (others.length === 0 || !isAnothers(session.host)) return;
  const were = others.flatMap(({ email }) => before.get(email.toLowerCase()) ?? []);
  await recordAudit(tx, {
    ...of,
    act: 'session.peopleAdded',
    before: { people: were.map(attendeeFacts) },
    after: { people: others.map(attendeeFacts) },
  });
}
