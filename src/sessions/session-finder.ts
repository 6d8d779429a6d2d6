/** Finds sessions: by their key, their other numbers, and the links that were handed out. */
import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../accounts/account.ts';
import type { Executor } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import { readDocument } from './documents/session-document.ts';
import {
  EVENT_IDS,
  keyOfConfID,
  keyOfToken,
  panelistTokenOf,
  publicTokenOf,
  registerTokenOf,
} from './numbers.ts';
import { type Session, SessionNotFound, type SessionWithDocument } from './session.ts';
import { sessionOf } from './session-rows.ts';
import type { SessionStatements } from './session-statements.ts';

/** Whom a link of a session was given to. */
export type LinkHolder = 'host' | 'panelist' | 'attendee' | 'stranger';

export function openSessionFinder(statements: SessionStatements) {
  async function find(site: Site, sessionKey: number, on?: Executor): Promise<Session | undefined> {
    const row = await statements.byKey.first({ site: site.id, key: sessionKey }, on);
    return row && sessionOf(row);
  }

  async function withDocument(session: Session, on?: Executor): Promise<SessionWithDocument> {
    const row = await statements.document.first({ id: session.id }, on);
    if (!row) throw new SessionNotFound(session.sessionKey);
    return { ...session, document: readDocument(row.document, session.service) };
  }

  /** The session as it is, kept so until the write ends. @throws SessionNotFound when there is none of that key */
  async function held(site: Site, sessionKey: number, tx: Executor): Promise<SessionWithDocument> {
    const row = await statements.toChange.first({ site: site.id, key: sessionKey }, tx);
    if (!row) throw new SessionNotFound(sessionKey);
    return { ...sessionOf(row), document: readDocument(row.document, row.service) };
  }

  return {
    find,
    withDocument,
    held,

    /** @throws SessionNotFound when there is none of that key on the site */
    async required(site: Site, sessionKey: number): Promise<Session> {
      const session = await find(site, sessionKey);
      if (!session) throw new SessionNotFound(sessionKey);
      return session;
    },

    async findById(id: number, on?: Executor): Promise<Session | undefined> {
      const row = await statements.byId.first({ id }, on);
      return row && sessionOf(row);
    },

    async findByConfID(site: Site, confID: number): Promise<Session | undefined> {
      const key = keyOfConfID(confID);
      return key === undefined ? undefined : find(site, key);
    },

    async findByEventID(site: Site, eventID: number): Promise<Session | undefined> {
      const key = EVENT_IDS.keyOf(eventID);
      return key === undefined ? undefined : find(site, key);
    },

    /** The session of a link, and whose link it is. */
    async findByToken(site: Site, token: string): Promise<{ session: Session; of: LinkHolder } | undefined> {
      const key = keyOfToken(token);
      const session = key === undefined ? undefined : await find(site, key);
      if (!session) return undefined;
      if (isSame(session.hostToken, token)) return { session, of: 'host' };
      if (isSame(session.attendeeToken, token)) return { session, of: 'attendee' };
      if (isSame(panelistTokenOf(session.attendeeToken), token)) return { session, of: 'panelist' };
      return isSame(publicTokenOf(session.attendeeToken), token) ? { session, of: 'stranger' } : undefined;
    },

    /** The session that a link to register leads to. */
    async findByRegisterToken(site: Site, token: string): Promise<Session | undefined> {
      const key = keyOfToken(token);
      const session = key === undefined ? undefined : await find(site, key);
      return session && isSame(registerTokenOf(session.attendeeToken), token) ? session : undefined;
    },

    /** The bits of `MEMBER` that an account has in a session. */
    async membership(session: Session, account: Account, on?: Executor): Promise<number> {
      const row = await statements.member.first({ account: account.id, session: session.id }, on);
      return row?.kinds ?? 0;
    },
  };
}

/** Compared in constant time: a link's token is all that its holder knows. */
function isSame(token: string, other: string): boolean {
  return token.length === other.length && timingSafeEqual(Buffer.from(token), Buffer.from(other));
}
