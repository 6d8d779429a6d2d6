/** Which account has to do with which session: what the lists of an account are made from. */
import type { Executor } from '../database/database.ts';
import type { Attendee } from './attendee.ts';
import type { Session } from './session.ts';
import type { SessionStatements } from './session-statements.ts';

/** How somebody has to do with a session; bits of `session_member.kinds`. */
export const MEMBER = { host: 1, alternateHost: 2, invited: 4 } as const;

export function openMembers(statements: SessionStatements) {
  async function put(session: Session, attendees: readonly Attendee[], tx: Executor): Promise<void> {
    const kinds = new Map<number, number>([[session.host, MEMBER.host]]);
    for (const attendee of attendees) {
      const { account, role } = attendee;
      if (account === null || isTurnedAway(attendee)) continue;
      const kind = role === 'HOST' ? MEMBER.alternateHost : MEMBER.invited;
      kinds.set(account, (kinds.get(account) ?? 0) | kind);
    }
    for (const [account, bits] of kinds) {
      await statements.addMember.run(
        { account, session: session.id, kinds: bits, start: session.startAt },
        tx,
      );
    }
  }

  return {
    /** Of a new session. */
    put,

    /** In the place of those of before. */
    async replace(session: Session, attendees: readonly Attendee[], tx: Executor): Promise<void> {
      await statements.dropMembers.run({ session: session.id }, tx);
      await put(session, attendees, tx);
    },
  };
}

/** Whoever has registered uninvited, and is not let in, has no more right to a session than a stranger. */
function isTurnedAway({ joinStatus, registeredAt }: Attendee): boolean {
  return registeredAt !== null && joinStatus !== 'ACCEPT' && joinStatus !== 'INVITE';
}
