import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { formatSiteTime, GMT } from '../../src/time/site-time.ts';
import { startSmtp, type TestSmtp } from '../mail/smtp.ts';
import { describeInBrowser } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, startSite, type TestSite } from '../support/site.ts';
import { endsForEveryone, fillIn, follow, heading, isHere, pageOf, press, quiet, signIn } from './people.ts';

/** An event, from the program that it belongs to, by those who enrol and those who decide, to both of its histories. */

const DAY = 86_400_000;

forProtocol('An event', (open) => {
  describeInBrowser('is', (browser) => {
    let smtp: TestSmtp | undefined;
    let site: TestSite | undefined;
    before(async () => {
      smtp = await startSmtp();
      site = await startSite(await open(), {
        clock: 'now',
        settings: { smtpUrl: smtp.url, mailFrom: 'events@acme.example' },
      });
    });
    after(async () => {
      await site?.close();
      await smtp?.close();
    });

    test('planned in a program, enrolled in, decided, held and told of', async () => {
      assert.ok(site && smtp);
      const { url, context, clock } = site;
      const letters = async () => {
        await context.mail.sender.drain();
        return new Map(smtp?.take().map(({ to, mail }) => [to, mail]));
      };

      // The host makes a program on the site.
      await using host = await browser.visit();
      await host.page.goto(`${url}/acme/`);
      await signIn(host.page);
      await follow(host.page, 'Programs of events');
      await fillIn(host.page, { Name: 'Spring tour', 'Budget (optional)': '5000' });
      await press(host.page, 'Make a program');
      await host.page.getByRole('link', { name: 'Spring tour', exact: true }).waitFor();
      const programs = await site.ok('event.LstsummaryProgram', '', HOST);
      const programID = programs.value('program/programID');

      // An integration plans the event, with its form, a rule and a panelist.
      const start = formatSiteTime(clock.now() + DAY, GMT);
      const created = await site.ok(
        'event.CreateEvent',
        `<metaData><sessionName>Product launch</sessionName><description>All that is new</description><programID>${programID}</programID></metaData>` +
          `<schedule><startDate>${start}</startDate><timeZoneID>20</timeZoneID><duration>60</duration></schedule>` +
          '<panelists><panelist><name>Pat Panel</name><email>pat@example.com</email></panelist></panelists>' +
          '<attendees><attendee><name>Gus Guest</name><email>gus@example.com</email></attendee></attendees>' +
          '<enrollment><idReq>true</idReq><approvalRules><rule><condition>ENDS_WITH</condition><queryField>@rival.example</queryField></rule></approvalRules></enrollment>' +
          '<enrollmentForm><standardFields><company><req>true</req></company></standardFields><customFields>' +
          '<textBox><label>What do you hope for?</label><req>true</req></textBox>' +
          '<optionButtonGroup><label>Do you buy?</label><choice><label>Surely</label><score>10</score></choice><choice><label>Never</label></choice></optionButtonGroup>' +
          '</customFields></enrollmentForm>',
        HOST,
      );
      const key = created.value('sessionKey') ?? '';
      const keyed = `<sessionKey>${key}</sessionKey>`;
      await letters();
      const written = await site.ok('event.SendInvitationEmail', `${keyed}<panelists>true</panelists>`, HOST);
      assert.deepEqual(written.texts('deliveredEmail').sort(), ['gus@example.com', 'pat@example.com']);
      const invited = await letters();
      assert.match(invited.get('gus@example.com')?.subject ?? '', /Product launch/);
      assert.match(invited.get('pat@example.com')?.text ?? '', /http/);

      // Somebody finds it by the page of the program, and enrols.
      await using ada = await browser.visit();
      await ada.page.goto(programs.value('program/programURL') ?? '');
      assert.equal(await heading(ada.page), 'Spring tour');
      await follow(ada.page, 'Product launch');
      await follow(ada.page, 'Enrol');
      await fillIn(ada.page, {
        'First name': 'Ada',
        'Last name': 'Archer',
        'E-mail address': 'ada@example.com',
        Company: 'Archer Ltd',
        'What do you hope for?': 'A demo',
      });
      await ada.page.getByLabel('Surely').check();
      await press(ada.page, 'Enrol');
      assert.equal(await heading(ada.page), 'Your enrolment waits for approval');

      // A rule turns away whoever comes from a rival, before the host sees them.
      await using spy = await browser.visit();
      await spy.page.goto(`${url}/acme/m.php?AT=GF&MK=${key}`);
      await fillIn(spy.page, {
        'First name': 'Sid',
        'Last name': 'Spy',
        'E-mail address': 'sid@rival.example',
        Company: 'Rival',
        'What do you hope for?': 'Secrets',
      });
      await press(spy.page, 'Enrol');
      assert.equal(await heading(spy.page), 'Your enrolment was not accepted');

      // The host sees the answers, and lets Ada in.
      await host.page.goto(`${url}/acme/registrants.php?MK=${key}`);
      assert.match(await host.page.getByRole('main').innerText(), /What do you hope for\?\s+A demo/);
      await letters();
      await press(host.page, 'Accept Ada Archer');
      const accepted = (await letters()).get('ada@example.com');
      const id = /\b(\d{6})$/m.exec(accepted?.text ?? '')?.[1] ?? '';
      assert.match(id, /^\d{6}$/);
      const info = await site.ok('attendee.GetEnrollmentInfo', keyed, HOST);
      assert.deepEqual(info.texts('session/attendee/status').sort(), ['APPROVED', 'REJECTED']);
      assert.ok(info.texts('session/attendee/enrollFields/customFields/field/value').includes('Surely'));

      // It takes place.
      await host.page.goto(`${url}/acme/e.php?AT=SINF&MK=${key}`);
      await press(host.page, 'Start event');
      assert.equal(pageOf(host.page), '/acme/room.php');
      await ada.page.goto(`${url}/acme/m.php?AT=JM&MK=${key}`);
      await fillIn(ada.page, {
        'Your name': 'Ada Archer',
        'E-mail address': 'ada@example.com',
        'Registration ID': id,
      });
      await press(ada.page, 'Join');
      assert.equal(pageOf(ada.page), '/acme/room.php');
      await isHere(host.page, 'Ada Archer');
      const running = await site.ok('event.LstsummaryEvent', keyed, HOST);
      assert.equal(running.value('event/status'), 'INPROGRESS');
      await endsForEveryone(host.page);
      await ada.page.getByRole('heading', { name: /ended/ }).waitFor();

      // Both histories tell of it.
      const past = await site.ok('history.LsteventsessionHistory', keyed, HOST);
      assert.deepEqual(past.texts('eventSessionHistory/sessionKey'), [key]);
      const people = await site.ok('history.LsteventattendeeHistory', keyed, HOST);
      assert.equal(people.all('eventAttendeeHistory').length, 2);
      assert.match(people.text, /ada@example\.com/);
      quiet(site, host, ada, spy);
    });
  });
});
