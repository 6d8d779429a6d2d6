import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type House, hostOf, meetingHouse, stranger } from '../live/meeting-house.ts';
import { forEachDatabase } from '../support/databases.ts';

/** What is left of a session that ran. */

forEachDatabase('the history', (open) => {
  let house: House;
  before(async () => {
    house = await meetingHouse(await open());
  });

  test('counts an account once however often it comes, and a stranger each time', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting();
    const account = await house.host('eve');
    await house.enter(session, hostOf(host));
    for (let time = 0; time < 2; time++) {
      const eve = await house.enter(session, { ...stranger('Eve'), account });
      const ada = await house.enter(session, stranger('Ada'));
      clock.advance({ seconds: 6 });
      await live.leave(site, eve.token);
      await live.leave(site, ada.token);
    }
    await live.end(site, session.sessionKey);
    const usage = await house.usage(session);
    assert.deepEqual([usage.attendances.length, usage.participants, usage.peak], [5, 4, 3]);
    assert.equal(usage.peopleTime, 12_000 + 4 * 6_000);
  });

  test('says what was true then, whatever is changed or deleted afterwards', async () => {
    const { live, site, sessions, accounts } = house;
    const { host, session } = await house.meeting({ confName: 'As it was' });
    await house.enter(session, hostOf(host));
    await live.end(site, session.sessionKey);
    const before = await house.usage(session);
    await sessions.change(site, session.sessionKey, () => ({ confName: 'As it is', duration: 5 }));
    await accounts.change(site, host.webExId, () => ({ firstName: 'Molly', email: 'molly@acme.com' }));
    await sessions.remove(site, session.sessionKey, () => {});
    assert.deepEqual(await house.usage(session), before);
    assert.deepEqual([before.confName, before.duration, before.host.name], ['As it was', 60, 'Holly Host']);
  });

  test('is written as it happens: while a session runs it has begun and not ended', async () => {
    const { host, session } = await house.meeting();
    await house.enter(session, hostOf(host));
    const usage = await house.usage(session);
    assert.deepEqual([usage.startedAt, usage.endedAt, usage.endReason], [house.clock.now(), null, null]);
    assert.deepEqual(
      usage.attendances.map(({ leftAt, endReason }) => [leftAt, endReason]),
      [[null, null]],
    );
  });

  test('counts the minutes with sound over the Internet, of those who came by a browser', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting();
    await house.enter(session, hostOf(host));
    const ada = await house.enter(session, stranger('Ada'));
    await house.enter(session, { name: '+493012345612', email: '', isHost: false, via: 'PHONE' });
    clock.advance({ seconds: 10 });
    await live.leave(site, ada.token);
    clock.advance({ seconds: 4 });
    await live.end(site, session.sessionKey);
    const usage = await house.usage(session);
    assert.deepEqual([usage.voipMinutes, usage.voipParticipants], [2, 2]);
    assert.deepEqual(
      usage.attendances.map(({ voipTime }) => voipTime),
      [14_000, 10_000, 0],
    );
    const voiceless = { voip: false, audioVideo: false };
    const silent = await house.meeting({ document: { enableOptions: voiceless } });
    await house.enter(silent.session, hostOf(silent.host));
    clock.advance({ seconds: 5 });
    await live.end(site, silent.session.sessionKey);
    assert.equal((await house.usage(silent.session)).voipMinutes, 0);
  });

  test('counts the minutes on the telephone, by who pays for the call', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting();
    await house.enter(session, hostOf(host));
    const caller = { email: '', isHost: false } as const;
    const paying = await house.enter(session, { ...caller, name: '+493012345612', via: 'PHONE' });
    await house.enter(session, { ...caller, name: '+493012345613', via: 'TOLL_FREE' });
    clock.advance({ seconds: 9 });
    await live.leave(site, paying.token);
    clock.advance({ seconds: 5 });
    await live.end(site, session.sessionKey);
    const usage = await house.usage(session);
    assert.deepEqual([usage.callInMinutes, usage.tollFreeMinutes, usage.callInParticipants], [1, 1, 2]);
    assert.deepEqual(
      usage.attendances.map(({ via, details }) => [via, details.phones?.phone]),
      [
        ['WEB', undefined],
        ['PHONE', '+493012345612'],
        ['TOLL_FREE', '+493012345613'],
      ],
    );
  });

  test('of one site is nothing of another', async () => {
    const { host, session } = await house.meeting();
    await house.enter(session, hostOf(host));
    const other = await house.sites.create({ siteName: 'other', siteID: 8_600_003, type: 3 });
    assert.deepEqual(await house.history.usagesOf(other, session.sessionKey), []);
  });
});
