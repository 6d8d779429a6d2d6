import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { AccountWithProfile } from '../../src/accounts/account.ts';
import type { NewAttendee } from '../../src/sessions/attendee.ts';
import { localTimeAt } from '../../src/sessions/recurrence.ts';
import { schedule } from '../../src/sessions/schedule.ts';
import { SESSION_SERVICES, type SessionService } from '../../src/sessions/services.ts';
import type { Session } from '../../src/sessions/session.ts';
import { linkForAttendees, linkForPanelists } from '../../src/sessions/session-links.ts';
import type { SessionWish } from '../../src/sessions/wish.ts';
import type { Site } from '../../src/sites/site.ts';
import { zoneOf } from '../../src/time/time-zones.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { visitorAs } from './portal.ts';

/** The page of a session of each kind: what it says, to whom, and which ways in it has. */

const START = Date.UTC(2026, 2, 12, 18);
const MINUTE = 60_000;
const ZONE = zoneOf(11);

forProtocol('Pages of every kind of session', (open) => {
  const parlance = sharedSite(open);
  let site: Site;
  let host: AccountWithProfile;

  before(async () => {
    const { accounts, sites } = parlance().context;
    site = await sites.required('acme');
    host = await accounts.withProfile(await accounts.required(site, 'hostid'));
  });

  const planned = (service: SessionService, { timing, ...wish }: SessionWish = {}) => {
    parlance().clock.turnTo(START - 60 * MINUTE);
    return schedule(parlance().context, site, {
      host,
      creator: host,
      service,
      wish: {
        confName: 'Growing apples',
        timing: { start: localTimeAt(START, ZONE), zone: ZONE, duration: 60, ...timing },
        ...wish,
      },
    });
  };

  /** Of the page that an address of the site shows. */
  async function pageAt(address: string, visitor = new Visitor(parlance().url)) {
    const { status, text } = await visitor.get(
      new URL(address, parlance().url).href.slice(parlance().url.length),
    );
    const [, content = ''] = /<div id="root">([\s\S]*?)<script type="application\/json"/.exec(text) ?? [];
    // What React puts between two texts is nothing that people read.
    return { status, text: Buffer.from(content, 'latin1').toString().replaceAll('<!-- -->', '') };
  }

  const linkOf = (session: Session) => parlance().context.links.session(site, linkForAttendees(session));
  const byNumber = ({ sessionKey }: Session, page = 'e.php?AT=SINF') => `/acme/${page}&MK=${sessionKey}`;

  const person = (email: string, more: Partial<NewAttendee> = {}): NewAttendee => ({
    email,
    name: 'Ada Byron',
    role: 'ATTENDEE',
    ...more,
    details: { type: 'VISITOR', languageID: 1, ...more.details },
  });

  test('each has the words of its kind, and none those of a meeting', async () => {
    for (const [service, noun] of [
      [SESSION_SERVICES.training, 'Session number'],
      [SESSION_SERVICES.event, 'Event number'],
      [SESSION_SERVICES.sales, 'Session number'],
      [SESSION_SERVICES.support, 'Session number'],
    ] as const) {
      const session = await planned(service);
      for (const address of [linkOf(session), byNumber(session), byNumber(session, 'm.php?AT=JM')]) {
        const { status, text } = await pageAt(address);
        assert.equal(status, 200, address);
        assert.match(text, /Growing apples/);
        assert.match(text, new RegExp(noun));
        assert.doesNotMatch(text, /meeting/i);
      }
    }
  });

  test('links of trainings stand in k2, those of events bear an e', async () => {
    const training = await planned(SESSION_SERVICES.training);
    assert.match(linkOf(training), /\/acme\/k2\/j\.php\?MTID=t[0-9a-f]{32}$/);
    assert.match(linkOf(await planned(SESSION_SERVICES.event)), /\/acme\/j\.php\?MTID=e[0-9a-f]{32}$/);
    const program = new Visitor(parlance().url);
    program.accept = undefined;
    const file = await program.get(new URL(linkOf(training)).pathname + new URL(linkOf(training)).search);
    assert.match(file.text, /URL:http[^\r]+k2\/j\.php/);
  });

  test('one may join from the openTime on, or when it runs', async () => {
    const session = await planned(SESSION_SERVICES.training, { document: { openTime: 20 * 60 } });
    const { clock, context } = parlance();
    const way = /href="[^"]*AT=JM/;
    const early = await pageAt(linkOf(session));
    assert.match(early.text, /You can join 20 minutes before the start\./);
    assert.doesNotMatch(early.text, way);
    clock.turnTo(START - 20 * MINUTE);
    assert.match((await pageAt(linkOf(session))).text, way);
    clock.turnTo(START + 61 * MINUTE);
    assert.match(
      (await pageAt(linkOf(session), await visitorAs(parlance(), 'guest'))).text,
      /cannot be joined now/,
    );

    const event = await planned(SESSION_SERVICES.event, { document: { openTime: 0 } });
    assert.match((await pageAt(linkOf(event))).text, /You can join when the host has started\./);
    const host = await visitorAs(parlance(), 'hostid');
    assert.match((await pageAt(linkOf(event), host)).text, /Start event/);
    const place = { kind: 'session', session: event } as const;
    const account = await context.accounts.required(site, 'hostid');
    await context.live.enter(site, place, { name: 'H', email: account.email, account, isHost: true });
    const running = await pageAt(linkOf(event));
    assert.match(running.text, way);
    assert.match(running.text, /In progress/);
  });

  test('a course shows all of its dates, an event what it is about', async () => {
    const course = await planned(SESSION_SERVICES.training, {
      timing: {
        repeat: { repeatType: 'WEEKLY', interval: 1, dayInWeek: ['THURSDAY'], afterMeetingNumber: 3 },
      },
      document: { trainingKind: 'MULTIPLE_SESSION', description: 'With <b>saws</b>' },
    });
    const { text } = await pageAt(linkOf(course));
    for (const day of [12, 19, 26]) assert.match(text, new RegExp(`Thursday, March ${day}, 2026`));
    assert.match(text, /With &lt;b&gt;saws/);
    const event = await planned(SESSION_SERVICES.event, {
      document: { panelistsInfo: 'Pam Pomona', agenda: 'Only for guests' },
    });
    const shown = await pageAt(linkOf(event));
    assert.match(shown.text, /Panelists<\/h2><p[^>]*>Pam Pomona/);
    assert.doesNotMatch(shown.text, /Only for guests/);
  });

  test('an unlisted one tells nothing to those who come by its number', async () => {
    const session = await planned(SESSION_SERVICES.event, {
      listStatus: 'UNLISTED',
      invited: [person('guest@acme.com')],
    });
    const numbers = `ED=${session.eventID}&UID=${host.userId}`;
    for (const address of [
      byNumber(session),
      `/acme/e.php?AT=MI&EventID=${session.eventID}`,
      `/acme/j.php?${numbers}&ICS=MIFA`,
    ]) {
      const { status, text } = await pageAt(address);
      assert.equal(status, 404, address);
      assert.doesNotMatch(text, /apples/);
    }
    const listed = await planned(SESSION_SERVICES.event);
    assert.equal((await pageAt(`/acme/j.php?ED=${listed.eventID}&UID=${host.userId}`)).status, 200);
    assert.match((await pageAt(linkOf(session))).text, /Growing apples/);
    const hostid = await visitorAs(parlance(), 'hostid');
    assert.match((await pageAt(byNumber(session), hostid)).text, /Growing apples/);
    const stranger = await parlance().person();
    const other = await visitorAs(parlance(), stranger.webExID);
    assert.equal((await pageAt(byNumber(session, 'm.php?AT=MD'), other)).status, 404);
  });

  test('a private one tells nothing to guests who come by its number, and people with an account of it', async () => {
    const session = await planned(SESSION_SERVICES.event, { listStatus: 'PRIVATE' });
    const numbers = [
      byNumber(session),
      byNumber(session, 'm.php?AT=MD'),
      `/acme/e.php?AT=MI&EventID=${session.eventID}`,
      `/acme/j.php?ED=${session.eventID}&UID=${host.userId}`,
      `/acme/globalcallin.php?ED=${session.eventID}`,
    ];
    for (const address of numbers) assert.doesNotMatch((await pageAt(address)).text, /apples/, address);
    const other = await visitorAs(parlance(), (await parlance().person()).webExID);
    for (const address of numbers.slice(0, 4)) {
      assert.match((await pageAt(address, other)).text, /apples/, address);
    }
    // Who was given the link is a guest of the host's.
    assert.match((await pageAt(linkOf(session))).text, /Growing apples/);
  });

  test('the door of one that is not listed tells its number alone until what guards it is shown', async () => {
    const guarded = { listStatus: 'UNLISTED', document: { password: 'Trees123' } } as const;
    const session = await planned(SESSION_SERVICES.meeting, guarded);
    const door = `/acme/m.php?AT=JM&MK=${session.sessionKey}`;
    const other = await visitorAs(parlance(), (await parlance().person()).webExID);
    for (const visitor of [new Visitor(parlance().url), other]) {
      const { status, text } = await pageAt(door, visitor);
      assert.equal(status, 200);
      assert.doesNotMatch(text, /apples|Holly/i);
      assert.match(text, /name="PW"/);
      const wrong = await pageAt(`${door}&AN=Ann&AE=ann@example.com&PW=Wrong123`, visitor);
      assert.doesNotMatch(wrong.text, /apples|Holly/i);
    }
    const right = await pageAt(`${door}&AN=Ann&AE=ann@example.com&PW=Trees123`);
    assert.match(right.text, /Growing apples/);
    const listed = await planned(SESSION_SERVICES.meeting, { document: { password: 'Trees123' } });
    assert.match((await pageAt(`/acme/m.php?AT=JM&MK=${listed.sessionKey}`)).text, /Growing apples/);
  });

  test('the address that a host has open shows guests what everybody may see, of what is listed alone', async () => {
    const shown = (session: { readonly sessionKey: number }) =>
      pageAt(`/acme/m.php?AT=MD&MK=${session.sessionKey}`);
    const listed = await shown(await planned(SESSION_SERVICES.event, { document: { password: 'Trees123' } }));
    assert.equal(listed.status, 200);
    assert.match(listed.text, /Growing apples/);
    assert.doesNotMatch(listed.text, /Trees123/);
    const hidden = [
      await planned(SESSION_SERVICES.event, { listStatus: 'UNLISTED' }),
      await planned(SESSION_SERVICES.event, { listStatus: 'PRIVATE' }),
      { sessionKey: 100000001 },
    ];
    const alike = new Set<string>();
    for (const session of hidden) {
      const { status, text } = await shown(session);
      const plain = text
        .replaceAll(String(session.sessionKey), '#')
        .replaceAll(/nonce="[^"]*"/g, '')
        .replaceAll(/[0-9a-f]{8}-[0-9a-z]+/g, '')
        .replaceAll(/(name="FORM" value=|"FORM":)"[^"]*"/g, '');
      alike.add(`${status} ${plain}`);
    }
    assert.equal(alike.size, 1);
    assert.match([...alike][0] ?? '', /Sign in/);
  });

  test('the link of Moodle to a training leads guests to where they join', async () => {
    const training = await planned(SESSION_SERVICES.training, {
      listStatus: 'UNLISTED',
      document: { password: 'Trees123' },
    });
    const guest = new Visitor(parlance().url);
    for (const query of [`ED=${training.eventID}&UID=1`, `ED=${training.eventID}`]) {
      const { target } = await guest.get(`/acme/k2/j.php?${query}`);
      assert.equal(`${target?.pathname}${target?.search}`, `/acme/m.php?AT=JM&MK=${training.sessionKey}`);
    }
    assert.equal((await guest.get('/acme/k2/j.php?ED=100000001&UID=1')).status, 404);
    guest.accept = undefined;
    assert.equal((await guest.get(`/acme/k2/j.php?ED=${training.eventID}&UID=1`)).status, 404);
  });

  test('one registers for a training and enrols in an event, and sees how that stands', async () => {
    const training = await planned(SESSION_SERVICES.training, {
      document: { attendeeOptions: { registration: true } },
    });
    assert.match((await pageAt(linkOf(training))).text, /AT=GF[^>]*>Register</);
    const event = await planned(SESSION_SERVICES.event, {});
    assert.match((await pageAt(linkOf(event))).text, /AT=GF[^>]*>Enrol</);
    assert.match((await pageAt(byNumber(event, 'm.php?AT=EN'))).text, /<form/);

    const { webExID } = await parlance().person({ email: 'eva@acme.com' });
    const eva = await visitorAs(parlance(), webExID);
    const { sessions } = parlance().context;
    for (const [joinStatus, words] of [
      ['REGISTER', /Your enrolment waits for approval\./],
      ['ACCEPT', /You are enrolled\./],
      ['REJECT', /Your enrolment was not accepted\./],
    ] as const) {
      const attendee = person('eva@acme.com', { joinStatus, registers: true });
      await sessions.addAttendees(site, [{ sessionKey: event.sessionKey, attendee }], () => {});
      assert.match((await pageAt(linkOf(event), eva)).text, words);
    }
  });

  test('registration ends at its date, and when all places are taken', async () => {
    const full = await planned(SESSION_SERVICES.training, {
      document: { attendeeOptions: { registration: true, participantLimit: 1 } },
      invited: [person('ada@acme.com', { joinStatus: 'ACCEPT', registers: true })],
    });
    const text = (await pageAt(linkOf(full))).text;
    assert.match(text, /all places are taken/);
    assert.doesNotMatch(text, /AT=GF/);
    const closed = await planned(SESSION_SERVICES.training, {
      document: {
        attendeeOptions: {
          registration: true,
          registrationCloseDate: localTimeAt(START - 30 * MINUTE, ZONE),
        },
      },
    });
    assert.match((await pageAt(linkOf(closed))).text, /AT=GF/);
    parlance().clock.turnTo(START - 29 * MINUTE);
    assert.match((await pageAt(linkOf(closed))).text, /Registrations are closed\./);
  });

  test('panelists have a page of their own, and come in by the password of the panel', async () => {
    const event = await planned(SESSION_SERVICES.event, {
      document: { password: 'Guests12', panelistPassword: 'Stage123', openTime: 3600 },
      invited: [
        person('pam@acme.com', {
          name: 'Pam Pomona',
          role: 'PRESENTER',
          details: { type: 'PANELIST', languageID: 1 },
        }),
      ],
    });
    const [pam] = await parlance().context.sessions.attendeesOf(event);
    const link = parlance().context.links.session(site, linkForPanelists(event), String(pam?.registerID));
    const page = await pageAt(link);
    assert.match(page.text, /You are invited as a panelist\./);
    assert.doesNotMatch(page.text, /Enrol/);
    const [, join = ''] = /href="([^"]*AT=JM[^"]*)"/.exec(page.text) ?? [];
    const address = join.replaceAll('&amp;', '&');
    assert.match((await pageAt(address)).text, /Panelist password/);

    const fields = Object.fromEntries(new URL(address, parlance().url).searchParams);
    const tried = async (PW: string) => new Visitor(parlance().url).post('/acme/m.php', { ...fields, PW });
    for (const wrong of ['Guests12', 'Stage124', '']) {
      const answer = await tried(wrong);
      assert.equal(answer.target?.pathname, undefined, wrong);
      assert.match(answer.text, /Panelist password/);
    }
    assert.equal((await tried('Stage123')).target?.pathname, '/acme/room.php');
  });

  test('SS begins a support session now', async () => {
    const hostid = await visitorAs(parlance(), 'hostid');
    const { site: acme } = { site };
    const { target } = await hostid.post('/acme/m.php', { AT: 'SS', FORM: '' });
    assert.equal(target?.pathname, '/acme/room.php');
    const key = Number(target?.searchParams.get('MK'));
    const session = await parlance().context.sessions.required(acme, key);
    assert.equal(session.service, 'SupportCenter');
    assert.equal(session.confName, "Holly Host's support session");
  });
});
