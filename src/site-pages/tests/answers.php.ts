/** answers.php: what somebody has answered, for whoever holds the session: they score what no rule scores. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { isOwnForm, ownFormField } from '../../browser/own-form.ts';
import type { AnsweredQuestion } from '../../browser/pages/test-pages.ts';
import { parametersOf, sentFields } from '../../browser/parameters/declared.ts';
import { key, text } from '../../browser/parameters/parameter.ts';
import { reasonOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { answerTo, marked, type TestAttempt } from '../../exams/attempt.ts';
import type { Mark } from '../../exams/attempts.ts';
import { isScoredByHand, rightAnswers, type TestQuestion } from '../../exams/question.ts';
import type { ScheduledTest } from '../../exams/scheduled-test.ts';
import { judgeOfSessionTests } from '../../policies/exam.ts';
import { holderOf, trainingOf } from './candidate.ts';
import { points } from './tests.php.ts';

export const ANSWERS = {
  MK: key('the training session'),
  TEST: key('the test'),
  ATTEMPT: key('the attempt'),
  GRADE: text('a grade in the place of the one that follows from the score', { longest: 64, line: true }),
};

export async function answersPhp(call: PageCall): Promise<FastifyReply> {
  const { MK, TEST, ATTEMPT, GRADE = '' } = parametersOf(call.request, ANSWERS);
  const training = await trainingOf(call, MK);
  const holder = await holderOf(call, training);
  const { context, site } = call;
  const tests = holder ? await context.exams.scheduled.of(training.session) : [];
  const test = tests.find(({ testID }) => testID === TEST);
  const attempt = test && (await context.exams.attempts.of(test)).find(({ id }) => id === ATTEMPT);
  if (!holder || !test || attempt?.submittedAt === undefined) {
    return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  }
  const { sessionKey } = training.session;
  if (call.request.method !== 'POST') return answersPage(call, sessionKey, test, attempt);
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  try {
    const marks = marksIn(sentFields(call.request), test);
    const judge = judgeOfSessionTests(context.sessions, holder);
    await context.exams.attempts.mark(site, test.testID, { attempt: attempt.id, marks, grade: GRADE }, judge);
  } catch (error) {
    const problem = reasonOf(error);
    if (problem === undefined) throw error;
    return answersPage(call, sessionKey, test, attempt, problem);
  }
  return redirect(call, call.folder.page('results.php', { MK: String(sessionKey) }));
}

/** Fields P and C with the place of the question. What is left empty is not scored yet. */
function marksIn(fields: Readonly<Record<string, string>>, { questions }: ScheduledTest): Mark[] {
  return questions.flatMap((question, at) => {
    const sent = fields[`P${at}`]?.trim() ?? '';
    if (!isScoredByHand(question) || sent === '') return [];
    return [
      {
        question: at,
        points: Number(sent.replace(',', '.')),
        comment: fields[`C${at}`]?.trim() || undefined,
      },
    ];
  });
}

async function answersPage(
  call: PageCall,
  sessionKey: number,
  test: ScheduledTest,
  attempt: TestAttempt,
  problem?: string,
): Promise<FastifyReply> {
  const { folder } = call;
  const { scores, score, maxScore, grade } = marked(test, attempt);
  const MK = String(sessionKey);
  return show(call, {
    page: 'test-answers',
    title: test.title,
    name: attempt.name || attempt.email,
    email: attempt.email,
    problem,
    back: folder.address('results.php', { MK }),
    score: score === undefined ? undefined : points(score),
    maxScore: points(maxScore),
    grade,
    ownGrade: attempt.document.grade,
    questions: test.questions.map((question, at) => answeredQuestion(question, at, attempt, scores[at])),
    form: {
      action: folder.address('answers.php'),
      fields: { MK, TEST: String(test.testID), ATTEMPT: String(attempt.id), ...ownFormField(call) },
    },
  });
}

function answeredQuestion(
  question: TestQuestion,
  at: number,
  attempt: TestAttempt,
  score: number | undefined,
): AnsweredQuestion {
  const answer = answerTo(question, at, attempt);
  const right = rightAnswers(question);
  const shown = (of: Readonly<Record<string, readonly string[]>>) =>
    question.responses.flatMap(({ ident, choices }) =>
      (of[ident] ?? []).map((value) => choices.find((choice) => choice.ident === value)?.text ?? value),
    );
  return {
    number: at + 1,
    text: question.text,
    answers: shown(answer),
    right: shown(right),
    score: score === undefined ? undefined : points(score),
    minScore: points(question.minScore),
    maxScore: points(question.maxScore),
    byHand: isScoredByHand(question)
      ? {
          points: `P${at}`,
          comment: `C${at}`,
          said: attempt.document.marks.find((mark) => mark.question === at)?.comment,
        }
      : undefined,
  };
}
