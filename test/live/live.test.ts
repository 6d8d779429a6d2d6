import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { SessionFull, SessionLocked, SessionNotRunning } from '../../src/live/live.ts';
import { SessionNotFound } from '../../src/sessions/session.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type House, hostOf, meetingHouse, names, stranger } from './meeting-house.ts';

/** Who is in which session: coming, waiting, going, and the end. */

forEachDatabase('people in a session', (open) => {
  let house: House;
  before(async () => {
    house = await meetingHouse(await open());
  });

  const flags = async (session: Parameters<House['now']>[0]) => {
    const now = await house.now(session);
    return now && [now.inProgress, now.actualStartAt, now.hostJoined, now.participantsJoined];
  };

  test('the host starts it by coming in', async () => {
    const { clock, live, site } = house;
    const { host, session } = await house.meeting();
    assert.deepEqual(await flags(session), [false, null, false, false]);
    assert.equal(await live.running(site, session.sessionKey), undefined);
    assert.equal(await live.state(site, session.sessionKey), undefined);

    const { stay, token } = await house.enter(session, hostOf(host));
    assert.match(token, /^[\w-]{43}$/);
    assert.match(stay.publicId, /^[\w-]{22}$/);
    assert.deepEqual(
      [stay.state, stay.isHost, stay.name, stay.joinedAt, stay.sessionKey],
      ['IN', true, 'Holly Host', clock.now(), session.sessionKey],
    );
    assert.deepEqual(await flags(session), [true, clock.now(), true, false]);
    const run = (await live.state(site, session.sessionKey))?.run;
    assert.deepEqual(await live.running(site, session.sessionKey), {
      run,
      startedAt: clock.now(),
      isLocked: false,
      hostJoined: true,
      participantsJoined: false,
      participants: 1,
    });

    await house.enter(session, stranger('Ada'));
    assert.deepEqual(await flags(session), [true, clock.now(), true, true]);
    assert.deepEqual(names((await live.state(site, session.sessionKey))?.people), ['Holly Host', 'Ada']);
    assert.deepEqual(await live.stay(site, token), stay);
  });

  test('nobody else starts it, and nothing is left of who tried', async () => {
    const { session } = await house.meeting();
    await assert.rejects(house.enter(session, stranger('Ada')), SessionNotRunning);
    assert.deepEqual(await flags(session), [false, null, false, false]);
    assert.deepEqual(await house.history.usagesOf(house.site, session.sessionKey), []);
  });

  test('people come before the host where the session opens early', async () => {
    const { clock, live, site } = house;
    const startAt = clock.now() + 3_600_000;
    const { host, session } = await house.meeting({ startAt, document: { openTime: 3600 } });
    const late = await house.meeting({ startAt: startAt + 1, document: { openTime: 3600 } });
    const asking = await house.meeting({
      startAt,
      document: { openTime: 3600, attendeeOptions: { request: true } },
    });
    const over = await house.meeting({
      startAt: clock.now() - 3_600_000,
      duration: 60,
      document: { openTime: 3600 },
    });
    await assert.rejects(house.enter(late.session, stranger('Ada')), SessionNotRunning);
    await assert.rejects(house.enter(asking.session, stranger('Ada')), SessionNotRunning);
    await assert.rejects(house.enter(over.session, stranger('Ada')), SessionNotRunning);
    await house.enter(session, stranger('Ada'));
    assert.deepEqual(await flags(session), [true, clock.now(), false, true]);
    assert.equal((await live.running(site, session.sessionKey))?.hostJoined, false);
    await house.enter(session, hostOf(host));
    assert.deepEqual(await flags(session), [true, clock.now(), true, true]);
    assert.equal((await house.usage(session)).host.webExId, host.webExId);
  });

  test('a site may forbid to come before the host', async () => {
    const { live } = house;
    const { session } = await house.meeting({ startAt: house.clock.now(), document: { openTime: 900 } });
    const { settings } = house.site;
    const strict = {
      ...house.site,
      settings: { ...settings, security: { ...settings.security, joinBeforeHost: false } },
    };
    const coming = live.enter(strict, { kind: 'session', session }, stranger('Ada'));
    await assert.rejects(coming, SessionNotRunning);
  });

  test('a host may have several running at once', async () => {
    const one = await house.meeting();
    const two = await house.meeting({ host: one.host });
    await house.enter(one.session, hostOf(one.host));
    await house.enter(two.session, hostOf(one.host));
    assert.equal((await house.now(one.session))?.inProgress, true);
    assert.equal((await house.now(two.session))?.inProgress, true);
  });

  test('a locked session keeps newcomers out, but not the host and not who is in', async () => {
    const { live, site } = house;
    const { host, session } = await house.meeting();
    const ada = { ...stranger('Ada'), account: await house.host('ada') };
    await house.enter(session, hostOf(host));
    await house.enter(session, ada);
    assert.equal(await live.lock(site, session.sessionKey, true), true);
    assert.equal((await live.state(site, session.sessionKey))?.isLocked, true);
    await assert.rejects(house.enter(session, stranger('Bob')), SessionLocked);
    await house.enter(session, ada);
    await house.enter(session, { ...stranger('Deputy'), isHost: true });
    assert.equal(await live.lock(site, session.sessionKey, false), true);
    await house.enter(session, stranger('Bob'));
    assert.equal(await live.lock(site, (await house.meeting()).session.sessionKey, true), false);
  });

  test('people ask to be let in, and wait for the answer', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting({ document: { attendeeOptions: { request: true } } });
    await house.enter(session, hostOf(host));
    const ada = await house.enter(session, stranger('Ada'));
    const bob = await house.enter(session, stranger('Bob'));
    assert.equal(ada.stay.state, 'WAITING');
    const state = await live.state(site, session.sessionKey);
    assert.deepEqual([names(state?.people), names(state?.waiting)], [['Holly Host'], ['Ada', 'Bob']]);
    assert.deepEqual(await flags(session), [true, clock.now(), true, false]);

    clock.advance({ seconds: 10 });
    assert.equal(await live.admit(site, session.sessionKey, ada.stay.publicId), true);
    assert.equal(await live.admit(site, session.sessionKey, ada.stay.publicId), false);
    assert.equal(await live.refuse(site, session.sessionKey, ada.stay.publicId), false);
    assert.equal(await live.refuse(site, session.sessionKey, bob.stay.publicId), true);
    assert.equal(await live.refuse(site, session.sessionKey, 'nobody'), false);
    assert.equal((await live.stay(site, ada.token))?.state, 'IN');
    assert.equal((await live.stay(site, ada.token))?.joinedAt, clock.now());
    assert.equal((await live.stay(site, bob.token))?.state, 'REFUSED');
    assert.equal((await flags(session))?.[3], true);
    // Whoever only waited was not there.
    assert.deepEqual(
      (await house.usage(session)).attendances.map(({ name }) => name),
      ['Holly Host', 'Ada'],
    );
  });

  test('those who wait do not keep it running', async () => {
    const { live, site } = house;
    const { host, session } = await house.meeting({ document: { attendeeOptions: { request: true } } });
    const holly = await house.enter(session, hostOf(host));
    const ada = await house.enter(session, stranger('Ada'));
    await live.leave(site, holly.token);
    assert.equal(await live.running(site, session.sessionKey), undefined);
    assert.equal((await live.stay(site, ada.token))?.state, 'ENDED');
    assert.equal((await live.renew(site, ada.token))?.state, 'ENDED');
  });

  test('a full session takes nobody but the host', async () => {
    const { live, site } = house;
    const { host, session } = await house.meeting({
      document: { maxUserNumber: 2, attendeeOptions: { request: true } },
    });
    await house.enter(session, { ...stranger('Deputy'), isHost: true });
    const ada = await house.enter(session, stranger('Ada'));
    const bob = await house.enter(session, stranger('Bob'));
    await live.admit(site, session.sessionKey, ada.stay.publicId);
    await assert.rejects(live.admit(site, session.sessionKey, bob.stay.publicId), SessionFull);
    assert.equal((await live.stay(site, bob.token))?.state, 'WAITING');
    await assert.rejects(house.enter(session, stranger('Cem')), SessionFull);
    await house.enter(session, hostOf(host));
    assert.equal((await live.running(site, session.sessionKey))?.participants, 3);
    await live.leave(site, ada.token);
    await assert.rejects(house.enter(session, stranger('Cem')), SessionFull);
  });

  test('the same account takes its earlier stay over, from wherever it comes', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting();
    const account = await house.host('eve');
    await house.enter(session, hostOf(host));
    const first = await house.enter(session, { ...stranger('Eve'), account, agent: 'Desk' });
    clock.advance({ seconds: 10 });
    const second = await house.enter(session, { ...stranger('Eve II'), account, agent: 'Phone' });
    assert.equal(second.stay.publicId, first.stay.publicId);
    assert.equal(second.stay.joinedAt, first.stay.joinedAt);
    assert.equal(await live.stay(site, first.token), undefined);
    assert.equal(await live.renew(site, first.token), undefined);
    await live.leave(site, first.token);
    assert.deepEqual(names((await live.state(site, session.sessionKey))?.people), ['Holly Host', 'Eve II']);
    const [, eve, ...more] = (await house.usage(session)).attendances;
    assert.deepEqual([eve?.name, eve?.details.clientAgent, more.length], ['Eve II', 'Phone', 0]);
  });

  test('so does the same invitation; strangers of one name are different people', async () => {
    const { live, site, sessions } = house;
    const { host, session } = await house.meeting({ document: { maxUserNumber: 9 } });
    const details = { type: 'VISITOR', languageID: 1, company: 'Elsewhere & Sons' } as const;
    const guest = { email: 'guest@elsewhere.com', name: 'Guest', role: 'ATTENDEE', details } as const;
    await sessions.addAttendees(site, [{ sessionKey: session.sessionKey, attendee: guest }], () => {});
    const [attendee] = await sessions.attendeesOf(session);
    await house.enter(session, hostOf(host));
    await house.enter(session, { ...stranger('Guest'), attendee });
    await house.enter(session, { ...stranger('Guest'), attendee });
    await house.enter(session, stranger('Guest'));
    await house.enter(session, stranger('Guest'));
    assert.equal((await live.running(site, session.sessionKey))?.participants, 4);
    await live.end(site, session.sessionKey);
    const usage = await house.usage(session);
    assert.deepEqual([usage.invited, usage.registered], [1, 0]);
    assert.deepEqual(
      usage.attendances.map((one) => [one.details.company, one.details.invited]),
      [
        [undefined, false],
        ['Elsewhere & Sons', true],
        [undefined, false],
        [undefined, false],
      ],
    );
  });

  test('somebody who waits is in when they come again as a host', async () => {
    const { host, session } = await house.meeting({ document: { attendeeOptions: { request: true } } });
    const account = await house.host('deputy');
    await house.enter(session, hostOf(host));
    const waiting = await house.enter(session, { ...stranger('Deputy'), account });
    const again = await house.enter(session, { ...stranger('Deputy'), account, isHost: true });
    assert.deepEqual([waiting.stay.state, again.stay.state], ['WAITING', 'IN']);
    assert.equal((await house.usage(session)).attendances.length, 2);
  });

  test('the others stay when the host leaves, and it ends with the last of them', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting({
      document: { tracking: { trackingCode1: 'sales' } },
    });
    const startedAt = clock.now();
    const holly = await house.enter(session, hostOf(host));
    clock.advance({ seconds: 8 });
    const ada = await house.enter(session, stranger('Ada'));
    clock.advance({ seconds: 4 });
    await live.leave(site, holly.token);
    assert.equal((await live.stay(site, holly.token))?.state, 'LEFT');
    assert.deepEqual(names((await live.state(site, session.sessionKey))?.people), ['Ada']);
    assert.equal((await house.now(session))?.inProgress, true);
    clock.advance({ seconds: 8 });
    await live.leave(site, ada.token);
    await live.leave(site, ada.token);
    assert.deepEqual(await flags(session), [false, null, false, false]);
    assert.equal(await live.running(site, session.sessionKey), undefined);

    const usage = await house.usage(session);
    assert.deepEqual(
      [usage.startedAt, usage.endedAt, usage.endReason],
      [startedAt, startedAt + 20_000, 'LEFT'],
    );
    assert.deepEqual([usage.participants, usage.peak, usage.peopleTime], [2, 2, 24_000]);
    assert.deepEqual(usage.host, {
      id: host.id,
      userId: host.userId,
      webExId: host.webExId,
      name: 'Holly Host',
      email: host.email,
    });
    assert.deepEqual(
      [usage.confID, usage.confName, usage.service, usage.sessionType, usage.timeZoneID],
      [session.confID, 'Meeting', 'MeetingCenter', 3, 4],
    );
    assert.deepEqual([usage.startAt, usage.duration], [session.startAt, 60]);
    assert.deepEqual(usage.details.tracking, { trackingCode1: 'sales' });
    assert.deepEqual(
      usage.attendances.map(({ name, joinedAt, leftAt, endReason }) => [
        name,
        joinedAt - startedAt,
        leftAt && leftAt - startedAt,
        endReason,
      ]),
      [
        ['Holly Host', 0, 12_000, 'LEFT'],
        ['Ada', 8_000, 20_000, 'LEFT'],
      ],
    );
    assert.deepEqual(usage.attendances[0]?.details.ipAddress, '192.0.2.1');
  });

  test('the host ends it for all', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting();
    await house.enter(session, hostOf(host));
    const ada = await house.enter(session, stranger('Ada'));
    assert.equal(await live.end(site, session.sessionKey), true);
    assert.equal(await live.end(site, session.sessionKey), false);
    assert.equal((await live.stay(site, ada.token))?.state, 'ENDED');
    assert.deepEqual(await flags(session), [false, null, false, false]);
    const usage = await house.usage(session);
    assert.deepEqual(
      usage.attendances.map(({ leftAt, endReason }) => [leftAt, endReason]),
      [
        [clock.now(), 'ENDED'],
        [clock.now(), 'ENDED'],
      ],
    );
    // The next time is another one.
    await house.enter(session, hostOf(host));
    assert.equal((await live.running(site, session.sessionKey))?.participants, 1);
    assert.equal((await house.history.usagesOf(site, session.sessionKey)).length, 2);
  });

  test('somebody is put out, a host is not', async () => {
    const { live, site } = house;
    const { host, session } = await house.meeting();
    const holly = await house.enter(session, hostOf(host));
    const ada = await house.enter(session, stranger('Ada'));
    assert.equal(await live.expel(site, session.sessionKey, holly.stay.publicId), false);
    assert.equal(await live.expel(site, session.sessionKey, ada.stay.publicId), true);
    assert.equal((await live.stay(site, ada.token))?.state, 'EXPELLED');
    assert.equal((await house.usage(session)).attendances[1]?.endReason, 'EXPELLED');
  });

  test('a session that is to be deleted at its end is gone, and its history stays', async () => {
    const { live, site, sessions } = house;
    const enableOptions = { autoDeleteAfterMeetingEnd: true };
    const { host, session } = await house.meeting({ document: { enableOptions } });
    await house.enter(session, hostOf(host));
    await live.end(site, session.sessionKey);
    assert.equal(await house.now(session), undefined);
    assert.equal((await house.usage(session)).confName, 'Meeting');
    await assert.rejects(house.enter(session, hostOf(host)), SessionNotFound);

    const weekly = await house.meeting({
      document: { enableOptions, repeat: { repeatType: 'WEEKLY', interval: 1, dayInWeek: ['MONDAY'] } },
    });
    await house.enter(weekly.session, hostOf(weekly.host));
    await live.end(site, weekly.session.sessionKey);
    assert.equal((await sessions.required(site, weekly.session.sessionKey)).inProgress, false);
  });

  test('a personal room runs as its owner comes in, and locks itself', async () => {
    const { live, site, clock } = house;
    const plain = await house.host('owner');
    const owner = {
      ...plain,
      profile: {
        ...plain.profile,
        personalMeetingRoom: {
          ...plain.profile.personalMeetingRoom,
          PMRAutoLock: true,
          PMRAutoLockWaitTime: 5,
        },
      },
    };
    const room = { kind: 'room', owner } as const;
    const key = Number(owner.accessCode);
    await assert.rejects(live.enter(site, room, stranger('Ada')), SessionNotRunning);
    const holly = await live.enter(site, room, hostOf(owner));
    await live.enter(site, room, stranger('Ada'));
    assert.equal((await live.running(site, key))?.isLocked, false);
    clock.advance({ minutes: 5 });
    await live.renew(site, holly.token);
    assert.equal((await live.running(site, key))?.isLocked, true);
    // Whoever comes then knocks.
    const { stay: bob } = await live.enter(site, room, stranger('Bob'));
    assert.equal(bob.state, 'WAITING');
    await live.admit(site, key, bob.publicId);
    await live.lock(site, key, false);
    assert.equal((await live.enter(site, room, stranger('Cy'))).stay.state, 'IN');
    await live.end(site, key);
    const usage = await house.usage({ sessionKey: key });
    assert.deepEqual(
      [usage.details.isPersonalRoom, usage.confName, usage.startAt, usage.duration],
      [true, "Holly Host's Personal Room", null, null],
    );
  });

  test('a token is worth nothing on another site, and only its hash is on disk', async () => {
    const { live, site, sites, database } = house;
    const { host, session } = await house.meeting();
    const { token } = await house.enter(session, hostOf(host));
    const other = await sites.create({ siteName: 'other', siteID: 8_600_002, type: 3 });
    assert.equal(await live.stay(other, token), undefined);
    await live.leave(other, token);
    assert.equal((await live.stay(site, token))?.state, 'IN');
    await assert.rejects(live.enter(other, { kind: 'session', session }, hostOf(host)), SessionNotFound);
    const rows = await database.all(database.builder.selectFrom('stay').selectAll().compile());
    assert.ok(rows.length > 0);
    for (const row of rows) assert.ok(!Object.values(row).some((value) => String(value).includes(token)));
  });

  test('names that break lines, end texts or never end are kept in one short line', async () => {
    const { host, session } = await house.meeting();
    const name = `A\0d\r\na${'\u{1f600}'.repeat(300)}`;
    const { stay } = await house.enter(session, {
      ...hostOf(host),
      name,
      agent: 'x\ny\0',
      address: '\ud800',
    });
    assert.match(stay.name, /^A d a\p{Extended_Pictographic}+/u);
    assert.ok(stay.name.length <= 256);
    assert.equal((await house.usage(session)).attendances[0]?.details.clientAgent, 'x y');
  });
});
