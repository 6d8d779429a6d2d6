import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, GUEST, HOST, sharedSite, type TestSite } from '../../support/site.ts';
import { getTraining, participants, scheduled, setTraining } from './trainings.ts';

/** Tests as clients send them: uploaded, copied, given to a training, and what people have answered. */

const choice = (ident: string, text: string) =>
  `<response_label ident="${ident}"><material><mattext>${text}</mattext></material></response_label>`;
const QUESTIONS =
  '<assessment ident="A" title="Doors &amp; windows"><section ident="S">' +
  '<item ident="I1"><presentation><flow><material><mattext><![CDATA[<Which> opens & shuts?]]></mattext></material>' +
  `<response_lid ident="R1" rcardinality="Single"><render_choice>${choice('A', 'Wall')}${choice('B', 'Door')}</render_choice></response_lid></flow></presentation>` +
  '<resprocessing><outcomes><decvar maxvalue="6"/></outcomes><respcondition><conditionvar><varequal respident="R1">B</varequal></conditionvar><setvar action="Set" varname="SCORE">6</setvar></respcondition></resprocessing></item>' +
  '<item ident="I2"><presentation><material><mattext>Why? \u2603</mattext></material><response_str ident="R2"><render_fib prompt="Box"/></response_str></presentation>' +
  '<resprocessing><outcomes><decvar maxvalue="4"/></outcomes></resprocessing></item>' +
  '</section></assessment>';
const display = '<display><allOnePage>TRUE</allOnePage></display>';
const upload = (content = QUESTIONS, more = '<assignGrades>TRUE</assignGrades>') =>
  `${display}${more}<questestinterop xmlns:x="urn:x" x:by="us">${content}</questestinterop>`;
const id = (testID: string | undefined) => `<testID>${testID}</testID>`;
const key = (sessionKey: string) => `<sessionKey>${sessionKey}</sessionKey>`;
const limits =
  '<timeLimit><withinMinutes>30</withinMinutes></timeLimit><sendReport>true</sendReport><attemptLimit><attemptTimes>2</attemptTimes></attemptLimit>';
const onWebsite = (start: string, due: string) =>
  `<deliveryMethod><website><startDate>${start}</startDate><dueDate>${due}</dueDate><emailAttendee><invite>true</invite><beforeDays>2</beforeDays></emailAttendee></website></deliveryMethod>`;
const START = '03/10/2026 10:00:00';
const DUE = '03/20/2026 10:00:00';

const uploaded = async (site: TestSite) =>
  (await site.ok('training.UploadIMStest', upload(), HOST)).value('testID') ?? '';

