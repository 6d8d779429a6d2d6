/** results.php: the tests of a training session for whoever holds it: who has taken them, and with which score. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { sessionView } from '../../browser/meetings/session-view.ts';
import { isOwnForm, ownFormField } from '../../browser/own-form.ts';
import type { Form } from '../../browser/pages/form.ts';
import type { HeldTest } from '../../browser/pages/test-pages.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { key, word } from '../../browser/parameters/parameter.ts';
import { show } from '../../browser/show.ts';
import { signInPage } from '../../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { marked } from '../../exams/attempt.ts';
import { type ScheduledTest, testStatus } from '../../exams/scheduled-test.ts';
import { judgeOfSessionTests } from '../../policies/exam.ts';
import { holderOf, type TestedSession, trainingOf } from './candidate.ts';
import { momentsOf } from './moment.ts';
import { points } from './tests.php.ts';

export const RESULTS = {
  MK: key('the training session'),
  TEST: key('the test that begins or ends'),
  DO: word('what happens with it', ['OPEN', 'CLOSE']),
};

export async function resultsPhp(call: PageCall): Promise<FastifyReply> {
  const { MK, TEST, DO } = parametersOf(call.request, RESULTS);
  if (!(await browserSessionOf(call))) {
    return signInPage(call, { MU: call.folder.address('results.php', { MK: String(MK ?? '') }) });
  }
  const training = await trainingOf(call, MK);
  const holder = await holderOf(call, training);
  if (!holder) return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  if (call.request.method !== 'POST') return resultsPage(call, training);
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  const { context, site } = call;
  const { sessionKey } = training.session;
  if (TEST !== undefined && DO !== undefined) {
    const judge = judgeOfSessionTests(context.sessions, holder);
    await context.exams.scheduled.open(site, sessionKey, TEST, DO === 'OPEN', judge);
  }
  return redirect(call, call.folder.page('results.php', { MK: String(sessionKey) }));
}

async function resultsPage(call: PageCall, training: TestedSession): Promise<FastifyReply> {
  const { meeting, session } = training;
  const { exams } = call.context;
  const tests: HeldTest[] = [];
  for (const test of await exams.scheduled.of(session)) tests.push(await heldTest(call, training, test));
  return show(call, {
    page: 'test-results',
    session: await sessionView(call, meeting, true),
    back: call.folder.address('m.php', { AT: 'MD', MK: String(session.sessionKey) }),
    tests,
  });
}

async function heldTest(call: PageCall, { session }: TestedSession, test: ScheduledTest): Promise<HeldTest> {
  const { context, folder } = call;
  const attempts = await context.exams.attempts.of(test);
  const moment = await momentsOf(call, session);
  const status = testStatus(test, session, context.clock.now());
  const MK = String(session.sessionKey);
  const TEST = String(test.testID);
  const form = (deed: string): Form => ({
    action: folder.address('results.php'),
    fields: { MK, TEST, DO: deed, ...ownFormField(call) },
  });
  const inSession = test.delivery === 'IN_SESSION';
  return {
    title: test.title,
    status,
    inSession,
    from: test.startAt === undefined ? undefined : moment(test.startAt),
    due: test.dueAt === undefined ? undefined : moment(test.dueAt),
    open: inSession && status !== 'STARTED' && session.inProgress ? form('OPEN') : undefined,
    close: inSession && status === 'STARTED' ? form('CLOSE') : undefined,
    attempts: attempts.map((attempt) => {
      const { score, maxScore, grade } = marked(test, attempt);
      return {
        name: attempt.name,
        email: attempt.email,
        number: attempt.number,
        submitted: attempt.submittedAt === undefined ? undefined : moment(attempt.submittedAt),
        score: score === undefined ? undefined : points(score),
        maxScore: points(maxScore),
        grade,
        url:
          attempt.submittedAt === undefined
            ? undefined
            : folder.address('answers.php', { MK, TEST, ATTEMPT: String(attempt.id) }),
      };
    }),
  };
}
