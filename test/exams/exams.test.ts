import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Candidate, GRACE, marked } from '../../src/exams/attempt.ts';
import { openExams } from '../../src/exams/exams.ts';
import type { TestQuestion } from '../../src/exams/question.ts';
import { type TestSchedule, USUAL_SCHEDULE } from '../../src/exams/scheduled-test.ts';
import {
  AttemptOver,
  NoAttemptLeft,
  type TestContent,
  TestNotFound,
  TestNotOpen,
  TestStarted,
} from '../../src/exams/test.ts';
import { RuleBroken } from '../../src/refusal.ts';
import { newDocument } from '../../src/sessions/scheduling.ts';
import { SessionNotFound } from '../../src/sessions/session.ts';
import { keptSite } from '../sessions/kept.ts';
import { forProtocol } from '../support/databases.ts';

/** Tests from the library to the last answer, with a clock that somebody turns. */

const MINUTE = 60_000;
const yes = () => {};
const anybody = async () => {};

const choice: TestQuestion = {
  ident: 'I1',
  text: 'Which?',
  responses: [
    {
      ident: 'R',
      kind: 'one',
      choices: [
        { ident: 'A', text: 'This' },
        { ident: 'B', text: 'That' },
      ],
    },
  ],
  rules: [
    {
      condition: { is: 'equal', response: 'R', value: 'B', anyCase: false, part: false },
      action: 'Set',
      points: 6,
      goesOn: false,
    },
  ],
  initialScore: 0,
  minScore: 0,
  maxScore: 6,
};
const essay: TestQuestion = {
  ...choice,
  ident: 'I2',
  text: 'Why?',
  responses: [{ ident: 'R', kind: 'essay', choices: [] }],
  rules: [],
  maxScore: 4,
};
const content: TestContent = {
  title: 'Doors',
  description: 'About doors',
  questions: [choice, essay],
  display: 'allOnePage',
  assignGrades: true,
};
const source = { attributes: { id: '1' }, content: '<a>&lt;\u2603</a>' };
const ann: Candidate = { email: 'Ann@example.com', name: 'Ann', registerID: 123456 };
const bob: Candidate = { email: 'bob@example.com', name: 'Bob', registerID: null };

