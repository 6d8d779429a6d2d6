/** Finds a meeting by its id, as far as the caller may know of it. */
import type { Account } from '../../accounts/account.ts';
import { mayManage, needsNoPassword } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { asOccurrence, asRun } from '../../sessions/as-occurrence.ts';
import { occurrenceAtStart } from '../../sessions/occurrence-list.ts';
import { isSessionPassword } from '../../sessions/password.ts';
import { type Relation, relationOf } from '../../sessions/relation.ts';
import { type Session, SessionNotFound, type SessionWithDocument } from '../../sessions/session.ts';
import type { MeetingId } from '../ids.ts';
import type { RestCall } from '../rest-caller.ts';
import { TEXTS } from '../rest-problems.ts';
import { RestFailure } from '../rest-refusals.ts';

export interface FoundMeeting {
  readonly id: MeetingId;
  readonly session: SessionWithDocument;
  readonly relation: Relation;
  readonly host: Account | undefined;
}

/** No meeting of that id, or none that the caller may know of. @param message where the facts have another one */
export function noSuchMeeting(message: string = TEXTS.noData): RestFailure {
  return new RestFailure(404, message);
}

/** What an id names, whether it is there or not. @throws RestFailure for what is no id of a meeting of this site */
export function meetingIdOf({ ids, site }: Pick<RestCall, 'ids' | 'site'>, id: string): MeetingId {
  const found = ids.meeting(site.id, id);
  if (!found) throw noSuchMeeting();
  return found;
}

/**
 * A relation as the token lets it count: an administrator whose token has no administrator's scope is whoever they are
 * beside that.
 */
export function asTokenAllows({ isAdmin }: Pick<RestCall, 'isAdmin'>, relation: Relation): Relation {
  return isAdmin ? relation : { ...relation, administers: false, reads: false };
}

/** How the caller stands to a session. */
export async function relationOfCaller(call: RestCall, session: Session): Promise<Relation> {
  return asTokenAllows(call, await relationOf(call.app.sessions, session, call.account));
}

/**
 * The session of an id, for whoever has to do with it: who manages it, who is invited, and administrators.
 * @param password that of the session, which opens it to anybody of the site
 * @throws RestFailure where there is none, or none for the caller
 * @throws TooManyGuesses when wrong passwords are used up
 */
export async function findMeeting(
  call: RestCall,
  meetingId: string,
  password?: string,
): Promise<FoundMeeting & { readonly opened: boolean }> {
  const { app, site, account, address } = call;
  const { sessions, accounts, guesses } = app;
  const id = meetingIdOf(call, meetingId);
  const found = await sessions.find(site, id.sessionKey);
  if (!found) throw noSuchMeeting();
  const relation = await relationOfCaller(call, found);
  const session = await sessions.withDocument(found);
  const opened = needsNoPassword(relation);
  if (!opened) {
    const named = asNamed(session, id);
    if (password === undefined || !named.document.password) throw noSuchMeeting();
    if (!isSessionPassword(named, password)) {
      await guesses.wrong(site, session.sessionKey, address);
      throw noSuchMeeting();
    }
    await guesses.check(site, session.sessionKey, address);
  }
  const host = session.host === account.id ? account : await accounts.findById(session.host);
  return { id, session, relation, host, opened: true };
}

/** As the occurrence has it that an id names, or the one that it ran for then. */
function asNamed(session: SessionWithDocument, id: MeetingId): SessionWithDocument {
  if (id.of === 'series') return session;
  if (id.of === 'instance') return asRun(session, id.startedAt);
  return asOccurrence(session, occurrenceAtStart(session, id.startAt)?.at);
}

/**
 * Judges, also inside a write, whether the caller manages a session. Whoever may know of it is told that they may not; for
 * everybody else there is none.
 * @throws AccessDenied, SessionNotFound
 */
export function checkManagesMeeting(
  call: Pick<RestCall, 'isAdmin'>,
  session: Session,
  relation: Relation,
): void {
  const counted = asTokenAllows(call, relation);
  if (mayManage(counted)) return;
  if (needsNoPassword(counted)) throw new AccessDenied('the meeting is managed by others');
  throw new SessionNotFound(session.sessionKey);
}
