/** GetTestInformation: a test of a training session, with who has submitted it and what that is worth. */
import { marked } from '../../exams/attempt.ts';
import { testStatus } from '../../exams/scheduled-test.ts';
import { maxScoreOf, TestNotFound } from '../../exams/test.ts';
import { judgeOfSessionTests } from '../../policies/exam.ts';
import { AccessDenied } from '../../refusal.ts';
import { complex, extension, integer, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { train } from '../types/namespaces.ts';
import { timeIn } from './test-session.ts';
import { scheduledTestInstanceType } from './test-type.ts';

const submittedTestType = complex(train, 'submittedTestType', {
  name: text(),
  email: text(),
  submitDate: text(),
  score: integer(),
  grade: text(),
  registerID: integer(),
});

export const getTestInformation = operation({
  service: trainingService,
  name: 'GetTestInformation',
  level: '5.5',
  summary: 'Returns a test of a training session with the scores of those who have submitted it.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, TestNotFound],
  request: body(trainingService, 'getTestInformation', { testID: integer({ sample: '4' }) }),
  response: extension(train, 'getTestInformationResponse', scheduledTestInstanceType, {
    description: optional(text()),
    startDate: text(),
    timeLimit: optional(integer()),
    author: text(),
    numQuestions: integer(),
    numSubmitted: integer(),
    numStarted: integer(),
    // Both spellings are the interface's.
    numSubmittedUnscroed: integer(),
    numSubmittedUnscored: optional(integer()),
    submittedTest: many(submittedTestType),
    maxScore: optional(integer()),
  }),
  async run({ site, account, app: { exams, sessions, clock } }, { testID }) {
    const { test, session } = await exams.scheduled.required(site, testID);
    await judgeOfSessionTests(sessions, account)(session);
    const attempts = await exams.attempts.of(test);
    const submitted = attempts.flatMap((attempt) =>
      attempt.submittedAt === undefined
        ? []
        : [{ ...attempt, submittedAt: attempt.submittedAt, mark: marked(test, attempt) }],
    );
    const unscored = submitted.filter(({ mark }) => mark.score === undefined).length;
    return {
      testID,
      title: test.title,
      delivery: test.delivery,
      status: testStatus(test, session, clock.now()),
      dueDate: test.dueAt === undefined ? undefined : timeIn(session, test.dueAt),
      sessionKey: session.sessionKey,
      description: test.description || undefined,
      startDate: timeIn(session, test.startAt ?? test.openedAt ?? session.startAt),
      timeLimit: test.minutes,
      author: test.authorWebExId,
      numQuestions: test.questions.length,
      numSubmitted: submitted.length,
      numStarted: attempts.length - submitted.length,
      numSubmittedUnscroed: unscored,
      numSubmittedUnscored: unscored,
      submittedTest: submitted.map(({ name, email, submittedAt, registerID, mark }) => ({
        name,
        email,
        submitDate: timeIn(session, submittedAt),
        // Of what has points so far.
        score: Math.round(mark.scores.reduce<number>((sum, one) => sum + (one ?? 0), 0)),
        grade: mark.grade ?? '',
        registerID: registerID ?? 0,
      })),
      maxScore: Math.round(maxScoreOf(test)),
    };
  },
});
