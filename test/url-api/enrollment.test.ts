import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import { planned } from '../xml-api/event/planned.ts';
import { visitorAs } from './portal.ts';

/** Enrolling in an event: the form and its rules on the page and by operation, what decides, and what strangers learn. */

const FORM =
  '<enrollmentForm><standardFields><company><req>true</req></company><phone><incl>false</incl></phone></standardFields>' +
  '<customFields><textBox><label>Why?</label><req>true</req></textBox>' +
  '<checkBoxGroup><label>Which days?</label><checkBox><label>Monday</label><score>1</score></checkBox>' +
  '<checkBox><label>Tuesday</label><score>2.5</score><state>SELECTED</state></checkBox></checkBoxGroup>' +
  '<optionButtonGroup><label>Lunch?</label><choice><label>Yes</label></choice><choice><label>No</label></choice></optionButtonGroup>' +
  '<dropDownGroup><label>How many?</label><choice><label>One</label></choice><choice><label>Many</label><score>10</score></choice></dropDownGroup>' +
  '</customFields></enrollmentForm>';

const ANN = { FN: 'Ann', LN: 'Archer', EM: 'ann@example.com', CY: 'Example Ltd', Q1: 'Because' };

forProtocol('Enrolling in an event', (open) => {
  const site = sharedSite(open);

  const enroll = (MK: string, fields: Record<string, string> = {}, visitor = new Visitor(site().url)) =>
    visitor.post('/acme/m.php', { AT: 'EN', MK, ASKED: '1', ...ANN, ...fields });
  const rules = (...all: string[]) =>
    `<enrollment><approvalRules>${all.map((one) => `<rule>${one}</rule>`).join('')}</approvalRules></enrollment>`;
  const statuses = async (key: string) => {
    const answer = await site().call('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    return Object.fromEntries(
      answer.all('attendee').map(({ children }) => {
        const person = children.find(({ name }) => name === 'person');
        const text = (name: string, from = children) => from.find((one) => one.name === name)?.text ?? '';
        return [text('email', person?.children), text('joinStatus')];
      }),
    );
  };

  test('the form asks what the event asks, in boxes, buttons and lists', async () => {
    const key = await planned(site(), { more: FORM });
    const { text } = await new Visitor(site().url).get('/acme/m.php', { AT: 'GF', MK: key });
    for (const part of [
      'name="Q1"',
      'name="Q2_1"',
      'name="Q2_2"',
      'type="radio" name="Q3"',
      '<select',
      'name="CY"',
    ]) {
      assert.ok(text.includes(part) || part.startsWith('type'), part);
    }
    assert.match(text, /type="radio"[^>]*name="Q3"/);
    assert.doesNotMatch(text, /name="PH"/);
    assert.match(text, /name="Q2_2"[^>]*checked/);
    assert.doesNotMatch(text, /name="Q2_1"[^>]*checked/);
  });

  test('answers are kept, scored and told with their questions', async () => {
    const key = await planned(site(), { more: FORM });
    const answers = { Q2_1: '1', Q2_2: '2', Q3: '2', Q4: '2', QS: '1', SourceId: 'spring-mail', NE: '40' };
    const page = await enroll(key, answers);
    assert.match(page.text, /waits for approval/);
    const info = await site().ok('attendee.GetEnrollmentInfo', `<sessionKey>${key}</sessionKey>`, HOST);
    const fields = info.all('session/attendee/enrollFields/customFields/field');
    assert.deepEqual(
      fields.map(({ children }) => children.map(({ text }) => text)),
      [
        ['Why?', 'Because'],
        ['Which days?', 'Monday, Tuesday'],
        ['Lunch?', 'No'],
        ['How many?', 'Many'],
      ],
    );
    const told = (name: string) => info.value(`session/attendee/enrollFields/defaultFields/${name}`);
    assert.equal(told('leadScore'), '13.5');
    assert.equal(told('leadSourceID'), 'spring-mail');
    assert.equal(told('numEmployees'), '40');
    assert.equal(info.value('session/attendee/status'), 'PENDING');
    await enroll(key, { EM: 'bob@example.com', Q4: '1', QS: '1', SourceId: 'spring-mail' });
    const stats = `<sessionKey>${key}</sessionKey><attendeeStats>true</attendeeStats>`;
    const row = await site().ok('event.LstsummaryEvent', stats, HOST);
    const count = (name: string) => row.value(`event/attendeeCount/${name}`);
    assert.equal(count('estEnrollment'), '2');
    assert.equal(count('source/leadSourceID'), 'spring-mail');
    assert.equal(count('source/count'), '2');
    assert.equal(Number(count('source/avgLeadScore')), 6.75);
  });

  test('every question and its rule is held, on the page and by operation, and nothing is written', async () => {
    const key = await planned(site(), { more: FORM });
    const broken: readonly Record<string, string>[] = [
      { Q1: '' },
      { CY: '' },
      { Q3: '3' },
      { Q4: 'Several' },
      { Q2_1: '99' },
      { Q1: 'two\nlines' },
      { Q1: 'x'.repeat(2_001) },
    ];
    for (const fields of broken) {
      const page = await enroll(key, fields);
      assert.match(page.text, /class="[^"]*problem|role="alert"/, JSON.stringify(fields).slice(0, 60));
    }
    const person = (more: string) =>
      `<attendees><person><name>Ann</name><email>ann@example.com</email>${more}</person><joinStatus>REGISTER</joinStatus><sessionKey>${key}</sessionKey></attendees>`;
    const other = await site().person();
    for (const caller of [HOST, other]) {
      const without = await site().refused('000909', 'attendee.RegisterMeetingAttendee', person(''), caller);
      assert.match(without.reason ?? '', /company: is required/);
      const unanswered = await site().refused(
        '000909',
        'attendee.RegisterMeetingAttendee',
        person('<company>Example</company>'),
        caller,
      );
      assert.match(unanswered.reason ?? '', /Why\?: is required/);
    }
    assert.deepEqual(await statuses(key), {});
    // Who only accepts is asked nothing: a client of ding's kind brings people of its own.
    const accepted = person('').replace('REGISTER', 'ACCEPT');
    await site().ok('attendee.RegisterMeetingAttendee', accepted, HOST);
    assert.deepEqual(await statuses(key), { 'ann@example.com': 'ACCEPT' });
  });

  describe('is decided by rules, and else by the host', () => {
    const COMPANY = '<enrollFieldID>-4</enrollFieldID>';

    test('the first rule that holds approves or rejects', async () => {
      const key = await planned(site(), {
        more: rules(
          `${COMPANY}<condition>BEGINS_WITH</condition><queryField>Friend</queryField><action>APPROVE</action>`,
          '<condition>ENDS_WITH</condition><queryField>@rival.example</queryField>',
        ),
      });
      assert.match(
        (await enroll(key, { CY: 'friends inc', EM: 'f@rival.example' })).text,
        /You are enrolled/,
      );
      assert.match((await enroll(key, { EM: 'spy@RIVAL.example' })).text, /was not accepted/);
      assert.match((await enroll(key, { EM: 'other@example.com' })).text, /waits for approval/);
      assert.deepEqual(await statuses(key), {
        'f@rival.example': 'ACCEPT',
        'spy@rival.example': 'REJECT',
        'other@example.com': 'REGISTER',
      });
    });

    test('one whom a rule turned away may answer otherwise, one whom the host turned away may not', async () => {
      const key = await planned(site(), { more: rules(`${COMPANY}<queryField>Rival</queryField>`) });
      assert.match((await enroll(key, { CY: 'Rival' })).text, /was not accepted/);
      assert.match((await enroll(key, { CY: 'Friend' })).text, /waits for approval/);
      const host = await visitorAs(site(), 'hostid');
      const page = await host.get('/acme/registrants.php', { MK: key });
      assert.match(page.text, /Ann Archer/);
      const PERSON = /name="PERSON" value="(\d+)"/.exec(page.text)?.[1] ?? '';
      const FORM = host.cookies.get('form') ?? '';
      await host.post('/acme/registrants.php', { FORM, MK: key, PERSON, DO: 'REJECT' });
      assert.deepEqual(await statuses(key), { 'ann@example.com': 'REJECT' });
      assert.match((await enroll(key, { CY: 'Friend' })).text, /was not accepted/);
      await host.post('/acme/registrants.php', { FORM, MK: key, PERSON, DO: 'ACCEPT' });
      assert.deepEqual(await statuses(key), { 'ann@example.com': 'ACCEPT' });
      // Let in against a rule, and thrown out again: that was the host.
      const rival = { EM: 'rita@example.com', CY: 'Rival' };
      assert.match((await enroll(key, rival)).text, /was not accepted/);
      const people = (await host.get('/acme/registrants.php', { MK: key })).text;
      const RITA = [...people.matchAll(/name="PERSON" value="(\d+)"/g)]
        .map(([, id]) => id)
        .find((id) => id !== PERSON);
      for (const DO of ['ACCEPT', 'REJECT']) {
        await host.post('/acme/registrants.php', { FORM, MK: key, PERSON: RITA ?? '', DO });
      }
      assert.match((await enroll(key, { ...rival, CY: 'Friend' })).text, /was not accepted/);
      assert.equal((await statuses(key))['rita@example.com'], 'REJECT');
    });

    test('without need of approval everybody is in, and comes in by the number', async () => {
      const key = await planned(site(), {
        more: '<enrollment><approvalReq>false</approvalReq><idReq>true</idReq></enrollment>',
      });
      const page = await enroll(key);
      assert.match(page.text, /You are enrolled/);
      const RID = /class="shown-value">(\d+)</.exec(page.text)?.[1] ?? '';
      assert.match(RID, /^\d{6}$/);
      const door = await new Visitor(site().url).get('/acme/m.php', { AT: 'JM', MK: key });
      assert.match(door.text, /name="RID"/);
    });
  });

  test('a password, a limit and the end are held', async () => {
    const key = await planned(site(), {
      more:
        '<enrollment><passwordReq>true</passwordReq><password>s3same</password></enrollment>' +
        '<extOptions><enrollmentNumber>1</enrollmentNumber></extOptions>',
    });
    const form = await new Visitor(site().url).get('/acme/m.php', { AT: 'GF', MK: key });
    assert.match(form.text, /name="PW"/);
    await enroll(key);
    await enroll(key, { PW: 'wrong' });
    assert.deepEqual(await statuses(key), {});
    assert.match((await enroll(key, { PW: 's3same' })).text, /waits for approval/);
    const full = await enroll(key, { PW: 's3same', EM: 'late@example.com' });
    assert.equal(full.status, 409);
    assert.deepEqual(Object.keys(await statuses(key)), ['ann@example.com']);
    const over = await planned(site());
    site().clock.advance({ days: 400 });
    assert.equal((await enroll(over)).status, 409);
    site().clock.advance({ days: -400 });
  });

  test('the host closes enrollment, and opens it again', async () => {
    const key = await planned(site());
    const host = await visitorAs(site(), 'hostid');
    await host.get('/acme/m.php', { AT: 'CR', MK: key, RG: '0' });
    assert.equal((await enroll(key)).status, 409);
    await host.get('/acme/m.php', { AT: 'CR', MK: key, RG: '1', AA: '1' });
    assert.match((await enroll(key)).text, /You are enrolled/);
  });

  test('people are sent to the page that the event names, or its program', async () => {
    const { sites, accounts, programs } = site().context;
    const acme = await sites.required('acme');
    const owner = await accounts.required(acme, 'hostid');
    const wish = {
      name: 'Tour',
      listStatus: 'PUBLIC',
      afterEnrollmentURL: 'https://program.example/thanks',
    } as const;
    const { id } = await programs.create(acme, owner, wish);
    const own = await planned(site(), {
      programID: id,
      more: '<enrollment><endURLAfterEnroll>www.event.example/thanks</endURLAfterEnroll></enrollment>',
    });
    assert.equal((await enroll(own)).location, 'http://www.event.example/thanks');
    const ofProgram = await planned(site(), { programID: id });
    assert.equal((await enroll(ofProgram)).location, 'https://program.example/thanks');
  });

  test('a stranger learns nothing from the address of somebody who is there, whatever decides', async () => {
    const approving =
      '<enrollFieldID>-4</enrollFieldID><queryField>Friend</queryField><action>APPROVE</action>';
    const rejecting = '<enrollFieldID>-4</enrollFieldID><queryField>Rival</queryField>';
    const there = '<attendees><attendee><email>there@example.com</email></attendee></attendees>';
    const key = await planned(site(), { more: there + rules(approving, rejecting) });
    const told = async (EM: string, CY: string) => {
      const { status, text } = await enroll(key, { EM, CY });
      return [
        status,
        text
          // Everybody is given a token of their own for the forms of the page.
          .replaceAll(/(name="FORM" value=|"FORM":)"[^"]*"/g, '')
          .replaceAll(/\d{6,}/g, 'N')
          .replaceAll(EM, 'E')
          .replaceAll(encodeURIComponent(EM), 'E'),
      ];
    };
    for (const [at, CY] of ['Friend', 'Rival', 'Other'].entries()) {
      assert.deepEqual(await told('there@example.com', CY), await told(`new${at}@example.com`, CY), CY);
    }
    assert.equal((await statuses(key))['there@example.com'], 'INVITE');
  });
});
