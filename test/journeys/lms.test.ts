import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { endsForEveryone } from './people.ts';
import { hears, sees } from './senses.ts';

/**
 * The whole way of a learning platform, as Moodle's plugin goes it: a teacher is signed in by a ticket, begins their
 * meeting, a student joins with its password, they see and hear each other, and everybody ends up back on the platform.
 */

const TEACHER = { siteName: 'acme', webExID: 'hostid', password: PASSWORD };

/** The plugin takes the address apart as text: each of the two stands in it once. */
function asMoodleDoes(loginURL: string, backURL: string, target: string): string {
  assert.equal(loginURL.split('&BU=').length, 2);
  assert.equal(loginURL.split('&MU=GoBack').length, 2);
  return loginURL
    .replace('&BU=', `&BU=${encodeURIComponent(backURL)}`)
    .replace('&MU=GoBack', `&MU=${encodeURIComponent(target)}`)
    .replaceAll('+', '%2B');
}

forProtocol('A learning platform', (open) => {
  describeInBrowser('sends its people', (browser) => {
    // Browsers and leases read the clock of the machine.
    const shared = sharedSite(open, { clock: 'now' });
    let platform: Server | undefined;
    let origin = '';

    before(async () => {
      platform = createServer((request, response) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        const query = new URL(request.url ?? '', 'http://platform').search.slice(1);
        response.end(
          `<!DOCTYPE html><title>Course</title><p id="query">${query.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`)}</p>`,
        );
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => platform?.once('listening', resolve));
      origin = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
      await shared().context.sites.change('acme', { settings: { urlAPI: { backURLs: [origin] } } });
    });
    after(() => platform?.close());

    const results = (page: Page) => page.locator('#query').innerText();

    async function schedule(): Promise<string> {
      const answer = await shared().ok(
        'meeting.CreateMeeting',
        '<accessControl><meetingPassword>s3cret</meetingPassword></accessControl>' +
          '<metaData><confName>Algebra &amp; more</confName></metaData>' +
          '<schedule><startDate>01/04/2027 09:00:00</startDate><duration>45</duration></schedule>',
        TEACHER,
      );
      return answer.value('meetingkey') ?? '';
    }

    const status = async (key: string) => {
      const answer = await shared().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, TEACHER);
      return ['status', 'hostJoined', 'participantsJoined'].map((name) => answer.value(name));
    };

    test('to the meeting and gets them back', async () => {
      const site = shared();
      const key = await schedule();
      const login = await site.ok('user.GetloginurlUser', '<webExID>hostid</webExID>', TEACHER);
      const done = `${origin}/view?id=5&done=1`;
      const start = `${site.url}/acme/m.php?AT=HM&MK=${key}&BU=${encodeURIComponent(done)}`;
      const way = asMoodleDoes(login.value('userLoginURL') ?? '', `${origin}/view?id=5`, start);

      await using teacher = await browser.visit();
      await teacher.page.goto(way);
      assert.equal(new URL(teacher.page.url()).pathname, '/acme/room.php');
      assert.equal(await teacher.page.getByRole('heading', { level: 1 }).innerText(), 'Algebra & more');
      assert.deepEqual(await status(key), ['INPROGRESS', 'true', 'false']);
      const open = await site.ok('ep.LstOpenSession', '', TEACHER);
      assert.ok(open.texts('services/sessions/sessionKey').includes(key));

      const join = await site.ok(
        'meeting.GetjoinurlMeeting',
        `<sessionKey>${key}</sessionKey><attendeeName>Stella Student</attendeeName>` +
          '<attendeeEmail>stella@example.com</attendeeEmail><meetingPW>s3cret</meetingPW>',
        TEACHER,
      );
      const back = `&BU=${encodeURIComponent(`${origin}/view?id=5`)}`;
      await using student = await browser.visit();
      await student.page.goto((join.value('joinMeetingURL') ?? '') + back);
      assert.equal(new URL(student.page.url()).pathname, '/acme/room.php');
      // Both see both, the teacher without doing anything.
      await teacher.page.getByText('Stella Student').first().waitFor();
      await student.page.getByText('Holly Host').first().waitFor();
      assert.deepEqual(await status(key), ['INPROGRESS', 'true', 'true']);

      // The links lead straight in, with everything off; a press each, and they see and hear each other.
      const turnOn = async ({ page }: Visit) => {
        await page.getByRole('button', { name: 'Unmute', exact: true }).click();
        await page.getByRole('button', { name: 'Start picture', exact: true }).click();
      };
      await turnOn(teacher);
      await Promise.all([sees(student.page, 'Picture of Holly Host'), hears(student.page)]);
      await turnOn(student);
      await Promise.all([sees(teacher.page, 'Picture of Stella Student'), hears(teacher.page)]);

      await student.page.getByRole('button', { name: 'Leave' }).click();
      await student.page.waitForURL(`${origin}/**`);
      assert.equal(await results(student.page), 'id=5&AT=JM&ST=SUCCESS');

      await endsForEveryone(teacher.page);
      await teacher.page.waitForURL(`${origin}/**`);
      assert.equal(await results(teacher.page), 'id=5&done=1&AT=HM&ST=SUCCESS');
      assert.deepEqual(await status(key), ['NOT_INPROGRESS', 'false', 'false']);
      assert.deepEqual([...teacher.complaints, ...student.complaints], []);
    });

    test('with a ticket that is used, and hears of it', async () => {
      const login = await shared().ok('user.GetloginurlUser', '<webExID>hostid</webExID>', TEACHER);
      const way = asMoodleDoes(
        login.value('userLoginURL') ?? '',
        `${origin}/view?id=5`,
        `${shared().url}/acme/`,
      );
      await using first = await browser.visit();
      await first.page.goto(way);
      await using second = await browser.visit();
      await second.page.goto(way);
      assert.equal(await results(second.page), 'id=5&AT=LI&WID=hostid&ST=FAIL&RS=InvalidTicket');
    });

    test('who are asked when a page that nobody has listed sends them', async () => {
      const site = shared();
      const key = await schedule();
      // The same machine by another name is another site to a browser.
      const elsewhere = origin.replace('127.0.0.1', 'localhost');
      const host = await site.ok('meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`, TEACHER);
      await using teacher = await browser.visit();
      const { page } = teacher;
      const sendTo = async (address: string) => {
        await page.goto(elsewhere);
        await page.evaluate(`location.href = ${JSON.stringify(address)}`);
        await page.waitForURL(`${site.url}/**`);
      };
      const asked = page.getByRole('heading', { name: 'Do you want this?' });

      // A link with a ticket of theirs is theirs.
      await sendTo(host.value('hostMeetingURL') ?? '');
      await page.waitForURL('**/room.php**');
      await page.getByRole('button', { name: 'Leave', exact: true }).click();
      await page.getByRole('button', { name: 'End for everyone' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });

      await sendTo(`${site.url}/acme/m.php?AT=HM&MK=${key}`);
      await asked.waitFor();
      await page.getByText('Begin a meeting as its host').waitFor();
      assert.deepEqual(await status(key), ['NOT_INPROGRESS', 'false', 'false']);
      await sendTo(`${site.url}/acme/p.php?AT=LO`);
      await asked.waitFor();
      await page.getByRole('link', { name: 'Do nothing' }).click();
      await page.getByRole('heading', { name: 'Hello Holly' }).waitFor();

      await sendTo(`${site.url}/acme/m.php?AT=HM&MK=${key}`);
      await page.getByRole('button', { name: 'Do it' }).click();
      await page.waitForURL('**/room.php**');
      assert.deepEqual(await status(key), ['INPROGRESS', 'true', 'false']);
      await sendTo(`${site.url}/acme/p.php?AT=LO`);
      await page.getByRole('button', { name: 'Do it' }).click();
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
    });

    test('before the teacher: they wait, and go in by themselves when the teacher begins', async () => {
      const site = shared();
      const key = await schedule();
      const join = await site.ok('meeting.GetjoinurlMeeting', `<sessionKey>${key}</sessionKey>`, TEACHER);
      await using student = await browser.visit();
      const { page } = student;
      await page.goto(join.value('joinMeetingURL') ?? '');
      await page.getByLabel('Your name').fill('Early Bird');
      await page.getByLabel('E-mail address').fill('bird@example.com');
      await page.getByLabel('Meeting password').fill('s3cret');
      await page.getByRole('button', { name: 'Join' }).click();
      await page.getByRole('heading', { name: 'The host has not started yet' }).waitFor();

      const host = await site.ok('meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`, TEACHER);
      await using teacher = await browser.visit();
      await teacher.page.goto(host.value('hostMeetingURL') ?? '');
      await page.waitForURL('**/room.php**');
      await teacher.page.getByText('Early Bird').first().waitFor();
      assert.deepEqual([...teacher.complaints, ...student.complaints], []);
    });
  });
});
