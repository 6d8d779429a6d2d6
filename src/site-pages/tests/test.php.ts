/** test.php: an attempt at a test. What is right is no part of the page: the server alone knows it. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { sessionView } from '../../browser/meetings/session-view.ts';
import { isOwnForm, ownFormField } from '../../browser/own-form.ts';
import type { QuestionView, ResponseView } from '../../browser/pages/test-pages.ts';
import { parametersOf, sentFields } from '../../browser/parameters/declared.ts';
import { digits, key, word } from '../../browser/parameters/parameter.ts';
import { reasonOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { SentAnswers } from '../../exams/answers.ts';
import type { TestAttempt } from '../../exams/attempt.ts';
import type { QuestionResponse, TestQuestion } from '../../exams/question.ts';
import type { ScheduledTest } from '../../exams/scheduled-test.ts';
import { AttemptOver, TestNotFound } from '../../exams/test.ts';
import { RegistrationIDInvalid } from '../../policies/admission.ts';
import { judgeOfCandidate } from '../../policies/exam.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { candidateOf, type TestedSession, trainingOf } from './candidate.ts';
import { asked, points } from './tests.php.ts';

export const TEST = {
  MK: key('the training session'),
  RID: digits('the registration id of whoever takes the test'),
  TEST: key('the test'),
  PAGE: key('the question that is shown, counted from 1, where they are shown one at a time'),
  SHOWN: key('the question that was answered, in the same way'),
  DO: word('what happens with the answers', ['SAVE', 'BACK', 'NEXT', 'SUBMIT']),
};

interface Taking extends TestedSession {
  readonly test: ScheduledTest;
  readonly candidate: Attendee;
  readonly RID: string | undefined;
}

export async function testPhp(call: PageCall): Promise<FastifyReply> {
  const { MK, RID, TEST: testID, PAGE = 1, SHOWN = 1, DO } = parametersOf(call.request, TEST);
  const training = await trainingOf(call, MK);
  const overview = call.folder.page('tests.php', asked(training.session.sessionKey, RID));
  const candidate = await candidateOf(call, training, RID);
  if (!candidate) return redirect(call, overview);
  const { context, site } = call;
  const { test, session } = await context.exams.scheduled.required(site, testID ?? 0);
  if (session.id !== training.session.id) throw new TestNotFound(test.testID);
  const taking = { ...training, test, candidate, RID };
  if (call.request.method !== 'POST') {
    const attempt = (await context.exams.attempts.ofCandidate(test, candidate)).at(-1);
    if (!attempt || attempt.submittedAt !== undefined) return redirect(call, overview);
    return testPage(call, taking, attempt, PAGE);
  }
  if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  const shown = test.display === 'allOnePage' ? undefined : SHOWN - 1;
  try {
    const sent = answersIn(sentFields(call.request), test, shown);
    const judge = judgeOfCandidate(context.sessions, candidate);
    await context.exams.attempts.answer(site, test.testID, candidate, sent, DO === 'SUBMIT', judge);
  } catch (error) {
    const problem = reasonOf(error);
    if (problem === undefined || error instanceof RegistrationIDInvalid) throw error;
    if (error instanceof AttemptOver) return redirect(call, overview);
    return show(call, { page: 'error', status: 400, problem });
  }
  if (DO === 'SUBMIT') return redirect(call, overview);
  const step = DO === 'NEXT' ? 1 : DO === 'BACK' ? -1 : 0;
  const next = Math.min(test.questions.length, Math.max(1, SHOWN + step));
  return redirect(
    call,
    call.folder.page('test.php', {
      ...asked(training.session.sessionKey, RID, test.testID),
      ...(shown !== undefined && { PAGE: String(next) }),
    }),
  );
}

async function testPage(
  call: PageCall,
  taking: Taking,
  attempt: TestAttempt,
  PAGE: number,
): Promise<FastifyReply> {
  const { meeting, session, test, RID } = taking;
  const isPaged = test.display === 'onePerPage';
  const at = isPaged ? Math.min(test.questions.length, Math.max(1, PAGE)) : 1;
  const questions = test.questions
    .map((question, index) => questionView(question, index, attempt))
    .filter((_, index) => !isPaged || index === at - 1);
  return show(call, {
    page: 'test',
    session: await sessionView(call, meeting, false),
    title: test.title,
    questions,
    of: test.questions.length,
    form: {
      action: call.folder.address('test.php'),
      fields: {
        ...asked(session.sessionKey, RID, test.testID),
        ...(isPaged && { SHOWN: String(at) }),
        ...ownFormField(call),
      },
    },
    hasBack: isPaged && at > 1,
    hasNext: isPaged && at < test.questions.length,
    msLeft: attempt.endsAt === undefined ? undefined : Math.max(0, attempt.endsAt - call.context.clock.now()),
  });
}

/** Choices go by their places: their names may say which of them is right. */
function questionView(question: TestQuestion, at: number, { document }: TestAttempt): QuestionView {
  const answer = document.answers[at] ?? [];
  return {
    number: at + 1,
    text: question.text,
    points: points(question.maxScore),
    responses: question.responses.map((response, place) =>
      responseView(response, `A${at}_${place}`, answer[place] ?? []),
    ),
  };
}

function responseView(
  { kind, choices }: QuestionResponse,
  name: string,
  chosen: readonly string[],
): ResponseView {
  return {
    name,
    kind,
    value: kind === 'text' || kind === 'essay' ? chosen[0] : undefined,
    choices: choices.map(({ ident, text }, number) => ({
      name: kind === 'many' ? `${name}_${number}` : name,
      value: String(number),
      text,
      isChosen: chosen.includes(ident),
    })),
  };
}

/** @param shown the one question of the form, or nothing for all of them */
function answersIn(
  fields: Readonly<Record<string, string>>,
  { questions }: ScheduledTest,
  shown: number | undefined,
): SentAnswers {
  const answers = new Map<number, string[][]>();
  for (const [at, question] of questions.entries()) {
    if (shown !== undefined && shown !== at) continue;
    answers.set(
      at,
      question.responses.map((response, place) => valuesIn(fields, response, `A${at}_${place}`)),
    );
  }
  return answers;
}

function valuesIn(
  fields: Readonly<Record<string, string>>,
  { kind, choices }: QuestionResponse,
  name: string,
): string[] {
  const sent = fields[name];
  switch (kind) {
    case 'text':
    case 'essay':
      return sent === undefined ? [] : [sent];
    case 'one': {
      const chosen = /^\d+$/.test(sent ?? '') ? choices[Number(sent)] : undefined;
      return chosen ? [chosen.ident] : [];
    }
    case 'many':
      return choices.flatMap(({ ident }, number) =>
        fields[`${name}_${number}`] === undefined ? [] : [ident],
      );
  }
}
