/**
 * Who takes the tests of a session: one of its people, by their account or by the registration id that they were
 * sent, as at the door of the session itself.
 */
import type { Account } from '../../accounts/account.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { checkMayLook, findMeeting, type VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { RegistrationIDInvalid } from '../../policies/admission.ts';
import { mayTakeTests, ownsTests } from '../../policies/exam.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { SessionNotFound, type SessionWithDocument } from '../../sessions/session.ts';

export interface TestedSession {
  readonly meeting: VisitedMeeting;
  readonly session: SessionWithDocument;
}

/**
 * @throws SessionNotFound when the key is of no training of the site
 * @throws AccessDenied where nobody learns of a session without a sign-in, and nobody has signed in
 */
export async function trainingOf(call: PageCall, MK: number | undefined): Promise<TestedSession> {
  await checkMayLook(call);
  const meeting = MK === undefined ? undefined : await findMeeting(call, MK);
  const session = meeting?.session;
  if (!meeting || session?.service !== 'TrainingCenter') throw new SessionNotFound(MK ?? 0);
  return { meeting, session };
}

/** Who is signed in, where the tests of the session are theirs to hold. */
export async function holderOf(call: PageCall, { session }: TestedSession): Promise<Account | undefined> {
  const account = (await browserSessionOf(call))?.account;
  return account && (await ownsTests(call.context.sessions, session, account)) ? account : undefined;
}

/**
 * Nothing where nobody has shown who they are.
 * @throws RegistrationIDInvalid when the id is nobody's, or that of somebody who was not let in
 * @throws TooManyGuesses when too many ids were tried
 */
export async function candidateOf(
  call: PageCall,
  { session }: TestedSession,
  RID: string | undefined,
): Promise<Attendee | undefined> {
  const { context, site } = call;
  const people = await context.sessions.attendeesOf(session);
  if (RID === undefined) {
    const account = (await browserSessionOf(call))?.account;
    const own = account && people.find((one) => one.account === account.id);
    return own && mayTakeTests(own) ? own : undefined;
  }
  const address = context.callerAddress(call.request.raw);
  const registered = people.find(({ registerID }) => registerID !== null && String(registerID) === RID);
  if (!registered) {
    await context.guesses.wrong(site, session.sessionKey, address);
    throw new RegistrationIDInvalid();
  }
  await context.guesses.check(site, session.sessionKey, address);
  if (!mayTakeTests(registered)) throw new RegistrationIDInvalid();
  return registered;
}
