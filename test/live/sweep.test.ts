import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LEASE } from '../../src/live/live.ts';
import { forProtocol } from '../support/databases.ts';
import { type House, hostOf, meetingHouse, names, stranger } from './meeting-house.ts';

/** What a browser or a process leaves that went without a word. */

forProtocol('those who are lost', (open, { fresh }) => {
  let house: House;
  before(async () => {
    house = await meetingHouse(await open());
  });

  test('are gone since they were last heard of', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting();
    const startedAt = clock.now();
    const holly = await house.enter(session, hostOf(host));
    const ada = await house.enter(session, stranger('Ada'));
    clock.advance({ seconds: 10 });
    await live.renew(site, ada.token);
    clock.advance({ seconds: 5 });
    await live.renew(site, holly.token);
    await live.sweep();
    assert.deepEqual(names((await live.state(site, session.sessionKey))?.people), ['Holly Host', 'Ada']);
    clock.advance({ seconds: 10 });
    // Nobody sees a ghost, swept or not.
    assert.deepEqual(names((await live.state(site, session.sessionKey))?.people), ['Holly Host']);
    assert.equal((await live.running(site, session.sessionKey))?.participants, 1);
    await live.sweep();
    assert.equal((await live.stay(site, ada.token))?.state, 'LEFT');
    assert.equal((await live.renew(site, ada.token))?.state, 'LEFT');
    assert.equal((await house.now(session))?.inProgress, true);
    const [, lost] = (await house.usage(session)).attendances;
    assert.deepEqual([lost?.leftAt, lost?.endReason], [startedAt + 10_000, 'LOST']);
  });

  test('end the session when nobody is left, when the last was heard of', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting({ document: { attendeeOptions: { request: true } } });
    const startedAt = clock.now();
    const holly = await house.enter(session, hostOf(host));
    clock.advance({ seconds: 12 });
    await live.renew(site, holly.token);
    const ada = await house.enter(session, stranger('Ada'));
    clock.advance({ minutes: 10 });
    await live.renew(site, ada.token);
    await live.sweep();
    const now = await house.now(session);
    assert.deepEqual(
      [now?.inProgress, now?.actualStartAt, now?.hostJoined, now?.participantsJoined],
      [false, null, false, false],
    );
    assert.equal((await live.stay(site, ada.token))?.state, 'ENDED');
    const usage = await house.usage(session);
    assert.deepEqual(
      [usage.endedAt, usage.endReason, usage.peopleTime],
      [startedAt + 12_000, 'LOST', 12_000],
    );
  });

  test('do not end it before somebody who left after them', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting();
    await house.enter(session, hostOf(host));
    const ada = await house.enter(session, stranger('Ada'));
    clock.advance({ seconds: 10 });
    await live.leave(site, ada.token);
    const left = clock.now();
    clock.advance({ seconds: 10 });
    await live.sweep();
    assert.equal((await house.usage(session)).endedAt, left);
  });

  test('are out of the way when somebody else comes, sweep or none', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting({ document: { maxUserNumber: 1 } });
    const lost = await house.enter(session, hostOf(host));
    clock.advance({ milliseconds: LEASE });
    const again = await house.enter(session, hostOf(host));
    assert.notEqual(again.stay.publicId, lost.stay.publicId);
    const usages = await house.history.usagesOf(site, session.sessionKey);
    assert.deepEqual(
      usages.map(({ endReason, participants }) => [endReason, participants]),
      [
        ['LOST', 1],
        [null, 0],
      ],
    );
    assert.equal(await live.end(site, session.sessionKey), true);
  });

  test('are swept by several processes at once, each of them once', async () => {
    const { live, clock } = house;
    const others = [house.process(), house.process()];
    const meetings = [];
    for (let at = 0; at < 5; at++) {
      const { host, session } = await house.meeting();
      await house.enter(session, hostOf(host));
      await house.enter(session, stranger('Ada'));
      meetings.push(session);
    }
    clock.advance({ milliseconds: LEASE });
    await Promise.all([live.sweep(), ...others.map((other) => other.live.sweep())]);
    for (const session of meetings) {
      assert.equal((await house.now(session))?.inProgress, false);
      const usage = await house.usage(session);
      assert.deepEqual([usage.endReason, usage.participants, usage.peak], ['LOST', 2, 2]);
    }
  });

  test('a lease that was renewed too late is good again as long as nobody has swept', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting();
    const { token } = await house.enter(session, hostOf(host));
    clock.advance({ milliseconds: LEASE + 1 });
    assert.equal((await live.renew(site, token))?.state, 'IN');
    await live.sweep();
    assert.equal((await live.running(site, session.sessionKey))?.participants, 1);
  });

  test('how a stay ended can be asked for a day long', async () => {
    const { live, site, clock } = house;
    const { host, session } = await house.meeting();
    const { token } = await house.enter(session, hostOf(host));
    await live.leave(site, token);
    clock.advance({ days: 1 });
    await live.sweep();
    assert.equal((await live.stay(site, token))?.state, 'LEFT');
    clock.advance({ milliseconds: 1 });
    await live.sweep();
    assert.equal(await live.stay(site, token), undefined);
    assert.equal((await house.usage(session)).attendances.length, 1);
  });

  test('a sweep locks the rooms that lock themselves, and those who watch hear of it', async () => {
    const { live, site, clock } = house;
    const plain = await house.host('locker');
    const personalMeetingRoom = {
      ...plain.profile.personalMeetingRoom,
      PMRAutoLock: true,
      PMRAutoLockWaitTime: 0.2,
    };
    const owner = { ...plain, profile: { ...plain.profile, personalMeetingRoom } };
    const key = Number(owner.accessCode);
    await live.enter(site, { kind: 'room', owner }, hostOf(owner));
    const heard: (boolean | undefined)[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = live.watch(site, key, () => {
      void live.state(site, key).then((state) => {
        heard.push(state?.isLocked);
        if (state?.isLocked) resolve();
        else {
          clock.advance({ seconds: 12 });
          void live.sweep();
        }
      });
    });
    await promise;
    end();
    assert.deepEqual(heard, [false, true]);
  });

  test('a process that is killed leaves no ghost, and all of its history', async () => {
    const url = await fresh();
    const program = fileURLToPath(new URL('enter-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [program, url], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const [said] = await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await ended;
    assert.equal(child.signalCode, 'SIGKILL');

    const after = await meetingHouse(await open(url));
    const startedAt = after.clock.now();
    const sessionKey = Number(said);
    assert.equal((await after.live.running(after.site, sessionKey))?.participants, 2);
    assert.equal((await after.usage({ sessionKey })).endedAt, null);
    after.clock.advance({ minutes: 60 });
    await after.live.sweep();
    assert.equal(await after.live.running(after.site, sessionKey), undefined);
    assert.equal((await after.sessions.required(after.site, sessionKey)).inProgress, false);
    const usage = await after.usage({ sessionKey });
    assert.deepEqual([usage.endedAt, usage.peak, usage.peopleTime], [startedAt + 10_000, 2, 0]);
    assert.deepEqual(
      usage.attendances.map(({ leftAt, endReason }) => [leftAt && leftAt - startedAt, endReason]),
      [
        [0, 'LOST'],
        [10_000, 'LOST'],
      ],
    );
  });
});
