import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AccountWithProfile } from '../../src/accounts/account.ts';
import type { NewAttendee } from '../../src/sessions/attendee.ts';
import type { SessionDocument } from '../../src/sessions/documents/session-document.ts';
import { newDocument } from '../../src/sessions/scheduling.ts';
import type { SessionWithDocument } from '../../src/sessions/session.ts';
import type { Site } from '../../src/sites/site.ts';
import { forProtocol } from '../support/databases.ts';
import { startSite, TestClock, type TestSite } from '../support/site.ts';
import { eventIn, methodOf } from './parsed.ts';
import { type Received, startSmtp, type TestSmtp } from './smtp.ts';

/** What people are sent when something happens to a session, as it arrives. */

const START = Date.UTC(2026, 2, 5, 18);
const HOUR = 3_600_000;

forProtocol('mail of sessions', (open) => {
  let smtp: TestSmtp;
  let parlance: TestSite;
  let site: Site;
  let host: AccountWithProfile;

  before(async () => {
    smtp = await startSmtp();
    const settings = { smtpUrl: smtp.url, mailFrom: 'messenger@meet.example.com' };
    parlance = await startSite(await open(), { settings, clock: new TestClock() });
    site = await parlance.context.sites.required('acme');
    await parlance.person({ webExId: 'alt', email: 'alt@acme.com' });
    const { accounts } = parlance.context;
    host = await accounts.withProfile(await accounts.required(site, 'hostid'));
  });
  after(async () => {
    await parlance.close();
    await smtp.close();
  });

  /** What has arrived since the last call, by the recipient. */
  async function mails(): Promise<Map<string, Received>> {
    const { sender } = parlance.context.mail;
    await sender.drain();
    const received = smtp.take();
    const found = new Map(received.map((each) => [each.to, each]));
    assert.equal(found.size, received.length, 'nobody gets two');
    return found;
  }

  async function mailTo(address: string): Promise<Received> {
    const found = (await mails()).get(address);
    assert.ok(found, `mail to ${address}`);
    return found;
  }

  interface Plan {
    readonly confName?: string;
    readonly timeZoneID?: number;
    readonly startAt?: number;
    readonly document?: Partial<SessionDocument>;
    readonly attendees?: readonly NewAttendee[];
  }

  function schedule({ document = {}, attendees = [], ...plan }: Plan = {}): Promise<SessionWithDocument> {
    const usual = newDocument(site, host);
    const attendeeOptions = { ...usual.attendeeOptions, emailInvitations: true, ...document.attendeeOptions };
    return parlance.context.sessions.create(
      site,
      {
        host,
        creator: host,
        service: 'MeetingCenter',
        sessionType: 3,
        confName: 'Sample Meeting',
        startAt: START,
        duration: 60,
        timeZoneID: 11,
        listStatus: 'PUBLIC',
        ...plan,
        document: { ...usual, password: 'Pass1234', ...document, attendeeOptions },
      },
      attendees,
    );
  }

  const change = (session: SessionWithDocument, changed: Record<string, unknown>) =>
    parlance.context.sessions.change(site, session.sessionKey, () => changed);

  test('a session is confirmed to its host, and those who are invited are told', async () => {
    const session = await schedule({ attendees: [person('ada@acme.com', 'Ada Byron')] });
    const received = await mails();
    assert.deepEqual([...received.keys()].sort(), [host.email, 'ada@acme.com'].sort());

    const { mail } = received.get('ada@acme.com') as Received;
    const hostName = `${host.firstName} ${host.lastName}`;
    assert.deepEqual(mail.from?.value, [{ name: hostName, address: 'messenger@meet.example.com' }]);
    assert.deepEqual(mail.replyTo?.value, [{ name: hostName, address: host.email }]);
    assert.equal(mail.subject, 'Invitation: Sample Meeting');
    assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
    const number = String(session.sessionKey).replace(/(...)(...)(...)/, '$1 $2 $3');
    for (const text of [mail.text ?? '', String(mail.html)]) {
      assert.match(text, /Sample Meeting/);
      assert.match(
        text,
        /Thursday, March 5, 2026, 1:00 PM – 2:00 PM, New York \(Eastern Standard Time, GMT-05:00\)/,
      );
      assert.ok(text.includes(number), number);
      assert.match(text, /Pass1234/);
      assert.ok(text.includes(`/j.php?MTID=m${session.attendeeToken}`));
    }
    const invite = calendarOf(mail);
    assert.equal(invite.method, 'REQUEST');
    const event = eventIn(invite.content);
    assert.equal(event.uid, `${session.eventID}@acme`);
    assert.equal(event.sequence, 0);
    assert.equal(event.startDate.toString(), '2026-03-05T13:00:00');
    assert.equal(event.startDate.zone?.tzid, 'America/New_York');
    assert.equal(event.startDate.toUnixTime() * 1000, START);
    assert.equal(event.organizer, `mailto:${host.email}`);
    assert.deepEqual(
      event.attendees.map((attendee) => attendee.getFirstValue()),
      ['mailto:ada@acme.com'],
    );

    const own = eventIn(calendarOf((received.get(host.email) as Received).mail).content);
    assert.deepEqual(
      own.attendees.map((attendee) => [attendee.getFirstValue(), attendee.getParameter('role')]),
      [
        [`mailto:${host.email}`, 'CHAIR'],
        ['mailto:ada@acme.com', 'REQ-PARTICIPANT'],
      ],
    );
  });

  test('the calendar part names the method of its file, and the file is attached', async () => {
    await schedule({ attendees: [person('ada@acme.com')] });
    const { raw, mail } = await mailTo('ada@acme.com');
    assert.match(raw, /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    assert.deepEqual(
      mail.attachments.map(({ filename, contentType }) => [filename, contentType]),
      [
        [undefined, 'text/calendar'],
        ['invite.ics', 'application/ics'],
      ],
    );
  });

  test('each reads the time on their own clocks', async () => {
    const details = { timeZoneID: 25 };
    await schedule({ attendees: [person('berta@acme.com', 'Berta', details)] });
    const { mail } = await mailTo('berta@acme.com');
    assert.match(mail.text ?? '', /7:00 PM – 8:00 PM, Berlin \(Europe Standard Time, GMT\+01:00\)/);
  });

  test('a change is told with the same UID and a higher SEQUENCE; who is new is invited, who is off is told', async () => {
    const session = await schedule({ attendees: [person('ada@acme.com'), person('bob@acme.com')] });
    await mails();
    await change(session, {
      startAt: START + 24 * HOUR,
      attendees: [person('ada@acme.com'), person('carol@acme.com')],
    });
    const received = await mails();
    const subjects = Object.fromEntries([...received].map(([to, { mail }]) => [to, mail.subject]));
    assert.deepEqual(subjects, {
      [host.email]: 'Changed: Sample Meeting',
      'ada@acme.com': 'Updated: Sample Meeting',
      'bob@acme.com': 'No longer invited: Sample Meeting',
      'carol@acme.com': 'Invitation: Sample Meeting',
    });
    for (const [to, method] of [
      ['ada@acme.com', 'REQUEST'],
      ['bob@acme.com', 'CANCEL'],
      ['carol@acme.com', 'REQUEST'],
      [host.email, 'REQUEST'],
    ] as const) {
      const invite = calendarOf((received.get(to) as Received).mail);
      const event = eventIn(invite.content);
      assert.equal(invite.method, method);
      assert.equal(event.uid, `${session.eventID}@acme`);
      assert.equal(event.sequence, 1);
      assert.equal(event.startDate.toUnixTime() * 1000, START + 24 * HOUR);
    }
    assert.doesNotMatch((received.get('bob@acme.com') as Received).mail.text ?? '', /Pass1234|MK=/);
  });

  test('a change that nobody would see is told to nobody', async () => {
    const session = await schedule({ attendees: [person('ada@acme.com')] });
    await mails();
    await change(session, { document: { openTime: 600 } });
    assert.deepEqual([...(await mails()).keys()], []);
  });

  test('a session that is off is taken out of every calendar, and what had not gone out is dropped', async () => {
    const session = await schedule({
      attendees: [person('ada@acme.com')],
      document: { remind: { enableReminder: true, minutesAhead: 30 } },
    });
    await mails();
    await parlance.context.sessions.remove(site, session.sessionKey, () => {});
    const received = await mails();
    assert.deepEqual([...received.keys()].sort(), [host.email, 'ada@acme.com'].sort());
    for (const { mail } of received.values()) {
      assert.equal(mail.subject, 'Cancelled: Sample Meeting');
      const invite = calendarOf(mail);
      assert.equal(invite.method, 'CANCEL');
      const event = eventIn(invite.content);
      assert.equal(event.uid, `${session.eventID}@acme`);
      assert.equal(event.sequence, 1);
      assert.equal(event.component.getFirstPropertyValue('status'), 'CANCELLED');
    }
    const { mails: all } = await parlance.context.mail.outbox.list(site);
    const reminders = all.filter(
      ({ kind, sessionKey }) => kind === 'reminder' && sessionKey === session.sessionKey,
    );
    assert.deepEqual(
      reminders.map(({ state }) => state),
      ['CANCELLED'],
    );
  });

  test('those who are added or taken off later are told, and only they', async () => {
    const session = await schedule();
    await mails();
    const { sessions } = parlance.context;
    const { sessionKey } = session;
    await sessions.addAttendees(
      site,
      [
        person('ada@acme.com'),
        person('bob@acme.com', 'Bob', { emailInvitations: false }),
        { ...person('alt@acme.com'), role: 'HOST' as const },
      ].map((attendee) => ({ sessionKey, attendee })),
      () => {},
    );
    const added = await mails();
    assert.deepEqual([...added.keys()].sort(), ['ada@acme.com', 'alt@acme.com']);
    assert.equal(added.get('alt@acme.com')?.mail.subject, 'Invitation as alternate host: Sample Meeting');
    await sessions.removeAttendees(
      site,
      [
        { sessionKey, email: 'ada@acme.com' },
        { sessionKey, email: 'bob@acme.com' },
      ],
      () => {},
    );
    const removed = await mails();
    assert.deepEqual([...removed.keys()], ['ada@acme.com']);
    assert.equal(calendarOf((removed.get('ada@acme.com') as Received).mail).method, 'CANCEL');
  });

  test('the password is left out of mail where the session asks for it', async () => {
    const usual = newDocument(site, host).attendeeOptions;
    await schedule({
      attendees: [person('ada@acme.com')],
      document: { attendeeOptions: { ...usual, emailInvitations: true, excludePassword: true } },
    });
    for (const { raw, mail } of (await mails()).values()) {
      assert.doesNotMatch(raw + mail.text + mail.html + calendarOf(mail).content, /Pass1234/);
      assert.match(mail.text ?? '', /Password: Ask the host for the password/);
    }
  });

  test('who registers hears that it was received, and what came of it; the host is asked', async () => {
    const session = await schedule();
    await mails();
    const { database, events } = parlance.context;
    const register = async (joinStatus: 'REGISTER' | 'ACCEPT' | 'REJECT') => {
      const attendee = {
        ...person('ada@acme.com', 'Ada Byron'),
        joinStatus,
        id: 1,
        attendeeID: 1,
        session: session.id,
        account: null,
        registerID: 1,
        registeredAt: 0,
      };
      await database.write((tx) =>
        events.record(tx, site, {
          kind: 'attendee.registered',
          sessionKey: session.sessionKey,
          attendees: [attendee],
        }),
      );
      return mails();
    };
    const pending = await register('REGISTER');
    assert.equal(pending.get('ada@acme.com')?.mail.subject, 'Registration received: Sample Meeting');
    assert.doesNotMatch(pending.get('ada@acme.com')?.mail.text ?? '', /Pass1234|MK=/);
    assert.equal(
      pending.get(host.email)?.mail.subject,
      'Registration request from ada@acme.com: Sample Meeting',
    );
    const accepted = (await register('ACCEPT')).get('ada@acme.com') as Received;
    assert.equal(accepted.mail.subject, 'Registration approved: Sample Meeting');
    assert.equal(calendarOf(accepted.mail).method, 'REQUEST');
    const rejected = (await register('REJECT')).get('ada@acme.com') as Received;
    assert.equal(rejected.mail.subject, 'Registration not approved: Sample Meeting');
    assert.doesNotMatch(rejected.mail.text ?? '', /Pass1234|MK=/);
  });

  test('a reminder comes when it is asked for, to whom it is asked for, and moves with the session', async () => {
    const { clock } = parlance;
    const startAt = clock.now() + 5 * HOUR;
    const session = await schedule({
      startAt,
      document: {
        remind: { enableReminder: true, sendEmail: true, hoursAhead: 1, emails: ['assistant@acme.com'] },
      },
    });
    await mails();
    await change(session, { startAt: startAt + HOUR });
    await mails();
    clock.advance({ minutes: 4 * 60 + 59 });
    assert.deepEqual([...(await mails()).keys()], []);
    clock.advance({ minutes: 1 });
    const received = await mails();
    assert.deepEqual([...received.keys()], ['assistant@acme.com']);
    assert.equal(received.get('assistant@acme.com')?.mail.subject, 'Reminder: Sample Meeting');
    clock.advance({ days: 2 });
    assert.deepEqual([...(await mails()).keys()], []);
  });

  test('a series reminds before each of its occurrences, once', async () => {
    const { clock } = parlance;
    const startAt = clock.now() + HOUR;
    await schedule({
      startAt,
      timeZoneID: 20,
      document: {
        remind: { enableReminder: true },
        repeat: { repeatType: 'DAILY', interval: 1, afterMeetingNumber: 3 },
        excluded: [startAt + 24 * HOUR],
      },
    });
    await mails();
    const days: number[] = [];
    for (let hour = 0; hour < 24 * 5; hour++) {
      clock.advance({ minutes: 60 });
      if ((await mails()).size > 0) days.push(Math.floor(hour / 24));
    }
    assert.deepEqual(days, [0, 2]);
  });

  test('a site that sends no reminders sends none', async () => {
    const { clock, context } = parlance;
    await context.sites.change('acme', { settings: { defaults: { emailReminders: false } } });
    const quiet = await context.sites.required('acme');
    const before = (await context.mail.outbox.list(site)).mails.length;
    const former = site;
    site = quiet;
    await schedule({ startAt: clock.now() + HOUR, document: { remind: { enableReminder: true } } });
    site = former;
    await context.events.drain();
    await context.sites.change('acme', { settings: { defaults: { emailReminders: true } } });
    const { mails: all } = await context.mail.outbox.list(site);
    assert.deepEqual(
      all.slice(0, all.length - before).map(({ kind }) => kind),
      ['scheduled'],
    );
    await mails();
  });

  test('whoever waits in the lobby of a personal room is told of, if its owner wants that', async () => {
    const { context } = parlance;
    const waits = (modes: readonly ('EMAIL' | 'SMS')[]) => {
      const personalMeetingRoom = { ...host.profile.personalMeetingRoom, notificationModes: modes };
      const owner = { ...host, profile: { ...host.profile, personalMeetingRoom } };
      return context.database.write((tx) =>
        context.mail.notices.somebodyIsThere(tx, site, owner, {
          name: 'Eve\r\nBcc: evil@evil.example',
          what: 'waits',
        }),
      );
    };
    await waits(['SMS']);
    assert.deepEqual([...(await mails()).keys()], []);
    await waits(['SMS', 'EMAIL']);
    const { mail } = await mailTo(host.email);
    assert.match(mail.subject ?? '', /^Eve Bcc: evil@evil\.example is waiting in the lobby/);
    assert.match(mail.text ?? '', new RegExp(`/acme/meet/${host.personalUrl}`));
  });

  test('a new account is welcomed when CreateUser asks for it, without its password', async () => {
    const user = (name: string, more: string) =>
      parlance.ok(
        'user.CreateUser',
        `<firstName>Nia</firstName><lastName>New</lastName><webExId>${name}</webExId>` +
          `<email>${name}@acme.com</email><password>P@ssword123</password>${more}`,
      );
    await user('quiet', '');
    assert.deepEqual([...(await mails()).keys()], []);
    await user('nia', '<sendWelcome>TRUE</sendWelcome>');
    const { mail, raw } = await mailTo('nia@acme.com');
    assert.equal(mail.subject, 'Welcome to acme');
    assert.match(mail.text ?? '', /User name: nia/);
    assert.doesNotMatch(raw + mail.text + mail.html, /P@ssword123/);
    // The link of the welcome leads to the page on which a password is chosen, for a week.
    const token = /reset\.php\?TOKEN=([\w-]{43})/.exec(mail.text ?? '')?.[1] ?? '';
    parlance.clock.advance({ days: 6 });
    const { passwordResets } = parlance.context;
    assert.equal((await passwordResets.holderOf(site, token)).webExId, 'nia');
    parlance.clock.advance({ days: 1 });
    await assert.rejects(passwordResets.holderOf(site, token));
  });

  test('no name of a session or a person adds a header, a tag or a line', async () => {
    const attack = 'Plan\u2028"><script>alert(1)</script>\u202e;x:y,z\\n ATTENDEE:mailto:evil@evil.example';
    await schedule({
      confName: attack,
      document: { agenda: `<img src=x>\nEND:VEVENT\n${attack}`, location: attack },
      attendees: [person('ada@acme.com', attack)],
    });
    const { mail, raw } = await mailTo('ada@acme.com');
    assert.doesNotMatch(String(mail.html), /<script|<img/);
    assert.equal(mail.headers.has('bcc'), false);
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).split('\r\n');
    assert.deepEqual(
      headers.flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? []),
      'Auto-Submitted From To Reply-To Subject Message-ID Date MIME-Version Content-Type'.split(' '),
    );
    const { content } = calendarOf(mail);
    assert.equal(content.match(/^BEGIN:VEVENT/gm)?.length, 1);
    assert.deepEqual(
      eventIn(content).attendees.map((attendee) => attendee.getFirstValue()),
      ['mailto:ada@acme.com'],
    );
    assert.match(mail.subject ?? '', /^Invitation: Plan "><script>/);
  });
});

function person(email: string, name = email, details: Partial<NewAttendee['details']> = {}): NewAttendee {
  return {
    email,
    name,
    role: 'ATTENDEE',
    joinStatus: 'INVITE',
    details: { type: 'VISITOR', languageID: 1, ...details },
  };
}

/** The attached file, which is the alternative of the text too. */
function calendarOf(mail: Received['mail']): { method: string; content: string } {
  const [part, file] = ['text/calendar', 'application/ics'].map((type) =>
    mail.attachments.find(({ contentType }) => contentType === type),
  );
  assert.ok(part && file);
  assert.equal(file.filename, 'invite.ics');
  const content = file.content.toString();
  assert.equal(part.content.toString(), content);
  const method = methodOf(content);
  return { method, content };
}
