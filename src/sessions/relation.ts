/** How a caller stands to a session, and what that lets him do. */
import { type Account, isSiteAdmin, mayReadSite } from '../accounts/account.ts';
import { type Session, SessionNotFound } from './session.ts';
import { MEMBER, type Sessions } from './sessions.ts';

export interface Relation {
  readonly isHost: boolean;
  readonly isAlternateHost: boolean;
  readonly isInvited: boolean;
  readonly isCreator: boolean;
  /** May change everything on the site, or read everything. */
  readonly administers: boolean;
  readonly reads: boolean;
}

export const STRANGER: Relation = {
  isHost: false,
  isAlternateHost: false,
  isInvited: false,
  isCreator: false,
  administers: false,
  reads: false,
};

export async function relationOf(sessions: Sessions, session: Session, account: Account): Promise<Relation> {
  const kinds = account.id === session.host ? MEMBER.host : await sessions.membership(session, account);
  return {
    isHost: account.id === session.host,
    isAlternateHost: (kinds & MEMBER.alternateHost) !== 0,
    isInvited: (kinds & MEMBER.invited) !== 0,
    isCreator: account.id === session.creator,
    administers: isSiteAdmin(account),
    reads: mayReadSite(account),
  };
}

/** To a personal room, which has no people but its owner. */
export function roomRelation(owner: Account, account: Account): Relation {
  const isOwner = account.id === owner.id;
  return {
    ...STRANGER,
    isHost: isOwner,
    isCreator: isOwner,
    administers: isSiteAdmin(account),
    reads: mayReadSite(account),
  };
}

/** Host, alternate host, whoever scheduled it, and administrators. */
export function mayManage({ isHost, isAlternateHost, isCreator, administers }: Relation): boolean {
  return isHost || isAlternateHost || isCreator || administers;
}

/** Those who may manage it, and administrators who may only read. */
export function maySeeAll(relation: Relation): boolean {
  return mayManage(relation) || relation.reads;
}

/** Those who manage a session, administrators who read, and invited attendees need no password. */
export function needsNoPassword(relation: Relation): boolean {
  return maySeeAll(relation) || relation.isInvited;
}

/** Errors: `SessionNotFound`: to somebody else a session does not exist. */
export async function managed(sessions: Sessions, session: Session, account: Account): Promise<Relation> {
  const relation = await relationOf(sessions, session, account);
  if (!mayManage(relation)) throw new SessionNotFound(session.sessionKey);
  return relation;
}

/** Errors: `SessionNotFound`. */
export async function seen(sessions: Sessions, session: Session, account: Account): Promise<Relation> {
  const relation = await relationOf(sessions, session, account);
  if (!maySeeAll(relation)) throw new SessionNotFound(session.sessionKey);
  return relation;
}
