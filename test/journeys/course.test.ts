import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatSiteTime, GMT } from '../../src/time/site-time.ts';
import { describeInBrowser } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, HOST, sharedSite, TestClock } from '../support/site.ts';
import { alertIn, fillIn, heading, press, quiet, waysTo } from './people.ts';

/** A course of three dates that follow no rule, from its schedule by an integration to those who register for it. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LAB = 'Pump lab';

forProtocol('A course', (open) => {
  describeInBrowser('of three dates', (browser) => {
    const now = Math.floor(Date.now() / DAY) * DAY;
    const shared = sharedSite(open, { clock: new TestClock(now + 9 * HOUR) });
    const starts = [1, 3, 8].map((days) => now + days * DAY + 10 * HOUR);
    const told = (at: number) => formatSiteTime(at, GMT);
    const dates = starts.map((at) => `<startDate>${told(at)}</startDate>`).join('');

    /** A course with computers of the lab for each of its people. */
    const course = (name: string, schedule: string, computers: number) =>
      `<schedule>${schedule}<timeZoneID>20</timeZoneID><duration>90</duration></schedule>` +
      `<metaData><confName>${name}</confName></metaData>` +
      '<repeat><repeatType>MULTIPLE_SESSION</repeatType><occurenceType>IRREGULARLY</occurenceType></repeat>' +
      '<attendeeOptions><registration>true</registration><auto>true</auto>' +
      '<registrationPWD>pumps-2027</registrationPWD><maxRegistrations>2</maxRegistrations></attendeeOptions>' +
      `<handsOnLab><reserveHOL>true</reserveHOL><labName>${LAB}</labName><numComputers>${computers}</numComputers></handsOnLab>`;

    /** Whether so many computers are free while a session of the course takes place. */
    async function free(computers: number, at: number): Promise<string | undefined> {
      const answer = await shared().ok(
        'training.CheckLabAvailability',
        `<labName>${LAB}</labName><timeZoneID>20</timeZoneID><sessionStartTime>${told(at)}</sessionStartTime>` +
          `<sessionEndTime>${told(at + HOUR)}</sessionEndTime><numComputers>${computers}</numComputers>`,
        HOST,
      );
      return answer.value('availabilityLabs/status');
    }

    /** A question with one right answer, for a point. */
    const choice = (ident: string, asked: string, answers: readonly string[], right: number) =>
      `<item ident="${ident}"><presentation><material><mattext>${asked}</mattext></material>` +
      '<response_lid ident="R" rcardinality="Single"><render_choice>' +
      answers
        .map(
          (text, at) =>
            `<response_label ident="${at}"><material><mattext>${text}</mattext></material></response_label>`,
        )
        .join('') +
      '</render_choice></response_lid></presentation><resprocessing>' +
      '<outcomes><decvar varname="SCORE" vartype="Integer" defaultval="0" maxvalue="1"/></outcomes>' +
      `<respcondition><conditionvar><varequal respident="R">${right}</varequal></conditionvar>` +
      '<setvar action="Set" varname="SCORE">1</setvar></respcondition></resprocessing></item>';

    /** Somebody who is known by their registration id takes the test of the course. */
    async function takes(registrationID: string, answers: readonly string[]): Promise<void> {
      await using person = await browser.visit();
      const { page } = person;
      await page.goto(`${shared().url}/acme/tests.php?MK=${sessionKey}`);
      await fillIn(page, { 'Registration id': registrationID });
      await press(page, 'Show my tests');
      await press(page, 'Begin: About pumps');
      assert.equal(await heading(page), 'About pumps');
      for (const answer of answers) await page.getByLabel(answer, { exact: true }).check();
      await press(page, 'Submit the test');
      await page.getByText(/Submitted on/).waitFor();
      quiet(shared(), person);
    }

    let sessionKey = '';

    test('is scheduled with a lab, once for all of its dates', async () => {
      const site = shared();
      await site.ok('training.CreateLab', `<lab><labName>${LAB}</labName></lab>`, ADMIN);
      const created = await site.ok('training.CreateTrainingSession', course('Pumps', dates, 6), HOST);
      sessionKey = created.value('sessionkey') ?? '';
      for (const start of starts) assert.equal(await free(5, start), 'UNAVAILABLE', told(start));
      assert.equal(await free(4, starts[1] ?? 0), 'AVAILABLE');
      assert.equal(await free(10, (starts[1] ?? 0) + DAY), 'AVAILABLE');

      const second = course('Valves', `<startDate>${told((starts[2] ?? 0) + HOUR)}</startDate>`, 5);
      const refused = await site.call('training.CreateTrainingSession', second, HOST);
      assert.equal(refused.result, 'FAILURE');
      assert.match(refused.reason ?? '', /numComputers|computers/i);
      const list = await site.ok('training.LstsummaryTrainingSession', '', HOST);
      assert.deepEqual(
        list.texts('trainingSession/confName'),
        ['Pumps'],
        'nothing of the refused one is there',
      );
    });

    test('is registered for once, by the two who have a place', async () => {
      const site = shared();
      const { register } = await waysTo(site, sessionKey);
      await using anna = await browser.visit();
      await anna.page.goto(register);
      await fillIn(anna.page, {
        'First name': 'Anna',
        'Last name': 'Ampere',
        'E-mail address': 'Anna@Example.com',
        'Password that the host has given you': 'pumps',
      });
      await press(anna.page, 'Register');
      assert.match(await alertIn(anna.page), /password/);
      await fillIn(anna.page, { 'Password that the host has given you': 'pumps-2027' });
      await press(anna.page, 'Register');
      assert.equal(await heading(anna.page), 'You are registered');

      await using ben = await browser.visit({ javaScriptEnabled: false });
      await ben.page.goto(register);
      await fillIn(ben.page, {
        'First name': 'Ben',
        'Last name': 'Bernoulli',
        'E-mail address': 'ben@example.com',
        'Password that the host has given you': 'pumps-2027',
      });
      await press(ben.page, 'Register');
      assert.equal(await heading(ben.page), 'You are registered');

      await using late = await browser.visit();
      await late.page.goto(register);
      assert.equal(await heading(late.page), 'All places are taken');
      // The page that nobody can register on any more is answered with 409, which the console of a browser tells.
      quiet(site, anna, ben);
    });

    test('is listed on each of its dates, and shown with its people', async () => {
      const site = shared();
      for (const start of starts) {
        const scope =
          `<dateScope><startDateStart>${told(start - HOUR)}</startDateStart>` +
          `<startDateEnd>${told(start + HOUR)}</startDateEnd><timeZoneID>20</timeZoneID></dateScope>`;
        const short = await site.ok('training.LstsummaryTrainingSession', scope, HOST);
        assert.deepEqual(short.texts('trainingSession/startDate'), [told(start)]);
        const whole = await site.ok('training.LstTrainingSession', scope, HOST);
        assert.deepEqual(whole.texts('trainingSession/schedule/startDate'), [told(start)]);
      }
      const course = await site.ok(
        'training.GetTrainingSession',
        `<sessionKey>${sessionKey}</sessionKey>`,
        HOST,
      );
      assert.deepEqual(course.texts('schedule/startDate'), starts.map(told));
      assert.deepEqual(course.texts('attendees/participants/participant/person/email'), [
        'anna@example.com',
        'ben@example.com',
      ]);
    });

    test('has a test that both take, and one of them passes', async () => {
      const site = shared();
      const key = `<sessionKey>${sessionKey}</sessionKey>`;
      const questions =
        '<assessment ident="A" title="About pumps"><section ident="S">' +
        choice('I1', 'What does a pump move?', ['Light', 'Water'], 1) +
        choice('I2', 'What drives ours?', ['A motor', 'A horse'], 0) +
        '</section></assessment>';
      const uploaded = await site.ok(
        'training.UploadIMStest',
        '<display><allOnePage>TRUE</allOnePage></display><assignGrades>TRUE</assignGrades>' +
          `<questestinterop>${questions}</questestinterop>`,
        HOST,
      );
      const library = `<testID>${uploaded.value('testID')}</testID>`;
      const added = await site.ok('training.AddScheduledTest', library + key, HOST);
      const testID = `<testID>${added.value('testID')}</testID>`;
      const opens = site.clock.now() + HOUR;
      await site.ok(
        'training.SetScheduledTest',
        `${key}${testID}<deliveryMethod><website><startDate>${told(opens)}</startDate>` +
          `<dueDate>${told(opens + 9 * DAY)}</dueDate></website></deliveryMethod>` +
          '<timeLimit><withinMinutes>20</withinMinutes></timeLimit><attemptLimit><attemptTimes>1</attemptTimes></attemptLimit>',
        HOST,
      );
      site.clock.advance({ hours: 2 });
      const shown = await site.ok('training.GetTrainingSession', key, HOST);
      assert.deepEqual(
        ['title', 'delivery', 'status'].map((name) => shown.value(`test/${name}`)),
        ['About pumps', 'WEBSITE', 'STARTED'],
      );

      const list = await site.ok('attendee.LstMeetingAttendee', key, HOST);
      const [ofAnna = '', ofBen = ''] = list.texts('attendee/registerID');
      await takes(ofAnna, ['Water', 'A motor']);
      await takes(ofBen, ['Light', 'A motor']);
      const information = await site.ok('training.GetTestInformation', testID, HOST);
      assert.equal(information.value('numSubmitted'), '2');
      assert.equal(information.value('maxScore'), '2');
      const scores = information
        .texts('submittedTest/email')
        .map((email, at) => [email, information.texts('submittedTest/score')[at]]);
      assert.deepEqual(scores.toSorted(), [
        ['anna@example.com', '2'],
        ['ben@example.com', '1'],
      ]);
      const result = await site.ok(
        'training.GetIMStestResult',
        `${testID}<participantEmail>anna@example.com</participantEmail>`,
        HOST,
      );
      assert.match(result.text, /qti_result_report/);
    });

    test('takes its computers along when its dates change, and gives them back when it is over', async () => {
      const site = shared();
      const key = `<sessionKey>${sessionKey}</sessionKey>`;
      const [first = 0, , third = 0] = starts;
      const moved = [first, third + DAY].map((at) => `<startDate>${told(at)}</startDate>`).join('');
      await site.ok('training.SetTrainingSession', `<schedule>${moved}</schedule>${key}`, HOST);
      assert.equal(await free(10, third), 'AVAILABLE');
      assert.equal(await free(5, third + DAY), 'UNAVAILABLE');
      await site.ok('training.DelTrainingSession', key, HOST);
      assert.equal(await free(10, first), 'AVAILABLE');
    });
  });
});
