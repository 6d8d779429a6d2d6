import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Letter } from '../../src/mail/letter.ts';
import { openPlanner } from '../../src/mail/planner.ts';
import type { NewAttendee } from '../../src/sessions/attendee.ts';
import type { EventDocument } from '../../src/sessions/documents/event-document.ts';
import { panelistTokenOf } from '../../src/sessions/numbers.ts';
import { localTimeAt } from '../../src/sessions/recurrence.ts';
import { reschedule } from '../../src/sessions/reschedule.ts';
import { schedule } from '../../src/sessions/schedule.ts';
import { SESSION_SERVICES, type SessionService } from '../../src/sessions/services.ts';
import type { SessionWithDocument } from '../../src/sessions/session.ts';
import type { SessionWish } from '../../src/sessions/wish.ts';
import type { LocalTime } from '../../src/time/site-time.ts';
import { zoneOf } from '../../src/time/time-zones.ts';
import { forProtocol } from '../support/databases.ts';
import { startSite, TestClock } from '../support/site.ts';
import { methodOf } from './parsed.ts';
import { type Received, startSmtp } from './smtp.ts';

/** What people are sent of trainings, events, support and sales sessions: by whose words, and when. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 12, 18);
const ZONE = zoneOf(11);

const clocks = (at: number): LocalTime => localTimeAt(at, ZONE);

const person = (email: string, name: string, more: Partial<NewAttendee> = {}): NewAttendee => ({
  email,
  name,
  role: 'ATTENDEE',
  ...more,
  details: { type: 'VISITOR', languageID: 1, emailInvitations: true, ...more.details },
});

const panelist = (email: string, name: string) =>
  person(email, name, {
    role: 'PRESENTER',
    details: { type: 'PANELIST', languageID: 1, emailInvitations: true },
  });

forProtocol('mail of every service', (open, databases) => {
  async function desk(url?: string) {
    const smtp = await startSmtp();
    const clock = new TestClock();
    const settings = { smtpUrl: smtp.url, mailFrom: 'messenger@meet.example.com' };
    const parlance = await startSite(await open(url), { settings, clock });
    const { context } = parlance;
    const site = await context.sites.required('acme');
    const host = await context.accounts.withProfile(await context.accounts.required(site, 'hostid'));

    /** What has arrived since the last call, by the recipient. */
    async function mails(): Promise<Map<string, Received>> {
      await context.mail.sender.drain();
      const received = smtp.take();
      assert.equal(new Set(received.map(({ to }) => to)).size, received.length, 'nobody gets two');
      return new Map(received.map((each) => [each.to, each]));
    }

    return {
      clock,
      context,
      site,
      host,
      mails,

      async forget(): Promise<void> {
        await context.mail.sender.drain();
        smtp.take();
      },

      async to(address: string): Promise<Received> {
        const found = (await mails()).get(address);
        assert.ok(found, `mail to ${address}`);
        return found;
      },

      schedule: (service: SessionService, { timing, ...wish }: SessionWish = {}) =>
        schedule(context, site, {
          host,
          creator: host,
          service,
          wish: {
            confName: 'Growing apples',
            timing: { start: clocks(START), zone: ZONE, duration: 60, ...timing },
            ...wish,
          },
        }),

      move: (session: SessionWithDocument, wish: SessionWish) =>
        reschedule(context, site, {
          sessionKey: session.sessionKey,
          caller: host,
          judge: { changes: () => {}, gives: () => {} },
          wish,
        }),

      /** The session runs with its host and those of these addresses, and is ended. */
      async run(session: SessionWithDocument, emails: readonly string[]): Promise<void> {
        const place = { kind: 'session', session } as const;
        const enter = (more: { name: string; email: string; isHost: boolean }, attendee?: object) =>
          context.live.enter(site, place, { ...more, ...attendee });
        await enter({ name: 'Holly', email: host.email, isHost: true }, { account: host });
        for (const one of await context.sessions.attendeesOf(session)) {
          if (emails.includes(one.email)) {
            await enter({ name: one.name, email: one.email, isHost: false }, { attendee: one });
          }
        }
        clock.advance({ seconds: 10 });
        await context.live.end(site, session.sessionKey);
      },

      async [Symbol.asyncDispose]() {
        await parlance.close();
        await smtp.close();
      },
    };
  }

  /** Nobody has to enrol, so that whoever is invited takes part. */
  const withTemplates = (emailTemplates: Partial<EventDocument['emailTemplates']>, more: object = {}) => ({
    document: {
      emailTemplates: { format: 'TEXT' as const, ...emailTemplates },
      enrollment: { isClosed: true },
      ...more,
    },
  });

  test('each service calls its sessions by its own words', async () => {
    await using house = await desk();
    const words = [
      [
        SESSION_SERVICES.training,
        /invites you to a training session\./,
        /Session number/,
        /k2\/j\.php\?MTID=t/,
      ],
      [SESSION_SERVICES.event, /invites you to an event\./, /Event number/, /j\.php\?MTID=e/],
      [SESSION_SERVICES.support, /invites you to a support session\./, /Session number/, /j\.php\?MTID=m/],
      [SESSION_SERVICES.sales, /invites you to a sales session\./, /Session number/, /j\.php\?MTID=m/],
    ] as const;
    for (const [service, ...found] of words) {
      await house.schedule(service, {
        invited: [person('ada@acme.com', 'Ada')],
        ...(service === SESSION_SERVICES.event && withTemplates({})),
      });
      const mails = await house.mails();
      const { mail } = mails.get('ada@acme.com') as Received;
      for (const text of [mail.text ?? '', String(mail.html)]) {
        for (const one of found) assert.match(text.replaceAll('&amp;', '&'), one);
        assert.doesNotMatch(text, /meeting(?!\.|s\.| site)/i);
      }
      assert.match(mails.get(house.host.email)?.mail.text ?? '', /^Your (training|event|support|sales)/);
    }
  });

  test('presenters and panelists are invited as such, panelists by a way in of their own', async () => {
    await using house = await desk();
    await house.schedule(SESSION_SERVICES.training, {
      invited: [person('pat@acme.com', 'Pat', { role: 'PRESENTER' })],
    });
    assert.match((await house.to('pat@acme.com')).mail.text ?? '', /as a presenter to a training session/);

    const event = await house.schedule(SESSION_SERVICES.event, {
      invited: [panelist('pam@acme.com', 'Pam'), person('ada@acme.com', 'Ada')],
      document: {
        password: 'Guests12',
        panelistPassword: 'Stage123',
        panelistsInfo: 'Pam grows pears.',
        enrollment: { isClosed: true },
        description: 'All about apples.',
      },
    });
    const mails = await house.mails();
    const pam = mails.get('pam@acme.com')?.mail;
    assert.equal(pam?.subject, 'Invitation as panelist: Growing apples');
    assert.match(pam?.text ?? '', /Panelist password: Stage123/);
    assert.match(pam?.text ?? '', new RegExp(`MTID=e${panelistTokenOf(event.attendeeToken)}&RID=\\d{6}`));
    assert.doesNotMatch(pam?.text ?? '', /Guests12/);
    assert.match(
      mails.get(house.host.email)?.mail.text ?? '',
      /Password: Guests12\nPanelist password: Stage123/,
    );
    const ada = mails.get('ada@acme.com')?.mail.text ?? '';
    assert.match(ada, /Guests12/);
    assert.match(ada, /Panelists: Pam grows pears\./);
    assert.match(ada, /Description: All about apples\./);
    assert.doesNotMatch(ada, /Stage123/);
  });

  test('a course tells all of its dates', async () => {
    await using house = await desk();
    await house.schedule(SESSION_SERVICES.training, {
      timing: {
        repeat: { repeatType: 'WEEKLY', interval: 1, dayInWeek: ['THURSDAY'], afterMeetingNumber: 3 },
      },
      document: { trainingKind: 'MULTIPLE_SESSION' },
      invited: [person('ada@acme.com', 'Ada')],
    });
    const { mail } = await house.to('ada@acme.com');
    assert.match(
      mail.text ?? '',
      /Dates: Thursday, March 12[^\n]+\n {2}Thursday, March 19[^\n]+\n {2}Thursday, March 26/,
    );
    assert.doesNotMatch(mail.text ?? '', /Repeats/);
  });

  test('an event writes in its own words, which break nothing', async () => {
    await using house = await desk();
    const event = await house.schedule(SESSION_SERVICES.event, {
      invited: [person('ada@acme.com', 'Ada <b>Byron</b>'), panelist('pam@acme.com', 'Pam')],
      ...withTemplates({
        participantsEmail: {
          subject: 'Come to %Topic%!\r\nBcc: eve@evil.example',
          from: 'Apple Club <club@apples.example>',
          content: 'Dear %AttendeeName%,\n1 < 2 & %Meeting Number%\n%MeetingInfoURL%\n%NoSuchThing%',
        },
        panelistsEmail: { send: false },
        iCalendar: false,
      }),
    });
    const mails = await house.mails();
    assert.equal(mails.has('pam@acme.com'), false, 'a mail that is switched off');
    const { mail, raw } = mails.get('ada@acme.com') as Received;
    assert.equal(mail.subject, 'Come to Growing apples! Bcc: eve@evil.example');
    assert.doesNotMatch(raw, /^Bcc:/m);
    assert.deepEqual(mail.from?.value, [{ name: 'Apple Club', address: 'messenger@meet.example.com' }]);
    assert.deepEqual(mail.replyTo?.value, [{ name: 'Apple Club', address: 'club@apples.example' }]);
    const number = String(event.sessionKey).replace(/(...)(...)(...)/, '$1 $2 $3');
    assert.match(mail.text ?? '', new RegExp(`^Dear Ada <b>Byron</b>,\n1 < 2 & ${number}\nhttp`));
    assert.match(mail.text ?? '', /%NoSuchThing%/);
    assert.match(String(mail.html), /Dear Ada &lt;b&gt;Byron&lt;\/b&gt;,<br>1 &lt; 2 &amp; /);
    assert.match(String(mail.html), /<a href="http[^"]+MTID=e[0-9a-f]{32}">/);
    assert.deepEqual(mail.attachments, []);
  });

  test('HTML of a host keeps what formats, and loses what runs or loads', async () => {
    await using house = await desk();
    await house.schedule(SESSION_SERVICES.event, {
      invited: [person('ada@acme.com', '<img src=x onerror=alert(1)>')],
      ...withTemplates({
        format: 'HTML',
        participantsEmail: {
          content:
            '<p onclick="steal()">Hi <b>%AttendeeName%</b></p><script>steal()</script><img src="http://x/y">' +
            '<a href="javascript:steal()">no</a><a href="%MeetingInfoURL%">Join</a><scr<script>ipt>alert(1)</script>',
        },
      }),
    });
    const { mail } = await house.to('ada@acme.com');
    const html = String(mail.html);
    assert.match(
      html,
      /<p>Hi <b>&lt;img src=x onerror=alert\(1\)&gt;<\/b><\/p><a>no<\/a><a href="http[^"]+">Join<\/a>/,
    );
    assert.doesNotMatch(html, /script|<img|steal|onclick/);
    assert.match(mail.text ?? '', /^Hi <img src=x onerror=alert\(1\)>\n*noJoin \(http/);
    assert.equal(methodOf(String(mail.attachments[0]?.content)), 'REQUEST');
  });

  test('the reminders of an event come when its host says, to those who take part, once', async () => {
    await using house = await desk();
    const { clock } = house;
    const event = await house.schedule(SESSION_SERVICES.event, {
      invited: [
        person('ada@acme.com', 'Ada', { joinStatus: 'ACCEPT', registers: true }),
        person('bo@acme.com', 'Bo', { joinStatus: 'REGISTER' }),
        person('cy@acme.com', 'Cy'),
        panelist('pam@acme.com', 'Pam'),
      ],
      ...withTemplates(
        {
          firstReminder: { sendAt: clocks(START - 2 * DAY), subject: 'Two days to %Topic%' },
          secondReminder: { subject: 'Soon' },
        },
        { enrollment: { isClosed: false }, attendeeOptions: { registration: true } },
      ),
    });
    // Its host is asked for one of them beside.
    await house.forget();
    clock.turnTo(START - 2 * DAY - MINUTE);
    assert.equal((await house.mails()).size, 0);
    clock.turnTo(START - 2 * DAY);
    const first = await house.mails();
    assert.deepEqual([...first.keys()].sort(), ['ada@acme.com', 'pam@acme.com']);
    assert.equal(first.get('ada@acme.com')?.mail.subject, 'Two days to Growing apples');
    assert.match(first.get('ada@acme.com')?.mail.text ?? '', /We remind you of this event[\s\S]+RID=\d{6}/);
    assert.equal((await house.mails()).size, 0);

    // Another agenda moves nothing; another day moves what has not been written.
    await house.move(event, { document: { agenda: 'Pears too' } });
    await house.mails();
    clock.turnTo(START - 1.5 * HOUR);
    await house.move(event, { timing: { start: clocks(START + DAY) } });
    const changed = await house.mails();
    assert.match(changed.get('ada@acme.com')?.mail.subject ?? '', /^Updated/);
    clock.turnTo(START - HOUR);
    assert.equal((await house.mails()).size, 0);
    clock.turnTo(START + DAY - HOUR);
    const second = await house.mails();
    assert.deepEqual([...second.keys()].sort(), ['ada@acme.com', 'pam@acme.com']);
    assert.equal(second.get('ada@acme.com')?.mail.subject, 'Soon');
  });

  test('who waits for the host or was turned away is told no way in by a change', async () => {
    await using house = await desk();
    const training = await house.schedule(SESSION_SERVICES.training, {
      invited: [
        person('ada@acme.com', 'Ada', { joinStatus: 'ACCEPT', registers: true }),
        person('bo@acme.com', 'Bo', { joinStatus: 'REGISTER' }),
        person('cy@acme.com', 'Cy', { joinStatus: 'REJECT', registers: true }),
      ],
      document: { password: 'Trees123', agenda: 'Saws', attendeeOptions: { registration: true } },
    });
    await house.forget();
    await house.move(training, { timing: { start: clocks(START + HOUR) } });
    const mails = await house.mails();
    assert.equal(mails.has('cy@acme.com'), false);
    assert.match(mails.get('ada@acme.com')?.mail.text ?? '', /Trees123[\s\S]+RID=\d{6}/);
    const waiting = mails.get('bo@acme.com')?.mail.text ?? '';
    assert.match(waiting, /3:00 PM/);
    assert.doesNotMatch(waiting, /Trees123|j\.php/);
    assert.deepEqual(mails.get('bo@acme.com')?.mail.attachments, []);
  });

  test('a reminder that is due is not lost by a change, and a cancelled session reminds nobody', async () => {
    await using house = await desk();
    const { clock } = house;
    const plan = {
      invited: [person('ada@acme.com', 'Ada')],
      ...withTemplates({ secondReminder: {} }),
    };
    const event = await house.schedule(SESSION_SERVICES.event, plan);
    const other = await house.schedule(SESSION_SERVICES.event, plan);
    await house.context.mail.sender.drain();
    await house.context.sessions.remove(house.site, other.sessionKey, () => {}, false);
    clock.turnTo(START - HOUR + MINUTE);
    await house.move(event, { document: { agenda: 'Late news' } });
    await house.context.mail.sender.drain();
    const { mails } = await house.context.mail.outbox.list(house.site);
    const reminders = mails.filter(({ kind }) => kind === 'attendeeReminder');
    assert.deepEqual(
      reminders.map(({ sessionKey, recipient }) => [sessionKey, recipient]),
      [[event.sessionKey, 'ada@acme.com']],
    );
  });

  test('attendees of a training session are reminded of each of its dates as its host is', async () => {
    await using house = await desk();
    const { clock, host } = house;
    await house.schedule(SESSION_SERVICES.training, {
      timing: {
        repeat: { repeatType: 'WEEKLY', interval: 1, dayInWeek: ['THURSDAY'], afterMeetingNumber: 2 },
      },
      document: {
        trainingKind: 'MULTIPLE_SESSION',
        remind: { enableReminder: true, daysAhead: 1, hoursAhead: 2, minutesAhead: 3 },
      },
      invited: [
        person('ada@acme.com', 'Ada'),
        person('bo@acme.com', 'Bo', { details: { type: 'VISITOR', languageID: 1, emailInvitations: false } }),
      ],
    });
    await house.mails();
    const ahead = DAY + 2 * HOUR + 3 * MINUTE;
    for (const start of [START, START + 7 * DAY]) {
      clock.turnTo(start - ahead);
      const mails = await house.mails();
      assert.deepEqual([...mails.keys()].sort(), ['ada@acme.com', host.email].sort());
      assert.match(mails.get('ada@acme.com')?.mail.text ?? '', /We remind you of this training session/);
    }
    clock.turnTo(START + 30 * DAY);
    assert.equal((await house.mails()).size, 0);
  });

  test('those who came are thanked, and those who did not are told so, when the event is over', async () => {
    await using house = await desk();
    const { clock } = house;
    const event = await house.schedule(SESSION_SERVICES.event, {
      invited: [
        person('ada@acme.com', 'Ada'),
        person('bo@acme.com', 'Bo'),
        person('cy@acme.com', 'Cy', { joinStatus: 'REJECT' }),
        panelist('pam@acme.com', 'Pam'),
      ],
      ...withTemplates({
        thanksForAttending: { sendAt: clocks(START + DAY) },
        absenteeFollowUp: { subject: 'A pity' },
      }),
    });
    await house.mails();
    // A rehearsal before the start is none of their business.
    clock.turnTo(START - HOUR);
    await house.run(event, ['bo@acme.com']);
    assert.equal((await house.mails()).size, 0);
    clock.turnTo(START);
    await house.run(event, ['ada@acme.com', 'pam@acme.com']);
    assert.equal((await house.mails()).size, 0, 'it may be begun again until its end');
    clock.turnTo(START + HOUR);
    const missed = await house.mails();
    assert.deepEqual([...missed.keys()], ['bo@acme.com']);
    assert.equal(missed.get('bo@acme.com')?.mail.subject, 'A pity');
    assert.match(missed.get('bo@acme.com')?.mail.text ?? '', /took place without you/);
    assert.doesNotMatch(missed.get('bo@acme.com')?.mail.text ?? '', /j\.php/);
    clock.turnTo(START + DAY);
    const thanks = await house.mails();
    assert.deepEqual([...thanks.keys()], ['ada@acme.com']);
    assert.match(thanks.get('ada@acme.com')?.mail.text ?? '', /Thank you for coming to this event/);
    // Once for all, also when it is begun again.
    await house.run(event, ['bo@acme.com']);
    clock.advance({ days: 3 });
    assert.equal((await house.mails()).size, 0);
  });

  test('an event that is deleted with its end follows up all the same', async () => {
    await using house = await desk();
    const { clock } = house;
    const event = await house.schedule(SESSION_SERVICES.event, {
      invited: [person('ada@acme.com', 'Ada'), person('bo@acme.com', 'Bo')],
      ...withTemplates(
        { thanksForAttending: {}, absenteeFollowUp: {} },
        { enableOptions: { autoDeleteAfterMeetingEnd: true } },
      ),
    });
    await house.mails();
    clock.turnTo(START);
    await house.run(event, ['ada@acme.com']);
    assert.equal(await house.context.sessions.find(house.site, event.sessionKey), undefined);
    assert.equal((await house.mails()).size, 0);
    clock.turnTo(START + HOUR);
    const mails = await house.mails();
    assert.equal(mails.get('ada@acme.com')?.mail.subject, 'Thank you for coming: Growing apples');
    assert.equal(mails.get('bo@acme.com')?.mail.subject, 'We missed you: Growing apples');
  });

  test('two processes write each planned mail once', async () => {
    const url = await databases.fresh();
    await using one = await desk(url);
    if (databases.dialect === 'sqlite') return;
    await using other = await desk(url);
    for (const at of [0, 1, 2, 3, 4]) {
      await one.schedule(SESSION_SERVICES.event, {
        confName: `Event ${at}`,
        invited: [person('ada@acme.com', 'Ada'), person('bo@acme.com', 'Bo')],
        ...withTemplates({ firstReminder: {} }),
      });
    }
    await one.context.mail.sender.drain();
    for (const house of [one, other]) house.clock.turnTo(START - DAY);
    await Promise.all([one, other].map(({ context }) => context.mail.planner.sweep()));
    const { mails } = await one.context.mail.outbox.list(one.site, { most: 200 });
    assert.equal(mails.filter(({ kind }) => kind === 'attendeeReminder').length, 10);
  });

  test('a process that dies while it writes what is due has written nothing, and the next one does', async () => {
    await using house = await desk();
    const { clock, context, site } = house;
    const event = await house.schedule(SESSION_SERVICES.event, {
      invited: [person('ada@acme.com', 'Ada'), person('bo@acme.com', 'Bo')],
      ...withTemplates({ secondReminder: {} }),
    });
    // The site's own process does nothing of itself.
    await house.forget();
    await context.mail.sender.stop();
    const reports: unknown[] = [];
    let written = 0;
    const planner = openPlanner({
      database: context.database,
      clock,
      history: context.history,
      site: async () => site,
      session: async () => event,
      sessionOf: async () => event,
      attendees: context.sessions.attendeesOf,
      letter: async () =>
        new Letter({ site, session: event, host: house.host, now: clock.now() }, 'a@b.example'),
      reminded: () => [],
      async record(tx, mail) {
        await context.mail.outbox.record(tx, mail);
        written += 1;
        if (written === 2) throw new Error('died');
      },
      report: (error) => void reports.push(error),
    });
    clock.turnTo(START - HOUR);
    await planner.sweep();
    assert.match(String(reports), /died/);
    assert.equal(written, 2);
    const reminders = async () =>
      (await context.mail.outbox.list(site)).mails.filter(({ kind }) => kind === 'attendeeReminder');
    assert.deepEqual(await reminders(), []);
    clock.advance({ minutes: 10 });
    assert.equal((await reminders()).length, 2);
    clock.advance({ minutes: 10 });
    assert.equal((await reminders()).length, 2);
  });

  test('what fails is looked at again, and holds nothing up', async () => {
    await using house = await desk();
    const { clock, context } = house;
    const plan = { invited: [person('ada@acme.com', 'Ada')], ...withTemplates({ secondReminder: {} }) };
    const broken = await house.schedule(SESSION_SERVICES.event, plan);
    const sound = await house.schedule(SESSION_SERVICES.event, plan);
    await context.events.drain();
    const { builder } = context.database;
    const spoilt = builder
      .updateTable('session')
      .set({ document: '{"kind":"none"}' })
      .where('session_key', '=', broken.sessionKey)
      .compile();
    await context.database.write(async (tx) => void (await tx.run(spoilt)));
    clock.turnTo(START - HOUR);
    await context.mail.planner.sweep();
    const { mails } = await context.mail.outbox.list(house.site);
    const reminded = mails.filter(({ kind }) => kind === 'attendeeReminder');
    assert.deepEqual(
      reminded.map(({ sessionKey }) => sessionKey),
      [sound.sessionKey],
    );
  });
});