forProtocol('the tests of trainings', (open) => {
  const site = sharedSite(open);

  async function given(people: readonly string[] = ['ann@example.com', 'bob@example.com']) {
    const testID = await uploaded(site());
    const sessionKey = await scheduled(site(), { more: participants('attendees', people) });
    const added = await site().ok('training.AddScheduledTest', id(testID) + key(sessionKey), HOST);
    return { testID, sessionKey, scheduledID: added.value('testID') ?? '' };
  }

  test('are uploaded, and given back whole', async () => {
    const testID = await uploaded(site());
    const details = await site().ok('training.GetIMStestDetails', id(testID), HOST);
    assert.ok(details.text.includes(QUESTIONS), details.text);
    assert.match(details.text, /<train:questestinterop xmlns:x="urn:x" x:by="us">/);
    const list = await site().ok('training.LstLibTests', '', HOST);
    const row = list.all('libTest').find((one) => one.children[0]?.text === testID);
    assert.deepEqual(
      row?.children.map(({ name, text }) => [name, text]),
      [
        ['testID', testID],
        ['type', 'PRIVATE'],
        ['title', 'Doors & windows'],
        ['description', ''],
        ['author', 'hostid'],
      ],
    );
  });

  test("bind the interface's prefixes where a client does not", async () => {
    const content =
      '<qtiasi:item><qtiasi:presentation><qtiasi:response_str ident="R"><qtiasi:render_fib/></qtiasi:response_str></qtiasi:presentation></qtiasi:item>';
    const { text } = await site().ok(
      'training.GetIMStestDetails',
      id((await site().ok('training.UploadIMStest', upload(content), HOST)).value('testID')),
      HOST,
    );
    assert.match(
      text,
      /xmlns:qtiasi="http:\/\/www\.webex\.com\/schemas\/2002\/06\/service\/trainingsessionqtiasi"/,
    );
    assert.doesNotMatch(text, /urn:undeclared/);
  });

  test('that nobody could take, or that are no XML, are refused by name', async () => {
    for (const [number, content, says] of [
      ['000909', upload('<assessment/>'), /questestinterop: has no item/],
      ['000909', upload('<item><presentation/></item>'), /questestinterop: item 1 asks for nothing/],
      [
        '000909',
        `<display><allOnePage>true</allOnePage><onePerPage>true</onePerPage></display><questestinterop>${QUESTIONS}</questestinterop>`,
        /display/,
      ],
      ['000901', `<display/><questestinterop>${QUESTIONS}</questestinterop>`, /display/],
      ['000901', display, /questestinterop/],
    ] as const) {
      const answer = await site().refused(number, 'training.UploadIMStest', content, HOST);
      assert.match(answer.reason ?? '', says);
    }
    const before = (await site().ok('training.LstLibTests', '', HOST)).all('libTest').length;
    for (const content of ['<item>', `${'<a>'.repeat(80)}${'</a>'.repeat(80)}`]) {
      assert.equal((await site().call('training.UploadIMStest', upload(content), HOST)).result, 'FAILURE');
    }
    assert.equal((await site().ok('training.LstLibTests', '', HOST)).all('libTest').length, before);
  });

  test('are copied under a new number, changed and taken out', async () => {
    const testID = await uploaded(site());
    const other = await site().person();
    await site().refused('060950', 'training.GetIMStestDetails', id(testID), other);
    const copy = await site().ok(
      'training.CopyLibTests',
      `${id(testID)}<copyToType>SHARE</copyToType>`,
      HOST,
    );
    const shared = copy.value('testID');
    assert.notEqual(shared, testID);
    await site().ok('training.GetIMStestDetails', id(shared), other);
    await site().refused('060950', 'training.GetIMStestDetails', id(shared), GUEST);
    await site().ok(
      'training.SetIMStest',
      `${id(testID)}<questestinterop><item ident="X" title="New"><presentation><response_str><render_fib/></response_str></presentation></item></questestinterop>`,
      HOST,
    );
    assert.match((await site().ok('training.GetIMStestDetails', id(testID), HOST)).text, /title="New"/);
    assert.match((await site().ok('training.GetIMStestDetails', id(shared), HOST)).text, /Doors/);
    await site().refused('000001', 'training.DelLibTests', id(shared), other);
    await site().ok('training.DelLibTests', id(shared));
    await site().refused('060950', 'training.DelLibTests', id(testID) + id(shared), HOST);
    await site().ok('training.GetIMStestDetails', id(testID), HOST);
  });

  test('are given to a training (the documented order), and scheduled in both documented forms', async () => {
    const { testID, sessionKey, scheduledID } = await given();
    const list = await site().ok('training.LstScheduledTests', key(sessionKey), HOST);
    assert.deepEqual(
      list.all('test')[0]?.children.map(({ name, text }) => [name, text]),
      [
        ['testID', scheduledID],
        ['title', 'Doors & windows'],
        ['delivery', 'IN_SESSION'],
        ['status', 'NOT_STARTED'],
        ['sessionKey', sessionKey],
      ],
    );
    const straight = `<deliveryMethod><startDate>${START}</startDate><dueDate>${DUE}</dueDate></deliveryMethod>`;
    for (const method of [straight, onWebsite(START, DUE)]) {
      await site().ok('training.SetScheduledTest', key(sessionKey) + id(testID) + method + limits, HOST);
    }
    const info = await site().ok('training.GetTestInformation', id(scheduledID), HOST);
    assert.deepEqual(
      info.bodyContents[0]?.children.map(({ name, text }) => [name, text]),
      [
        ['testID', scheduledID],
        ['title', 'Doors & windows'],
        ['delivery', 'WEBSITE'],
        ['status', 'NOT_STARTED'],
        ['dueDate', DUE],
        ['sessionKey', sessionKey],
        ['startDate', START],
        ['timeLimit', '30'],
        ['author', 'hostid'],
        ['numQuestions', '2'],
        ['numSubmitted', '0'],
        ['numStarted', '0'],
        ['numSubmittedUnscroed', '0'],
        ['numSubmittedUnscored', '0'],
        ['maxScore', '10'],
      ],
    );
    const found = async (filter: string) =>
      (await site().call('training.LstScheduledTests', key(sessionKey) + filter, HOST)).result;
    assert.equal(await found('<status>NOT_STARTED</status><author>HOSTID</author>'), 'SUCCESS');
    assert.equal(await found('<status>ENDED</status>'), 'FAILURE');
    assert.equal(await found('<author>admin</author>'), 'FAILURE');
    const scope = (from: string, to: string) =>
      `<dateScope><startDateStart>${from}</startDateStart><startDateEnd>${to}</startDateEnd></dateScope>`;
    assert.equal(await found(scope('03/10/2026 00:00:00', '03/11/2026 00:00:00')), 'SUCCESS');
    assert.equal(await found(scope('03/11/2026 00:00:00', '03/12/2026 00:00:00')), 'FAILURE');
    await site().ok('training.DelScheduledTest', id(testID) + key(sessionKey), HOST);
    await site().refused('060950', 'training.GetTestInformation', id(scheduledID), HOST);
  });

  test('are refused by the element that is wrong', async () => {
    const { sessionKey, scheduledID } = await given();
    const set = (rest: string) => key(sessionKey) + id(scheduledID) + rest;
    const session = '<deliveryMethod><session>TRUE</session></deliveryMethod>';
    for (const [number, content, says] of [
      ['000901', set(`<deliveryMethod/>${limits}`), /deliveryMethod/],
      ['000909', set(onWebsite(DUE, START) + limits), /dueDate/],
      ['000909', set(onWebsite(START, '31/31/2026') + limits), /dueDate/],
      [
        '000901',
        set(`${session}<timeLimit/><attemptLimit><noLimit>true</noLimit></attemptLimit>`),
        /timeLimit/,
      ],
      [
        '000905',
        set(
          `${session}<timeLimit><withinMinutes>0</withinMinutes></timeLimit><attemptLimit><noLimit>true</noLimit></attemptLimit>`,
        ),
        /withinMinutes/,
      ],
      ['060950', key(sessionKey) + id('4711') + session + limits, /testID/],
      ['060001', key('999999999') + id(scheduledID) + session + limits, /./],
    ] as const) {
      const answer = await site().refused(number, 'training.SetScheduledTest', content, HOST);
      assert.match(answer.reason ?? '', says);
    }
    await site().refused('060950', 'training.AddScheduledTest', id(scheduledID) + key(sessionKey), HOST);
  });

  test('are not changed once they have started, and tell what people have answered', async () => {
    const { sessionKey, scheduledID } = await given();
    await site().ok(
      'training.SetScheduledTest',
      key(sessionKey) + id(scheduledID) + onWebsite(START, DUE) + limits,
      HOST,
    );
    const now = site().clock.now();
    site().clock.turnTo(Date.UTC(2026, 2, 12));
    const set = key(sessionKey) + id(scheduledID) + onWebsite(START, DUE) + limits;
    await site().refused('060951', 'training.SetScheduledTest', set, HOST);
    await site().refused('060951', 'training.DelScheduledTest', id(scheduledID) + key(sessionKey), HOST);
    await site().refused(
      '000015',
      'training.GetIMStestResult',
      `${id(scheduledID)}<participantEmail>ann@example.com</participantEmail>`,
      HOST,
    );

    const { exams, sites } = site().context;
    const acme = await sites.required('acme');
    const ann = { email: 'ann@example.com', name: 'Ann', registerID: 123456 };
    const anybody = async () => {};
    await exams.attempts.begin(acme, Number(scheduledID), ann, anybody);
    site().clock.advance({ minutes: 5 });
    const answers = new Map([
      [0, [['B']]],
      [1, [['Because <b>&']]],
    ]);
    const attempt = await exams.attempts.answer(acme, Number(scheduledID), ann, answers, true, anybody);
    const info = await site().ok('training.GetTestInformation', id(scheduledID), HOST);
    assert.deepEqual(
      [
        'numSubmitted',
        'numStarted',
        'numSubmittedUnscroed',
        'submittedTest/score',
        'submittedTest/grade',
        'submittedTest/registerID',
      ].map((path) => info.value(path)),
      ['1', '0', '1', '6', '', '123456'],
    );
    await exams.attempts.mark(
      acme,
      Number(scheduledID),
      { attempt: attempt.id, marks: [{ question: 1, points: 3, comment: 'Nearly' }] },
      anybody,
    );
    const result = await site().ok(
      'training.GetIMStestResult',
      `${id(scheduledID)}<participantEmail>ANN@example.com</participantEmail>`,
      HOST,
    );
    const at = 'qti_result_report/result/';
    assert.deepEqual(
      [
        'context/name',
        'context/generic_identifier/identifier_string',
        'assessment_result/duration',
        'assessment_result/outcomes/score/score_value',
        'assessment_result/outcomes/score/score_max',
        'assessment_result/outcomes/grade/grade_value',
      ].map((path) => result.value(at + path)),
      ['Ann', 'ann@example.com', 'PT300S', '9', '10', '90%'],
    );
    const items = `${at}assessment_result/section_result/item_result/`;
    assert.deepEqual(result.texts(`${items}response/response_value`), ['B', 'Because <b>&']);
    assert.deepEqual(result.texts(`${items}response/response_form/correct_response`), ['B', '']);
    assert.deepEqual(result.texts(`${items}outcomes/score/score_value`), ['6', '3']);
    assert.deepEqual(result.texts(`${items}asi_metadata/asi_metadatafield/field_value`), ['Nearly']);
    await site().refused(
      '000001',
      'training.GetIMStestResult',
      `${id(scheduledID)}<participantEmail>ann@example.com</participantEmail>`,
      ADMIN,
    );
    site().clock.turnTo(now);
  });

  test('go with computers of a lab, which run out when a training is scheduled', async () => {
    const lab = await site().ok('training.CreateLab', '<lab><labName>Workshop</labName></lab>');
    const wish = (computers: number, labName = 'workshop') =>
      `<handsOnLab><reserveHOL>true</reserveHOL><labName>${labName}</labName><numComputers>${computers}</numComputers></handsOnLab>`;
    const dates = ['04/07/2026 10:00:00', '04/09/2026 13:00:00', '04/20/2026 08:00:00'];
    const irregular = '<repeatType>MULTIPLE_SESSION</repeatType><occurenceType>IRREGULARLY</occurenceType>';
    const course = await scheduled(site(), { startDates: dates, repeat: irregular, more: wish(8) });
    const period =
      '<labName>Workshop</labName><sessionStartTime>04/01/2026 00:00:00</sessionStartTime><sessionEndTime>05/01/2026 00:00:00</sessionEndTime>';
    const reserved = async () =>
      (await site().call('training.GetLabSchedule', period, HOST)).texts('scheduledLabs/sessionStartTime');
    assert.deepEqual(await reserved(), dates);
    assert.equal((await getTraining(site(), course)).value('handsOnLab/numComputers'), '8');
    const at = (date: string, computers: number, labName?: string) =>
      `<metaData><confName>Other</confName></metaData><schedule><startDate>${date}</startDate></schedule>${wish(computers, labName)}`;
    const full = await site().refused(
      '060941',
      'training.CreateTrainingSession',
      at('04/09/2026 13:30:00', 3),
      HOST,
    );
    assert.match(full.reason ?? '', /numComputers: at most 2 /);
    const unknown = await site().refused(
      '060940',
      'training.CreateTrainingSession',
      at('04/09/2026 13:30:00', 3, 'none'),
      HOST,
    );
    assert.match(unknown.reason ?? '', /labName/);
    await site().ok('training.CreateTrainingSession', at('04/08/2026 13:30:00', 10), HOST);
    await site().refused('060943', 'training.DelLab', `<labID>${lab.value('labID')}</labID>`);
    await setTraining(site(), course, { more: '<handsOnLab><reserveHOL>false</reserveHOL></handsOnLab>' });
    assert.equal((await reserved()).length, 1);
    await setTraining(site(), course, { more: wish(2) });
    assert.equal((await reserved()).length, 4);
    await site().ok('training.DelTrainingSession', key(course), HOST);
    assert.equal((await reserved()).length, 1);
  });
});
