/** tests.php: the tests of a training session, for its people. They begin one here, and find their scores. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { sessionView } from '../../browser/meetings/session-view.ts';
import { isOwnForm, ownFormField } from '../../browser/own-form.ts';
import type { TestRow, TestsPage } from '../../browser/pages/test-pages.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { digits, key, word } from '../../browser/parameters/parameter.ts';
import { reasonOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { marked, type TestAttempt } from '../../exams/attempt.ts';
import { type ScheduledTest, testStatus } from '../../exams/scheduled-test.ts';
import { RegistrationIDInvalid } from '../../policies/admission.ts';
import { judgeOfCandidate } from '../../policies/exam.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { TooManyGuesses } from '../../throttle/guesses.ts';
import { candidateOf, holderOf, type TestedSession, trainingOf } from './candidate.ts';
import { momentsOf } from './moment.ts';

export const TESTS = {
  MK: key('the training session'),
  RID: digits('the registration id of whoever takes the tests'),
  TEST: key('the test that is begun'),
  DO: word('what happens', ['BEGIN']),
};

export async function testsPhp(call: PageCall): Promise<FastifyReply> {
  const { MK, RID, TEST, DO } = parametersOf(call.request, TESTS);
  const training = await trainingOf(call, MK);
  const { sessionKey } = training.session;
  if (RID === undefined && (await holderOf(call, training))) {
    return redirect(call, call.folder.page('results.php', { MK: String(sessionKey) }));
  }
  let candidate: Attendee | undefined;
  try {
    candidate = await candidateOf(call, training, RID);
  } catch (error) {
    if (!(error instanceof RegistrationIDInvalid || error instanceof TooManyGuesses)) throw error;
    return identifyPage(call, training, reasonOf(error));
  }
  if (!candidate) return identifyPage(call, training);
  if (call.request.method !== 'POST' || DO !== 'BEGIN' || TEST === undefined) {
    return testsPage(call, training, candidate, RID);
  }
  if (!isOwnForm(call)) return testsPage(call, training, candidate, RID, 'CSRFRequired');
  try {
    const { context, site } = call;
    await context.exams.attempts.begin(site, TEST, candidate, judgeOfCandidate(context.sessions, candidate));
  } catch (error) {
    const problem = reasonOf(error);
    if (problem === undefined) throw error;
    return testsPage(call, training, candidate, RID, problem);
  }
  return redirect(call, call.folder.page('test.php', asked(sessionKey, RID, TEST)));
}

/** What goes along from page to page. */
export function asked(sessionKey: number, RID: string | undefined, TEST?: number): Record<string, string> {
  return {
    MK: String(sessionKey),
    ...(TEST !== undefined && { TEST: String(TEST) }),
    ...(RID !== undefined && { RID }),
  };
}

async function identifyPage(
  call: PageCall,
  { meeting }: TestedSession,
  problem?: string,
): Promise<FastifyReply> {
  const { folder } = call;
  const MK = String(meeting.sessionKey);
  const page: TestsPage = {
    page: 'tests',
    session: await sessionView(call, meeting, false),
    problem,
    identify: { action: folder.address('tests.php'), fields: { MK } },
    signIn: (await browserSessionOf(call))
      ? undefined
      : folder.address('signin.php', { MU: folder.address('tests.php', { MK }) }),
    tests: [],
  };
  return show(call, page);
}

async function testsPage(
  call: PageCall,
  { meeting, session }: TestedSession,
  candidate: Attendee,
  RID: string | undefined,
  problem?: string,
): Promise<FastifyReply> {
  const { exams } = call.context;
  const rows: TestRow[] = [];
  for (const test of await exams.scheduled.of(session)) {
    const attempts = await exams.attempts.ofCandidate(test, candidate);
    rows.push(await rowOf(call, { meeting, session }, test, attempts, RID));
  }
  return show(call, {
    page: 'tests',
    session: await sessionView(call, meeting, false),
    problem,
    candidate: candidate.name || candidate.email,
    tests: rows,
  });
}

async function rowOf(
  call: PageCall,
  { session }: TestedSession,
  test: ScheduledTest,
  attempts: readonly TestAttempt[],
  RID: string | undefined,
): Promise<TestRow> {
  const { folder, context } = call;
  const status = testStatus(test, session, context.clock.now());
  const moment = await momentsOf(call, session);
  const goesOn = attempts.some(({ submittedAt }) => submittedAt === undefined);
  const left = test.attempts === undefined ? undefined : Math.max(0, test.attempts - attempts.length);
  const mayBegin = goesOn || (status === 'STARTED' && left !== 0);
  return {
    title: test.title,
    description: test.description || undefined,
    status,
    inSession: test.delivery === 'IN_SESSION',
    from: test.startAt === undefined ? undefined : moment(test.startAt),
    due: test.dueAt === undefined ? undefined : moment(test.dueAt),
    minutes: test.minutes,
    questions: test.questions.length,
    attemptsLeft: left,
    goesOn,
    begin: mayBegin
      ? {
          action: folder.address('tests.php'),
          fields: { ...asked(session.sessionKey, RID, test.testID), DO: 'BEGIN', ...ownFormField(call) },
        }
      : undefined,
    results: attempts.flatMap((attempt) => {
      if (attempt.submittedAt === undefined) return [];
      const { score, maxScore, grade } = marked(test, attempt);
      const isTold = test.assignGrades || attempt.document.grade !== undefined;
      return [
        {
          submitted: moment(attempt.submittedAt),
          score: isTold && score !== undefined ? points(score) : undefined,
          maxScore: points(maxScore),
          grade: isTold ? grade : undefined,
        },
      ];
    }),
  };
}

/** Points as people write them: two digits behind the point at most. */
export function points(score: number): number {
  return Math.round(score * 100) / 100;
}
