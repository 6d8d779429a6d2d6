/** Who keeps tests, gives them to a session, takes them, and is told what is right. */
import { type Account, isHost, isSiteAdmin } from '../accounts/account.ts';
import type { Executor } from '../database/database.ts';
import type { JudgeOfCandidate } from '../exams/attempts.ts';
import { TestNotFound, type TestSummary } from '../exams/test.ts';
import type { JudgeOfTest } from '../exams/test-library.ts';
import { AccessDenied } from '../refusal.ts';
import type { Attendee } from '../sessions/attendee.ts';
import { relationOf } from '../sessions/relation.ts';
import type { Session } from '../sessions/session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { checkOwns, owns } from './session.ts';
import { mayReadSite } from './site.ts';

/** Whoever may host keeps tests: whoever only attends would read in them what is right. @throws AccessDenied */
export function checkKeepsTests(account: Account): void {
  if (!isHost(account)) throw new AccessDenied('only a host keeps tests');
}

/** The author reads a test of their own; every host reads those of the site. @throws TestNotFound */
export function judgeOfReading(account: Account): JudgeOfTest {
  return (test) => {
    if (!mayRead(account, test)) throw new TestNotFound(test.testID);
  };
}

/** The author changes a test and takes it away, and site administrators those of the site. @throws TestNotFound, AccessDenied */
export function judgeOfTestChange(account: Account): JudgeOfTest {
  return (test) => {
    judgeOfReading(account)(test);
    const mayChange = test.author === account.id || (test.library === 'SHARE' && isSiteAdmin(account));
    if (!mayChange) throw new AccessDenied('only the author may change the test');
  };
}

function mayRead(account: Account, { library, author }: TestSummary): boolean {
  return author === account.id ? isHost(account) : library === 'SHARE' && isHost(account);
}

/** Whose session it is gives it tests, and reads what people have answered. */
export function judgeOfSessionTests(sessions: Sessions, account: Account) {
  return async (session: Session, tx?: Executor): Promise<void> => {
    checkOwns(session, await relationOf(sessions, session, account, tx));
  };
}

/** Whether somebody gives tests to a session, and reads what people have answered. */
export async function ownsTests(sessions: Sessions, session: Session, account: Account): Promise<boolean> {
  return owns(await relationOf(sessions, session, account));
}

/** Administrators are told of the tests of every session, everybody else of those of their own. */
export function maySeeAllTests(account: Account): boolean {
  return mayReadSite(account);
}

/**
 * People who are invited, or have registered and were let in, take the tests of a session; whoever holds it does not.
 */
export function mayTakeTests({ joinStatus, role }: Pick<Attendee, 'joinStatus' | 'role'>): boolean {
  return (joinStatus === 'ACCEPT' || joinStatus === 'INVITE') && (role === 'ATTENDEE' || role === 'LIMITED');
}

/** They are still one of those inside the write. @throws AccessDenied when they are not */
export function judgeOfCandidate(
  sessions: Sessions,
  { attendeeID }: Pick<Attendee, 'attendeeID'>,
): JudgeOfCandidate {
  return async (session, tx) => {
    const people = await sessions.attendeesOf(session, tx);
    const person = people.find((one) => one.attendeeID === attendeeID);
    if (!person || !mayTakeTests(person)) throw new AccessDenied('only people of the session take its tests');
  };
}
