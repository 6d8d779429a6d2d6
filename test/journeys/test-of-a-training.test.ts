import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatSiteTime, GMT } from '../../src/time/site-time.ts';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import { participants, scheduled } from '../xml-api/training/trainings.ts';
import { alertIn, fillIn, follow, press, quiet, signIn } from './people.ts';

/** A test with a question that no rule scores, from the way to it to what its host says of the answers. */

const HOUR = 3_600_000;
const CHOICES = [
  ['S', 'It stands'],
  ['T', 'It turns'],
]
  .map(([ident, text]) => `<response_label ident="${ident}">${text}</response_label>`)
  .join('');
const TEST =
  '<display><allOnePage>true</allOnePage></display><assignGrades>true</assignGrades><questestinterop><assessment title="Pumps and valves"><section>' +
  '<item ident="1"><presentation><flow><material><mattext>What does a pump do?</mattext></material>' +
  `<response_lid ident="A"><render_choice>${CHOICES}</render_choice></response_lid></flow></presentation>` +
  '<resprocessing><respcondition><conditionvar><varequal respident="A">T</varequal></conditionvar><setvar>6</setvar></respcondition></resprocessing></item>' +
  '<item ident="2"><presentation><flow><material><mattext>Why does it turn?</mattext></material>' +
  '<response_str ident="B"><render_fib prompt="Box"/></response_str></flow></presentation>' +
  '<resprocessing><outcomes><decvar maxvalue="4"/></outcomes></resprocessing></item>' +
  '</section></assessment></questestinterop>';

forProtocol('A test', (open) => {
  describeInBrowser('of a training', (browser) => {
    const shared = sharedSite(open);
    const told = (at: number) => formatSiteTime(at, GMT);

    async function registrationIDs(sessionKey: string) {
      const { sessions, sites } = shared().context;
      const session = await sessions.required(await sites.required('acme'), Number(sessionKey));
      const people = await sessions.attendeesOf(session);
      const idOf = (name: string) => String(people.find(({ email }) => email.startsWith(name))?.registerID);
      return { anna: idOf('anna'), ben: idOf('ben') };
    }

    test('is taken by two people, one with scripts and one without, and scored by its host', async () => {
      const site = shared();
      const attendees = participants('attendees', ['anna@example.com', 'ben@example.com']);
      const sessionKey = await scheduled(site, {
        confName: 'Pumps',
        schedule: '<timeZoneID>20</timeZoneID>',
        more: attendees,
      });
      const ids = await registrationIDs(sessionKey);
      const uploaded = await site.ok('training.UploadIMStest', TEST, HOST);
      const key = `<sessionKey>${sessionKey}</sessionKey>`;
      const added = await site.ok(
        'training.AddScheduledTest',
        `<testID>${uploaded.value('testID')}</testID>${key}`,
        HOST,
      );
      const testID = `<testID>${added.value('testID')}</testID>`;
      const [start, due] = [-1, 1].map((hours) => told(site.clock.now() + hours * HOUR));
      await site.ok(
        'training.SetScheduledTest',
        `${key}${testID}<deliveryMethod><website><startDate>${start}</startDate><dueDate>${due}</dueDate></website></deliveryMethod>` +
          '<timeLimit><withinMinutes>20</withinMinutes></timeLimit><attemptLimit><attemptTimes>1</attemptTimes></attemptLimit>',
        HOST,
      );
      const page = `${site.url}/acme/e.php?AT=SINF&MK=${sessionKey}`;

      await using anna = await browser.visit();
      await anna.page.goto(page);
      await follow(anna.page, 'Tests');
      await fillIn(anna.page, { 'Registration id': ids.ben === '111111' ? '111112' : '111111' });
      await press(anna.page, 'Show my tests');
      assert.match(await alertIn(anna.page), /registration ID is not valid/);
      await fillIn(anna.page, { 'Registration id': ids.anna });
      await press(anna.page, 'Show my tests');
      await press(anna.page, 'Begin: Pumps and valves');
      await takenOver(anna.page);
      const saved = anna.page.getByText('Your answers are saved.');
      await anna.page.getByLabel('It turns', { exact: true }).check();
      await saved.waitFor();
      // What was acknowledged is there, whatever becomes of the page.
      await anna.page.reload();
      await takenOver(anna.page);
      assert.ok(await anna.page.getByLabel('It turns', { exact: true }).isChecked());
      assert.match(await anna.page.getByRole('timer').innerText(), /^(20:00|19:\d\d) left$/);
      await anna.page.getByLabel('Your answer: Why does it turn?').fill('Because of the motor.');
      await press(anna.page, 'Submit the test');
      await anna.page.getByText('Your host tells you the score.').waitFor();
      assert.equal(await anna.page.getByRole('button', { name: /^Begin/ }).count(), 0);

      await using ben = await browser.visit({ javaScriptEnabled: false });
      await ben.page.goto(`${site.url}/acme/tests.php?MK=${sessionKey}&RID=${ids.ben}`);
      await press(ben.page, 'Begin: Pumps and valves');
      await ben.page.getByLabel('It stands', { exact: true }).check();
      await press(ben.page, 'Save');
      assert.ok(await ben.page.getByLabel('It stands', { exact: true }).isChecked());
      await press(ben.page, 'Submit the test');

      await using host = await browser.visit();
      await host.page.goto(`${site.url}/acme/results.php?MK=${sessionKey}`);
      await signIn(host.page);
      for (const [name, points] of [
        ['anna@example.com', '4'],
        ['ben@example.com', '0'],
      ] as const) {
        await follow(host.page, `Answers of ${name}`);
        await fillIn(host.page, { 'Points (up to 4) (optional)': points });
        await press(host.page, 'Save the score');
      }
      await anna.page.reload();
      await anna.page.getByText('10 of 10 points (100%)').waitFor();
      await ben.page.reload();
      await ben.page.getByText('0 of 10 points (0%)').waitFor();
      const info = await site.ok('training.GetTestInformation', testID, HOST);
      assert.deepEqual(
        ['name', 'email', 'score', 'grade', 'registerID'].map((name) => info.texts(`submittedTest/${name}`)),
        [
          ['anna@example.com', 'ben@example.com'],
          ['anna@example.com', 'ben@example.com'],
          ['10', '0'],
          ['100%', '0%'],
          [ids.anna, ids.ben],
        ],
      );
      const result = await site.ok(
        'training.GetIMStestResult',
        `${testID}<participantEmail>anna@example.com</participantEmail>`,
        HOST,
      );
      const answers =
        'qti_result_report/result/assessment_result/section_result/item_result/response/response_value';
      assert.deepEqual(result.texts(answers), ['T', 'Because of the motor.']);
      quiet(site, anna, ben, host);
    });
  });
});
