import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { AccountWithProfile } from '../../src/accounts/account.ts';
import { type CancelledSession, openLinks } from '../../src/links.ts';
import type { NewAttendee } from '../../src/sessions/attendee.ts';
import { registerTokenOf } from '../../src/sessions/numbers.ts';
import { newDocument } from '../../src/sessions/scheduling.ts';
import type { SessionWithDocument } from '../../src/sessions/session.ts';
import { linkForAttendees, linkForHost } from '../../src/sessions/session-links.ts';
import type { Site } from '../../src/sites/site.ts';
import { eventIn, methodOf, occurrencesIn } from '../mail/parsed.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';

/** j.php: a program that follows a session's link gets its calendar file, a browser its page. */

const START = Date.UTC(2026, 2, 5, 18);
const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

forProtocol('j.php', (open) => {
  const parlance = sharedSite(open);
  let site: Site;
  let host: AccountWithProfile;
  let session: SessionWithDocument;

  before(async () => {
    const { sites, accounts, sessions } = parlance().context;
    site = await sites.required('acme');
    host = await accounts.withProfile(await accounts.required(site, 'hostid'));
    const usual = newDocument(site, host);
    const plan = {
      host,
      creator: host,
      service: 'MeetingCenter',
      sessionType: 3,
      confName: 'Überprüfung <b>1</b>',
      startAt: START,
      duration: 90,
      timeZoneID: 25,
      listStatus: 'PUBLIC',
      document: {
        ...usual,
        password: 'Pass1234',
        repeat: { repeatType: 'WEEKLY', interval: 1, dayInWeek: ['THURSDAY'] },
      },
    } as const;
    session = await sessions.create(site, plan, [ada]);
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(path.startsWith('http') ? path : `${parlance().url}/acme/${path}`, { headers, redirect: 'manual' });

  const cancelled = (more: Partial<CancelledSession> = {}): CancelledSession => ({
    eventID: session.eventID,
    sequence: 3,
    confName: 'Überprüfung; "A", 日本語 🎉',
    startAt: START,
    duration: 90,
    timeZoneID: 25,
    userId: host.userId,
    languageID: 1,
    ...more,
  });

  test('gives a program the calendar of the host, with everybody in it', async () => {
    const answer = await get(parlance().context.links.session(site, linkForHost(session)));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8; method=REQUEST');
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="meeting.ics"');
    const content = await answer.text();
    const event = eventIn(content);
    assert.equal(event.uid, `${session.eventID}@acme`);
    assert.equal(event.summary, 'Überprüfung <b>1</b>');
    assert.deepEqual(
      event.attendees.map((attendee) => attendee.getFirstValue()),
      ['mailto:hostid@acme.com', 'mailto:ada@acme.com'],
    );
    assert.match(event.description, /Password: Pass1234/);
    assert.deepEqual(occurrencesIn(content, 5), [
      START,
      Date.UTC(2026, 2, 12, 18),
      Date.UTC(2026, 2, 19, 18),
      Date.UTC(2026, 2, 26, 18),
      Date.UTC(2026, 3, 2, 17),
    ]);
  });

  test('gives a program the calendar of an attendee, with nobody in it', async () => {
    const answer = await get(parlance().context.links.session(site, linkForAttendees(session)));
    const content = await answer.text();
    assert.equal(methodOf(content), 'PUBLISH');
    assert.deepEqual(eventIn(content).attendees, []);
    assert.doesNotMatch(content, /ada@acme/);
  });

  test('shows a browser a page that leads to the session and to the file', async () => {
    for (const [token, ics, method] of [
      [session.hostToken, 'MIFH', 'REQUEST'],
      [session.attendeeToken, 'MIFA', 'PUBLISH'],
    ] as const) {
      const answer = await get(`j.php?mtid=M${token.toUpperCase()}`, BROWSER);
      assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
      const page = await answer.text();
      assert.match(page, /<h1>Überprüfung &lt;b&gt;1&lt;\/b&gt;<\/h1>/);
      assert.match(page, /Thursday, March 5, 2026, 7:00 PM – 8:30 PM, Berlin/);
      assert.match(page, new RegExp(`m\\.php\\?AT=JM&amp;MK=${session.sessionKey}`));
      assert.doesNotMatch(page, /Pass1234|ada@acme/);
      const file = /href="(?:\/acme\/)?(j\.php\?[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      assert.ok(file.endsWith(`ICS=${ics}`), file);
      const download = await get(file, BROWSER);
      assert.equal(methodOf(await download.text()), method);
    }
  });

  test('the link to register tells no password, and is none of the others', async () => {
    const RGID = `r${registerTokenOf(session.attendeeToken)}`;
    assert.match((await get(`j.php?RGID=${RGID}`, BROWSER)).headers.get('location') ?? '', /AT=GF/);
    for (const file of [`j.php?RGID=${RGID}&ICS=MIFA`, `j.php?MTID=m${RGID.slice(1)}`]) {
      assert.doesNotMatch(await (await get(file)).text(), /Pass1234/, file);
    }
    assert.equal((await get(`j.php?RGID=r${session.attendeeToken}`, BROWSER)).status, 404);
  });

  test("an attendee's link does not become the host's by asking", async () => {
    const content = await (await get(`j.php?MTID=m${session.attendeeToken}&ICS=MIFH`)).text();
    assert.equal(methodOf(content), 'PUBLISH');
    assert.doesNotMatch(content, /ada@acme/);
  });

  test('answers the form of 2013, whose numbers others may know, without password and people', async () => {
    for (const ics of ['MIFH', 'MIFA']) {
      const answer = await get(`j.php?ED=${session.eventID}&UID=${host.userId}&ICS=${ics}&ST=1`);
      assert.equal(answer.status, 200);
      const content = await answer.text();
      assert.equal(eventIn(content).uid, `${session.eventID}@acme`);
      assert.doesNotMatch(content, /Pass1234|ada@acme/);
    }
  });

  test('knows no session by a wrong number, a wrong token or on another site', async () => {
    const { links, sites } = parlance().context;
    const other = await sites.required('acme-w11');
    for (const address of [
      'j.php',
      'j.php?MTID=',
      `j.php?MTID=m${'0'.repeat(32)}`,
      `j.php?MTID=m${session.hostToken}0`,
      `j.php?MTID=m${session.hostToken}%00`,
      `j.php?ED=${session.eventID}&UID=${host.userId + 1}&ICS=MIFA`,
      `j.php?ED=${session.eventID}&UID=&ICS=MIFA`,
      `j.php?ED=99999999999999999999&UID=1&ICS=MIFA`,
      `j.php?ED=-1&UID=1e5&ICS=MIFA`,
      links.session(other, linkForHost(session)),
      `${links.site(other)}/j.php?ED=${session.eventID}&UID=${host.userId}&ICS=MIFA`,
    ]) {
      for (const headers of [{}, BROWSER]) {
        const answer = await get(address, headers);
        assert.equal(answer.status, 404, address);
        assert.doesNotMatch(await answer.text(), /berpr/);
      }
    }
  });

  test('makes the file of a cancelled session from its link alone, under the same UID', async () => {
    const { links } = parlance().context;
    for (const reader of ['host', 'attendee'] as const) {
      const url = links.cancelledCalendar(site, cancelled(), reader);
      const answer = await get(url, BROWSER);
      assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8; method=CANCEL');
      const content = await answer.text();
      const event = eventIn(content);
      assert.equal(methodOf(content), 'CANCEL');
      assert.equal(event.uid, `${session.eventID}@acme`);
      assert.equal(event.sequence, 3);
      assert.equal(event.component.getFirstPropertyValue('status'), 'CANCELLED');
      assert.equal(event.summary, 'Überprüfung; "A", 日本語 🎉');
      assert.equal(event.startDate.toUnixTime() * 1000, START);
      assert.equal(event.endDate.toUnixTime() * 1000, START + 90 * 60_000);
    }
  });

  test('writes the link of a cancelled session as recorded', () => {
    const links = openLinks(() => 'https://meet.example.com');
    const told = cancelled({ eventID: 24264547, sequence: 1, confName: 'Test', userId: 12345 });
    const form =
      'https://meet.example.com/acme/j.php?ED=24264547&UID=12345&LD=1&RD=1&ST=1&CN=54:65:73:74' +
      '&STI=2026-03-05-19-00-00&ETI=2026-03-05-20-30-00&TD=25&ICS=';
    assert.equal(links.cancelledCalendar(site, told, 'host'), `${form}CMC`);
    assert.equal(links.cancelledCalendar(site, told, 'attendee'), `${form}MC`);
  });

  test('refuses the link of a cancelled session that was not written by us', async () => {
    const { links } = parlance().context;
    const good = new URL(links.cancelledCalendar(site, cancelled(), 'host'));
    assert.equal((await get(good.href)).status, 200);
    for (const [name, value] of [
      ['ED', 'x'],
      ['ED', '1'.repeat(30)],
      ['UID', ''],
      ['RD', '-1'],
      ['LD', '1;'],
      ['CN', ''],
      ['CN', '5'],
      ['CN', '54:ZZ'],
      ['CN', '54:65:'],
      ['CN', 'FF:FE'],
      ['CN', Array.from({ length: 3000 }, () => '41').join(':')],
      ['STI', '2026-02-30-00-00-00'],
      ['STI', '2026-03-05-25-00-00'],
      ['STI', '2026-3-5-1-0-0'],
      ['STI', '20260305T190000\r\nX:1'],
      ['ETI', '2026-03-05-18-00-00'],
      ['ETI', '2099-03-05-18-00-00'],
      ['TD', '62'],
      ['TD', '-1'],
    ] as const) {
      const bad = new URL(good);
      bad.searchParams.set(name, value);
      const answer = await get(bad.href);
      assert.equal(answer.status, 400, `${name}=${value.slice(0, 40)}`);
    }
  });

  test('lets no name in a link add a line to the file', async () => {
    const attack = 'A\r\nATTENDEE:mailto:evil@evil.example\u2028B\0;C';
    const content = await (
      await get(parlance().context.links.cancelledCalendar(site, cancelled({ confName: attack }), 'host'))
    ).text();
    const event = eventIn(content);
    assert.deepEqual(event.attendees, []);
    assert.equal(event.summary, 'A ATTENDEE:mailto:evil@evil.example B;C');
  });
});

const ada: NewAttendee = {
  email: 'ada@acme.com',
  name: 'Ada Byron',
  role: 'ATTENDEE',
  joinStatus: 'INVITE',
  details: { type: 'VISITOR', languageID: 1 },
};
