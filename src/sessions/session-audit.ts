/** What the audit tells of a session: what is said of it, and not what follows from that or is drawn. */
import type { Attendee } from './attendee.ts';
import type { Session, SessionWithDocument } from './session.ts';

/** What a change comes to, in the word that people look for. */
export function changeAct(before: Session, after: Session): 'session.hostChanged' | 'session.changed' {
  return before.host === after.host ? 'session.changed' : 'session.hostChanged';
}

export function sessionFacts(session: SessionWithDocument, people: readonly Attendee[] = []): object {
  const { confName, startAt, duration, timeZoneID, sessionType, listStatus, registration, document } =
    session;
  return {
    confName,
    start: new Date(startAt).toISOString(),
    duration,
    timeZoneID,
    sessionType,
    listStatus,
    registration,
    // The row of an account: who it is, the audit of the account tells.
    host: session.host,
    people: peopleFacts(people),
    ...document,
  };
}

export function peopleFacts(people: readonly Pick<Attendee, 'email' | 'role'>[]): string[] {
  return people.map(({ email, role }) => (role === 'ATTENDEE' ? email : `${email} (${role})`));
}
