/** Who may see, change and join a session. The relation (`sessions/relation.ts`) is the fact; here it is judged. */
import type { Account } from '../accounts/account.ts';
import type { Executor } from '../database/database.ts';
import { AccessDenied } from '../refusal.ts';
import type { JudgeOfPeople, JudgeOfRegistration } from '../sessions/attendees.ts';
import { type Relation, relationOf, STRANGER } from '../sessions/relation.ts';
import type { JudgeOfChange } from '../sessions/reschedule.ts';
import { type Session, SessionInProgress, SessionNotFound } from '../sessions/session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Site } from '../sites/site.ts';
import { checkGivesTo } from './host.ts';

/** Host, alternate host, whoever scheduled it, and administrators. */
export function mayManage({ isHost, isAlternateHost, isCreator, administers }: Relation): boolean {
  return isHost || isAlternateHost || isCreator || administers;
}

/** Those who may manage it, and administrators who may only read. */
export function maySeeAll(relation: Relation): boolean {
  return mayManage(relation) || relation.reads;
}

/** Those who see all of it, and invited people: they know its password and its agenda. */
export function needsNoPassword(relation: Relation): boolean {
  return maySeeAll(relation) || relation.isInvited;
}

/** Those who manage a session register nowhere. */
export function needsNoRegistration(relation: Relation): boolean {
  return mayManage(relation);
}

/** Comes in with the host's right. */
export function mayHost({ isHost, isAlternateHost }: Pick<Relation, 'isHost' | 'isAlternateHost'>): boolean {
  return isHost || isAlternateHost;
}

/** To whom a session is listed: to everybody, to people with an account, or to those alone who have to do with it. */
export function mayKnowOf({ listStatus }: Session, relation: Relation): boolean {
  if (listStatus === 'PUBLIC' || needsNoPassword(relation)) return true;
  return listStatus === 'PRIVATE' && relation.hasAccount;
}

/** @throws SessionNotFound, or AccessDenied as `notTheirs`, when the caller may not manage it. */
export function checkManages(session: Session, relation: Relation): void {
  if (!mayManage(relation)) throw notTheirs(session);
}

/**
 * For whoever it is not theirs a session does not exist. Of trainings and events the original says that they are
 * another host's (documented: 000001).
 */
function notTheirs({ service, sessionKey }: Session): SessionNotFound | AccessDenied {
  return service === 'TrainingCenter' || service === 'EventCenter'
    ? new AccessDenied('the session is of another host')
    : new SessionNotFound(sessionKey);
}

/** Host, alternate host and whoever scheduled it: whose training or event it is, administrators or not. */
export function owns({ isHost, isAlternateHost, isCreator }: Relation): boolean {
  return isHost || isAlternateHost || isCreator;
}

/** @throws AccessDenied when a training or an event is another host's (documented: 000001). */
export function checkOwns(_session: Session, relation: Relation): void {
  if (!owns(relation)) throw new AccessDenied('the session is of another host');
}

/** @throws SessionNotFound, or AccessDenied as `notTheirs`, when the caller may not see all of it. */
export function checkSeesAll(session: Session, relation: Relation): void {
  if (!maySeeAll(relation)) throw notTheirs(session);
}

/** @throws SessionNotFound when the caller may not know of it. */
export function checkKnowsOf(session: Session, relation: Relation): void {
  if (!mayKnowOf(session, relation)) throw new SessionNotFound(session.sessionKey);
}

type Check = JudgeOfChange['changes'];

/** Judges a change of a session inside the write that makes it. */
export function judgeOfChange(site: Site, caller: Account, changes: Check = checkManages): JudgeOfChange {
  return { changes, gives: (hosts, relation) => checkGivesTo(site, caller, relation, hosts) };
}

/** That of a training or an event. */
export function judgeOfOwnChange(site: Site, caller: Account): JudgeOfChange {
  return judgeOfChange(site, caller, checkOwns);
}

/** Judges a deletion inside the write: who may change a session deletes it, unless it is in progress. */
export function judgeOfDeletion(sessions: Sessions, caller: Account, changes: Check = checkManages) {
  return async (session: Session, tx: Executor): Promise<void> => {
    changes(session, await relationOf(sessions, session, caller, tx));
    if (session.inProgress) throw new SessionInProgress(session.sessionKey);
  };
}

/** Judges what is done to a training or an event inside the write, that may run meanwhile. */
export function judgeOfOwner(sessions: Sessions, caller: Account) {
  return async (session: Session, tx: Executor): Promise<void> => {
    checkOwns(session, await relationOf(sessions, session, caller, tx));
  };
}

/** Judges a change of the people of a session inside the write: who manages it, invites and takes off. */
export function judgeOfPeople(sessions: Sessions, caller: Account): JudgeOfPeople {
  return async (session, tx) => checkManages(session, await relationOf(sessions, session, caller, tx));
}

/** Judges whoever opens or closes the registration of a session, which may be running. */
export function judgeOfConfiguring(sessions: Sessions, caller: Account) {
  return async (session: Session, tx: Executor): Promise<void> => {
    if (!mayManage(await relationOf(sessions, session, caller, tx))) {
      throw new AccessDenied(
        `only those who manage the session ${session.sessionKey} configure its registration`,
      );
    }
  };
}

/** How whoever registers people stands to the session, read inside the write; nobody is a stranger. */
export function judgeOfRegistration(sessions: Sessions, caller: Account | undefined): JudgeOfRegistration {
  return async (session, tx) => {
    const relation = caller ? await relationOf(sessions, session, caller, tx) : STRANGER;
    return { account: caller, manages: mayManage(relation) };
  };
}

/** The same for a caller who names a session by its key. @throws SessionNotFound when they may not know of it. */
export function judgeOfKnownRegistration(sessions: Sessions, caller: Account): JudgeOfRegistration {
  return async (session, tx) => {
    checkKnowsOf(session, await relationOf(sessions, session, caller, tx));
    return judgeOfRegistration(sessions, caller)(session, tx);
  };
}

/** The caller's relation to a session that they manage. @throws what `checkManages` throws */
export async function managed(sessions: Sessions, session: Session, account: Account): Promise<Relation> {
  const relation = await relationOf(sessions, session, account);
  checkManages(session, relation);
  return relation;
}

/** The caller's relation to a session that they see whole. @throws what `checkSeesAll` throws */
export async function seen(sessions: Sessions, session: Session, account: Account): Promise<Relation> {
  const relation = await relationOf(sessions, session, account);
  checkSeesAll(session, relation);
  return relation;
}

/** The caller's relation to a training or an event of theirs. @throws AccessDenied when it is another host's. */
export async function owned(sessions: Sessions, session: Session, account: Account): Promise<Relation> {
  const relation = await relationOf(sessions, session, account);
  checkOwns(session, relation);
  return relation;
}