forProtocol('the tests of trainings', (open) => {
  async function house() {
    const database = await open();
    const kept = await keptSite(database);
    const exams = openExams(database, kept.clock, kept.sessions);
    const host = await kept.host('hanna');
    const session = await kept.schedule(host, {
      service: 'TrainingCenter',
      document: newDocument(kept.site, host),
    });
    const testID = await exams.library.upload(kept.site, host, content, source);
    const judges = { session: yes, test: yes };
    const add = (...testIDs: readonly number[]) =>
      exams.scheduled.add(kept.site, session.sessionKey, testIDs, judges);
    const change = (id: number, schedule: Partial<TestSchedule>) =>
      exams.scheduled.change(kept.site, session.sessionKey, id, { ...USUAL_SCHEDULE, ...schedule }, yes);
    const now = () => kept.clock.now();
    const [id = 0] = await add(testID);
    /** A test on the website that has begun. */
    async function onWebsite(more: Partial<TestSchedule> = {}) {
      const startAt = now() + MINUTE;
      await change(id, {
        delivery: 'WEBSITE',
        startAt,
        dueAt: startAt + 60 * MINUTE,
        attempts: undefined,
        ...more,
      });
      kept.clock.advance({ minutes: 1 });
      return id;
    }
    const begin = (who = ann) => exams.attempts.begin(kept.site, id, who, anybody);
    const answer = (values: readonly string[], submits = false, who = ann) =>
      exams.attempts.answer(kept.site, id, who, new Map([[0, [values]]]), submits, anybody);
    const scheduled = async () => (await exams.scheduled.required(kept.site, id)).test;
    return { ...kept, exams, host, session, testID, id, add, change, onWebsite, begin, answer, scheduled };
  }

  test('are kept with their source, copied under a new number, and go', async () => {
    const { exams, site, host, testID } = await house();
    const { library } = exams;
    assert.deepEqual(await library.sourceOf(site, testID), source);
    const [copy = 0] = await library.copy(site, host, [testID], 'SHARE', yes);
    assert.notEqual(copy, testID);
    assert.deepEqual(
      (await library.of(site, host)).map((one) => [one.testID, one.library, one.title, one.authorWebExId]),
      [
        [testID, 'PRIVATE', 'Doors', 'hanna'],
        [copy, 'SHARE', 'Doors', 'hanna'],
      ],
    );
    await library.change(site, testID, { title: 'Windows' }, yes);
    assert.equal((await library.required(site, copy, yes)).title, 'Doors');
    assert.deepEqual((await library.required(site, testID, yes)).questions, content.questions);
    await assert.rejects(library.remove(site, [copy, 4711], yes), TestNotFound);
    await library.remove(site, [copy], yes);
    assert.equal((await library.of(site, host)).length, 1);
  });

  test('are those of one account and of one site', async () => {
    const { exams, site, sites, testID, id, session } = await house();
    const other = await sites.create({ siteName: 'other', siteID: 8_600_002, type: 3 });
    const { library, scheduled, attempts } = exams;
    await assert.rejects(library.required(other, testID, yes), TestNotFound);
    await assert.rejects(library.sourceOf(other, testID), TestNotFound);
    await assert.rejects(library.remove(other, [testID], yes), TestNotFound);
    await assert.rejects(scheduled.required(other, id), TestNotFound);
    await assert.rejects(scheduled.remove(other, session.sessionKey, [id], yes), SessionNotFound);
    await assert.rejects(attempts.begin(other, id, ann, anybody), TestNotFound);
    await assert.rejects(attempts.answer(other, id, ann, new Map(), true, anybody), TestNotFound);
    assert.deepEqual(await scheduled.find(other, {}), []);
    assert.equal((await scheduled.find(site, {})).length, 1);
    // What is of a session is in no library.
    await assert.rejects(library.required(site, id, yes), TestNotFound);
    await assert.rejects(library.remove(site, [id], yes), TestNotFound);
  });

  test('are added to a training once, as they are then', async () => {
    const { exams, site, testID, id, add, scheduled } = await house();
    await assert.rejects(add(testID), RuleBroken);
    await assert.rejects(add(4711), TestNotFound);
    await exams.library.change(site, testID, { title: 'Windows' }, yes);
    assert.equal((await scheduled()).title, 'Doors');
    await exams.library.remove(site, [testID], yes);
    assert.equal((await scheduled()).title, 'Doors');
    assert.deepEqual(await exams.library.sourceOf(site, id), source);
  });

  test('are of trainings alone, and go with them', async () => {
    const { exams, site, testID, id, schedule, host, sessions, session } = await house();
    const meeting = await schedule(host, {});
    const judges = { session: yes, test: yes };
    await assert.rejects(exams.scheduled.add(site, meeting.sessionKey, [testID], judges), SessionNotFound);
    await sessions.remove(site, session.sessionKey, yes);
    await assert.rejects(exams.scheduled.required(site, id), TestNotFound);
    assert.equal((await exams.library.required(site, testID, yes)).title, 'Doors');
  });

  test('are changed until they start, and taken off when nobody takes them', async () => {
    const { exams, site, session, onWebsite, change, clock, id, testID } = await house();
    await assert.rejects(change(id, { delivery: 'WEBSITE', startAt: 1, dueAt: 1 }), RuleBroken);
    await assert.rejects(change(id, { minutes: 0 }), RuleBroken);
    await change(testID, { attempts: 3 });
    await onWebsite();
    await assert.rejects(change(id, { attempts: 2 }), TestStarted);
    await assert.rejects(exams.scheduled.remove(site, session.sessionKey, [id], yes), TestStarted);
    clock.advance({ minutes: 60 });
    await assert.rejects(change(id, { attempts: 2 }), TestStarted);
    assert.equal((await exams.scheduled.find(site, { status: 'ENDED' })).length, 1);
    await exams.scheduled.remove(site, session.sessionKey, [id], yes);
    assert.deepEqual(await exams.scheduled.find(site, {}), []);
  });

  test('on the website are taken from their start until they are due', async () => {
    const { onWebsite, begin, answer, clock, change, id } = await house();
    const startAt = clock.now() + 10 * MINUTE;
    await change(id, { delivery: 'WEBSITE', startAt, dueAt: startAt + MINUTE });
    await assert.rejects(begin(), TestNotOpen);
    await onWebsite({ minutes: 90 });
    const attempt = await begin();
    assert.equal(attempt.endsAt, clock.now() + 60 * MINUTE, 'the test ends before the time of the attempt');
    await answer(['B']);
    clock.advance({ minutes: 60 });
    await assert.rejects(begin(bob), TestNotOpen);
  });

  test('in the session are taken while the host has them open and it runs', async () => {
    const { exams, site, session, sessions, begin, id, clock } = await house();
    const setOpen = (isOpen: boolean) => exams.scheduled.open(site, session.sessionKey, id, isOpen, yes);
    await assert.rejects(setOpen(true), TestNotOpen);
    await assert.rejects(begin(), TestNotOpen);
    await sessions.setLive(session, { startedAt: clock.now(), hostJoined: true, participantsJoined: true });
    await setOpen(true);
    const attempt = await begin();
    assert.equal(attempt.endsAt, undefined);
    await setOpen(false);
    clock.advance({ minutes: 1 });
    await assert.rejects(exams.attempts.answer(site, id, ann, new Map(), false, anybody), AttemptOver);
    await assert.rejects(begin(bob), TestNotOpen);
  });

  test('keep what was answered last, and add up to a score', async () => {
    const { exams, site, onWebsite, begin, answer, scheduled, id } = await house();
    await onWebsite();
    await begin();
    await answer(['A']);
    await exams.attempts.answer(site, id, ann, new Map([[1, [['Because of <b>it</b>']]]]), false, anybody);
    await answer(['B']);
    const submitted = await answer(['B'], true);
    const [kept] = await exams.attempts.ofCandidate(await scheduled(), { email: 'ANN@EXAMPLE.COM' });
    assert.deepEqual(kept?.document.answers, [[['B']], [['Because of <b>it</b>']]]);
    assert.equal(kept?.submittedAt, submitted.submittedAt);
    const mark = (points: number, question = 1) =>
      exams.attempts.mark(site, id, { attempt: kept?.id ?? 0, marks: [{ question, points }] }, anybody);
    assert.equal(marked(await scheduled(), kept as NonNullable<typeof kept>).score, undefined);
    await assert.rejects(mark(5), RuleBroken);
    await assert.rejects(mark(1, 0), RuleBroken);
    await assert.rejects(mark(1, 9), RuleBroken);
    await mark(2);
    const [scored] = await exams.attempts.of(await scheduled());
    assert.ok(scored);
    const { scores, score, maxScore, grade } = marked(await scheduled(), scored);
    assert.deepEqual([scores, score, maxScore, grade], [[6, 2], 8, 10, '80%']);
    await exams.attempts.mark(site, id, { attempt: scored.id, marks: [], grade: 'Well done' }, anybody);
    const [graded] = await exams.attempts.of(await scheduled());
    assert.equal(graded && marked(await scheduled(), graded).grade, 'Well done');
  });

  test('take nothing after the time of an attempt', async () => {
    const { onWebsite, begin, answer, clock, exams, scheduled } = await house();
    await onWebsite({ minutes: 10 });
    await begin();
    clock.advance({ minutes: 10 });
    await answer(['B']);
    clock.advance({ seconds: GRACE / 1000 + 1 });
    await assert.rejects(answer(['A']), AttemptOver);
    await assert.rejects(answer(['A'], true), AttemptOver);
    const [attempt] = await exams.attempts.of(await scheduled());
    assert.equal(attempt?.submittedAt, attempt?.endsAt);
    assert.deepEqual(attempt?.document.answers[0], [['B']]);
  });

  test('take nothing that is no answer, and nothing before the beginning', async () => {
    const { onWebsite, begin, answer } = await house();
    await onWebsite();
    await assert.rejects(answer(['A']), AttemptOver);
    await begin();
    await assert.rejects(answer(['A'], false, bob), AttemptOver);
    await assert.rejects(answer(['C']), RuleBroken);
    await assert.rejects(answer(['A', 'B']), RuleBroken);
    await assert.rejects(answer(['x'.repeat(20_001)]), RuleBroken);
  });

  test('are taken as often as they may be, also by somebody who begins many times at once', async () => {
    const { onWebsite, begin, answer, exams, scheduled } = await house();
    await onWebsite({ attempts: 2 });
    const together = await Promise.all(Array.from({ length: 6 }, () => begin()));
    assert.deepEqual(new Set(together.map(({ number }) => number)), new Set([1]));
    const submits = await Promise.allSettled(Array.from({ length: 4 }, () => answer(['A'], true)));
    assert.equal(submits.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await begin()).number, 2);
    await answer(['B'], true);
    const more = await Promise.allSettled(Array.from({ length: 4 }, () => begin()));
    for (const one of more) assert.ok(one.status === 'rejected' && one.reason instanceof NoAttemptLeft);
    assert.equal((await begin(bob)).number, 1);
    assert.equal((await exams.attempts.of(await scheduled())).length, 3);
  });
});
