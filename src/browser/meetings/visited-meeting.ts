/** What a meeting key names: a session, or a personal room. */
import type { Account, AccountWithProfile } from '../../accounts/account.ts';
import type { Place } from '../../live/place.ts';
import { mayKnowOf } from '../../policies/session.ts';
import { admitsStrangers } from '../../policies/site.ts';
import { AccessDenied } from '../../refusal.ts';
import { asAt } from '../../sessions/as-occurrence.ts';
import { personalRoom, roomTitle } from '../../sessions/personal-room.ts';
import { type Relation, relationOf, roomRelation, STRANGER } from '../../sessions/relation.ts';
import { SessionNotFound, type SessionWithDocument } from '../../sessions/session.ts';
import { browserSessionOf } from '../browser-session.ts';
import type { PageCall } from '../site-page.ts';
import { byNumber } from './by-number.ts';
import { isToldBeside, type ShownBeside } from './shown-beside.ts';

export interface VisitedMeeting {
  readonly place: Place;
  readonly sessionKey: number;
  readonly confName: string;
  readonly host: AccountWithProfile;
  /** Of a series, as the occurrence that runs or comes next has it. Nothing for a personal room. */
  readonly session: SessionWithDocument | undefined;
}

/** Whether somebody who calls learns of sessions: people who have signed in, and strangers where the site lets them. */
export async function mayLook(call: PageCall): Promise<boolean> {
  return admitsStrangers(call.site) || (await browserSessionOf(call)) !== undefined;
}

/** @throws AccessDenied where nobody learns of a session without a sign-in, and nobody has signed in. */
export async function checkMayLook(call: PageCall): Promise<void> {
  if (!(await mayLook(call))) throw new AccessDenied('nobody learns of a session without a sign-in');
}

/**
 * @param shown beside the number, which counts where numbers are guessed
 * @throws SessionNotFound when there is no such session
 * @throws AccessDenied when a stranger comes and the site is closed to them
 * @throws RateLimitReached where numbers are guessed, for one that is hidden as for one that is not there
 */
export async function meetingOf(
  call: PageCall,
  sessionKey: number,
  shown: ShownBeside = {},
): Promise<VisitedMeeting> {
  await checkMayLook(call);
  return byNumber(call, {
    look: () => meetingInside(call, sessionKey),
    isTold: (meeting) => isToldBeside(call, meeting, shown),
  });
}

/**
 * For somebody who is in it: their sign-in may have ended since.
 * @throws SessionNotFound when there is no such session
 */
export async function meetingInside(call: PageCall, sessionKey: number): Promise<VisitedMeeting> {
  const { site, context } = call;
  const found = await context.sessions.find(site, sessionKey);
  if (found) return meetingOfSession(call, await context.sessions.withDocument(found));
  const owner = await personalRoom(context.accounts, site, sessionKey);
  if (!owner) throw new SessionNotFound(sessionKey);
  return meetingOfRoom(owner);
}

/** The same, or nothing when there is no such meeting. */
export async function findMeeting(call: PageCall, sessionKey: number): Promise<VisitedMeeting | undefined> {
  try {
    return await meetingInside(call, sessionKey);
  } catch (error) {
    if (error instanceof SessionNotFound) return undefined;
    throw error;
  }
}

/** @throws SessionNotFound when its host is gone */
export async function meetingOfSession(
  { context }: PageCall,
  session: SessionWithDocument,
): Promise<VisitedMeeting> {
  const host = await context.accounts.findById(session.host);
  if (!host) throw new SessionNotFound(session.sessionKey);
  const current = asAt(session, context.clock.now());
  return {
    place: { kind: 'session', session },
    sessionKey: session.sessionKey,
    confName: current.confName,
    host: await context.accounts.withProfile(host),
    session: current,
  };
}

export function meetingOfRoom(owner: AccountWithProfile): VisitedMeeting {
  return {
    place: { kind: 'room', owner },
    sessionKey: Number(owner.accessCode),
    confName: roomTitle(owner),
    host: owner,
    session: undefined,
  };
}

/** Whether whoever calls may know of it, though they have nothing but its number. */
export async function isKnown(call: PageCall, meeting: VisitedMeeting): Promise<boolean> {
  const { session } = meeting;
  if (!session) return true;
  const account = (await browserSessionOf(call))?.account;
  return mayKnowOf(session, await relationTo(call, meeting, account));
}

/** How a visitor stands to it. */
export async function relationTo(
  { context }: PageCall,
  { session, host }: VisitedMeeting,
  account: Account | undefined,
): Promise<Relation> {
  if (!account) return STRANGER;
  return session ? relationOf(context.sessions, session, account) : roomRelation(host, account);
}
