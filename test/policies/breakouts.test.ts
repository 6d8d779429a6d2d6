import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { breakoutPlan, checkPuts } from '../../src/policies/breakouts.ts';
import { AccessDenied } from '../../src/refusal.ts';
import type { TrainingDocument } from '../../src/sessions/documents/training-document.ts';
import type { SessionWithDocument } from '../../src/sessions/session.ts';
import { type House, meetingHouse, stranger } from '../live/meeting-house.ts';
import { forSqlite } from '../support/databases.ts';

/** Which trainings have breakout rooms, and how many. */

forSqlite('the breakout rooms of a training', (open) => {
  let house: House;
  let meeting: SessionWithDocument;
  before(async () => {
    house = await meetingHouse(await open());
    meeting = await house.sessions.withDocument((await house.meeting()).session);
  });

  function plan(preAssignBreakout: TrainingDocument['preAssignBreakout'], isSupported = true) {
    const enableOptions = { ...meeting.document.enableOptions, supportBreakoutSessions: isSupported };
    const document = { ...meeting.document, kind: 'training', enableOptions, preAssignBreakout };
    return breakoutPlan({ ...meeting, document: document as TrainingDocument });
  }

  test('are those that it has planned', () => {
    assert.deepEqual(plan({ enable: true, attendeeAssign: 'AUTO', numSessions: 3, attendeesPerSess: 5 }), {
      rooms: 3,
      size: 5,
    });
    assert.deepEqual(plan({ enable: true, attendeeAssign: 'MANUAL', numSessions: 3, attendeesPerSess: 5 }), {
      rooms: 3,
      size: 0,
    });
    assert.deepEqual(plan({ enable: true }), { rooms: 2, size: 0 });
    assert.deepEqual(plan({ enable: true, numSessions: 0 }), { rooms: 1, size: 0 });
    assert.equal(plan({ enable: true, numSessions: 2_000_000_000 })?.rooms, 50);
    const { size } = plan({ enable: true, attendeeAssign: 'AUTO' }) ?? {};
    assert.ok(size && size > 1000, 'everybody has a place');
  });

  test('are none where it has not, and in what is no training', () => {
    assert.equal(plan(undefined), undefined);
    assert.equal(plan({ enable: false, numSessions: 3 }), undefined);
    assert.equal(plan({ numSessions: 3 }), undefined);
    assert.equal(plan({ enable: true, numSessions: 3 }, false), undefined);
    assert.equal(breakoutPlan(meeting), undefined);
    assert.equal(breakoutPlan(undefined), undefined);
  });

  test('nobody on the telephone is put into one', async () => {
    const { host, session } = await house.meeting();
    const holly = await house.enter(session, { ...stranger('Holly'), account: host, isHost: true });
    const { stay } = await house.enter(session, { ...stranger('+15550100'), via: 'PHONE' });
    assert.throws(() => checkPuts(holly.stay, stay), AccessDenied);
    checkPuts(holly.stay, holly.stay);
  });
});
