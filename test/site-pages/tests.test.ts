import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { USUAL_SCHEDULE } from '../../src/exams/scheduled-test.ts';
import type { Site } from '../../src/sites/site.ts';
import { readTest } from '../../src/xml-api/training/qti/read-test.ts';
import { pageOf } from '../browser/follower.ts';
import { type Visit, Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { visitorAs } from '../url-api/portal.ts';
import { participants, scheduled } from '../xml-api/training/trainings.ts';

/** People who take a test, and those who try to get at what is not theirs: another's attempt, more time, what is right. */

const QUESTIONS =
  '<item ident="I1"><presentation><material><mattext>Which?</mattext></material><response_lid ident="R1" rcardinality="Single"><render_choice>' +
  '<response_label ident="WRONG"><material><mattext>Wall</mattext></material></response_label>' +
  '<response_label ident="RIGHT"><material><mattext>Door</mattext></material></response_label>' +
  '</render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="R1">RIGHT</varequal></conditionvar><setvar>5</setvar></respcondition></resprocessing></item>' +
  '<item ident="I2"><presentation><material><mattext>What?</mattext></material><response_str ident="R2"><render_fib/></response_str></presentation>' +
  '<resprocessing><respcondition><conditionvar><varequal respident="R2">Handle</varequal></conditionvar><setvar>5</setvar></respcondition></resprocessing></item>';
const HOUR = 3_600_000;
const yes = () => {};
const FORM = 'a-value-of-at-least-22-characters';

forProtocol('The pages of tests', (open) => {
  const shared = sharedSite(open);
  let acme: Site;
  /** Of a training with Ann and the account guest. */
  let MK = '';
  let TEST = '';
  let RID = '';

  before(async () => {
    acme = await shared().context.sites.required('acme');
  });

  beforeEach(async () => {
    await training();
  });

  async function training(
    more: Partial<typeof USUAL_SCHEDULE> = {},
    display: 'allOnePage' | 'onePerPage' = 'allOnePage',
  ) {
    const site = shared();
    const { accounts, exams, sessions } = site.context;
    MK = await scheduled(site, { more: participants('attendees', ['ann@example.com', 'guest@acme.com']) });
    const host = await accounts.required(acme, 'hostid');
    const source = { attributes: {}, content: QUESTIONS };
    const content = { ...readTest(source), display, assignGrades: true };
    const testID = await exams.library.upload(acme, host, content, source);
    const [added = 0] = await exams.scheduled.add(acme, Number(MK), [testID], { session: yes, test: yes });
    const startAt = site.clock.now();
    const onWebsite = {
      ...USUAL_SCHEDULE,
      delivery: 'WEBSITE',
      startAt,
      dueAt: startAt + 2 * HOUR,
      ...more,
    } as const;
    await exams.scheduled.change(acme, Number(MK), added, onWebsite, yes);
    TEST = String(added);
    const people = await sessions.attendeesOf(await sessions.required(acme, Number(MK)));
    RID = String(people.find(({ email }) => email === 'ann@example.com')?.registerID);
  }

  /** Somebody with a page of the site open. */
  function stranger(): Visitor {
    const visitor = new Visitor(shared().url);
    visitor.cookies.set('form', FORM);
    return visitor;
  }
  const guest = async () => {
    const visitor = await visitorAs(shared(), 'guest');
    visitor.cookies.set('form', FORM);
    return visitor;
  };
  const begin = (who: Visitor, rid?: string) =>
    who.post('/acme/tests.php', { MK, TEST, DO: 'BEGIN', FORM, ...(rid !== undefined && { RID: rid }) });
  const send = (who: Visitor, fields: Readonly<Record<string, string>>, rid?: string) =>
    who.post('/acme/test.php', { MK, TEST, FORM, ...(rid !== undefined && { RID: rid }), ...fields });
  const led = ({ target }: Visit) => target?.pathname.split('/').at(-1);
  const testsOf = (visit: Visit) => {
    const content = pageOf(visit)?.content;
    assert.ok(content?.page === 'tests', visit.text.slice(0, 200));
    return content;
  };
  const attempts = async () => {
    const { exams } = shared().context;
    return exams.attempts.of((await exams.scheduled.required(acme, Number(TEST))).test);
  };

  test('let somebody with a registration id take a test, and tell them the score', async () => {
    const ann = stranger();
    const row = testsOf(await ann.get('/acme/tests.php', { MK, RID })).tests[0];
    assert.deepEqual([row?.status, row?.attemptsLeft, row?.questions], ['STARTED', 1, 2]);
    assert.equal(led(await begin(ann, RID)), 'test.php');
    const page = await ann.get('/acme/test.php', { MK, TEST, RID });
    assert.equal(pageOf(page)?.content.page, 'test');
    assert.equal(led(await send(ann, { DO: 'SAVE', A0_0: '1', A1_0: 'x' }, RID)), 'test.php');
    const again = pageOf(await ann.get('/acme/test.php', { MK, TEST, RID }))?.content;
    assert.ok(again?.page === 'test');
    assert.deepEqual(
      again.questions.map(({ responses }) => [
        responses[0]?.choices.find(({ isChosen }) => isChosen)?.text,
        responses[0]?.value,
      ]),
      [
        ['Door', undefined],
        [undefined, 'x'],
      ],
    );
    assert.equal(led(await send(ann, { DO: 'SUBMIT', A0_0: '1', A1_0: 'handle' }, RID)), 'tests.php');
    const done = testsOf(await ann.get('/acme/tests.php', { MK, RID })).tests[0];
    assert.deepEqual(
      [done?.results[0]?.score, done?.results[0]?.maxScore, done?.results[0]?.grade],
      [10, 10, '100%'],
    );
    assert.equal(done?.begin, undefined);
  });

  test('show one question at a time where a test says so', async () => {
    await training({}, 'onePerPage');
    const who = await guest();
    await begin(who);
    const first = pageOf(await who.get('/acme/test.php', { MK, TEST }))?.content;
    assert.ok(first?.page === 'test');
    assert.deepEqual([first.questions.length, first.hasBack, first.hasNext], [1, false, true]);
    const next = await send(who, { SHOWN: '1', DO: 'NEXT', A0_0: '1' });
    assert.equal(next.target?.searchParams.get('PAGE'), '2');
    assert.equal(
      (await send(who, { SHOWN: '2', DO: 'BACK', A1_0: 'Handle' })).target?.searchParams.get('PAGE'),
      '1',
    );
    await send(who, { SHOWN: '1', DO: 'SUBMIT', A0_0: '1' });
    assert.deepEqual((await attempts())[0]?.document.answers, [[['RIGHT']], [['Handle']]]);
  });

  test('never say what is right', async () => {
    const who = await guest();
    await begin(who);
    for (const visit of [
      await who.get('/acme/test.php', { MK, TEST }),
      await who.get('/acme/tests.php', { MK }),
      await send(who, { DO: 'SUBMIT', A0_0: '0' }),
      await who.get('/acme/tests.php', { MK }),
      await who.get('/acme/answers.php', { MK, TEST, ATTEMPT: String((await attempts())[0]?.id) }),
      await who.get('/acme/results.php', { MK }),
    ]) {
      assert.doesNotMatch(visit.text, /RIGHT|Handle|varequal/i);
    }
    const answer = await shared().call('training.GetIMStestDetails', `<testID>${TEST}</testID>`, {
      siteName: 'acme',
      webExID: 'guest',
      password: 'P@ssword123',
    });
    assert.equal(answer.exceptionID, '000001');
  });

  test('know nobody by a number that is guessed, and stop those who guess', async () => {
    await begin(stranger(), RID);
    const thief = stranger();
    const wrong = Array.from({ length: 10 }, (_, at) => String(100_000 + at)).filter((one) => one !== RID);
    for (const one of wrong) {
      const page = testsOf(await thief.get('/acme/tests.php', { MK, RID: one }));
      assert.deepEqual([page.problem, page.candidate, page.tests], ['InvalidRegistrationID', undefined, []]);
    }
    await send(thief, { DO: 'SUBMIT', A0_0: '0' }, '999999');
    const page = testsOf(await thief.get('/acme/tests.php', { MK, RID }));
    assert.deepEqual([page.problem, page.candidate], ['TooManyGuesses', undefined]);
    assert.equal((await attempts())[0]?.submittedAt, undefined);
  });

  test("touch nobody else's attempt", async () => {
    const ann = stranger();
    await begin(ann, RID);
    await send(ann, { DO: 'SAVE', A0_0: '1' }, RID);
    const nobody = stranger();
    const host = await visitorAs(shared(), 'hostid');
    host.cookies.set('form', FORM);
    for (const who of [nobody, host, await guest()]) await send(who, { DO: 'SUBMIT', A0_0: '0' });
    const [attempt, ...others] = await attempts();
    assert.deepEqual(
      [attempt?.document.answers[0], attempt?.submittedAt, others],
      [[['RIGHT']], undefined, []],
    );
  });

  test('take a form of their own alone', async () => {
    const who = await guest();
    assert.equal(
      testsOf(await who.post('/acme/tests.php', { MK, TEST, DO: 'BEGIN' })).problem,
      'CSRFRequired',
    );
    await begin(who);
    const forged = await who.post('/acme/test.php', { MK, TEST, DO: 'SUBMIT', A0_0: '0' });
    assert.equal(forged.status, 403);
    assert.equal((await attempts())[0]?.submittedAt, undefined);
  });

  test('take nothing after the time, whatever the browser says', async () => {
    await training({ minutes: 10 });
    const who = await guest();
    await begin(who);
    await send(who, { DO: 'SAVE', A0_0: '1' });
    shared().clock.advance({ minutes: 10, seconds: 16 });
    assert.equal(led(await send(who, { DO: 'SAVE', A0_0: '0', ENDS: '0', MSLEFT: '99999' })), 'tests.php');
    assert.equal(led(await send(who, { DO: 'SUBMIT', A0_0: '0' })), 'tests.php');
    assert.equal(led(await who.get('/acme/test.php', { MK, TEST })), 'tests.php');
    const [attempt] = await attempts();
    assert.deepEqual(
      [attempt?.document.answers[0], attempt?.submittedAt === attempt?.endsAt],
      [[['RIGHT']], true],
    );
  });

  test('begin one attempt for somebody who asks for many at once', async () => {
    await training({ attempts: 2 });
    const who = await guest();
    await Promise.all(Array.from({ length: 6 }, () => begin(who)));
    assert.equal((await attempts()).length, 1);
    await send(who, { DO: 'SUBMIT' });
    await begin(who);
    await send(who, { DO: 'SUBMIT' });
    const refused = await Promise.all(Array.from({ length: 4 }, () => begin(who)));
    for (const visit of refused) assert.equal(testsOf(visit).problem, 'NoAttemptLeft');
    assert.equal((await attempts()).length, 2);
  });

  test('let nobody in whose registration was taken away', async () => {
    const who = await guest();
    await begin(who);
    await shared().ok(
      'attendee.DelMeetingAttendee',
      `<attendeeEmail><email>guest@acme.com</email><sessionKey>${MK}</sessionKey></attendeeEmail>`,
      { siteName: 'acme', webExID: 'hostid', password: 'P@ssword123' },
    );
    assert.equal(led(await send(who, { DO: 'SUBMIT', A0_0: '1' })), 'tests.php');
    assert.equal((await attempts())[0]?.submittedAt, undefined);
    assert.equal(testsOf(await who.get('/acme/tests.php', { MK })).candidate, undefined);
  });

  test('are those of one site and of one session', async () => {
    const ann = stranger();
    for (const visit of [
      await ann.get('/acme-basic/tests.php', { MK, RID }),
      await ann.post('/acme-basic/test.php', { MK, TEST, RID, FORM, DO: 'SUBMIT' }),
    ]) {
      assert.equal(visit.status, 404);
    }
    const [first, test] = [MK, TEST];
    await begin(ann, RID);
    const others = { MK: first, TEST: test };
    await training();
    assert.notEqual(MK, others.MK);
    const mixed = await ann.post('/acme/test.php', { MK, TEST: test, RID, FORM, DO: 'SUBMIT', A0_0: '0' });
    assert.equal(mixed.status, 404);
    TEST = test;
    assert.equal((await attempts())[0]?.submittedAt, undefined);
  });

  test('leave what no rule scores to whoever holds the session', async () => {
    const who = await guest();
    await begin(who);
    await send(who, { DO: 'SUBMIT', A0_0: '1' });
    const host = await visitorAs(shared(), 'hostid');
    host.cookies.set('form', FORM);
    const results = pageOf(await host.get('/acme/results.php', { MK }))?.content;
    assert.ok(results?.page === 'test-results');
    assert.deepEqual(
      results.tests[0]?.attempts.map(({ email, score, grade }) => [email, score, grade]),
      [['guest@acme.com', 5, '50%']],
    );
    const ATTEMPT = String((await attempts())[0]?.id);
    await host.post('/acme/answers.php', { MK, TEST, ATTEMPT, GRADE: 'Passed', FORM });
    assert.equal(testsOf(await who.get('/acme/tests.php', { MK })).tests[0]?.results[0]?.grade, 'Passed');
    const cheat = await who.post('/acme/answers.php', { MK, TEST, ATTEMPT, GRADE: 'A+', FORM });
    assert.equal(cheat.status, 404);
    assert.equal((await attempts())[0]?.document.grade, 'Passed');
  });
});
