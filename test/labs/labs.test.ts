import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LabFull, LabNameTaken, LabNotFound, LabReserved, USUAL_COMPUTERS } from '../../src/labs/lab.ts';
import { openLabs } from '../../src/labs/labs.ts';
import { RuleBroken } from '../../src/refusal.ts';
import type { Repeat } from '../../src/sessions/recurrence/repeat.ts';
import { newDocument } from '../../src/sessions/scheduling.ts';
import { NO_REPEAT } from '../../src/sessions/series.ts';
import type { SessionChange } from '../../src/sessions/sessions.ts';
import { keptSite } from '../sessions/kept.ts';
import { forEachDatabase } from '../support/databases.ts';

/** Labs whose computers run out. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

forEachDatabase('labs', (open) => {
  async function house() {
    const database = await open();
    const kept = await keptSite(database);
    const labs = openLabs(database, kept.clock);
    const host = await kept.host('hanna');
    const now = kept.clock.now();
    const at = (hours: number) => now + hours * HOUR;
    const period = (from: number, to: number) => ({ startAt: at(from), endAt: at(to) });
    const reserve = (computers: number, from: number, to: number, labName = 'Lab') =>
      labs.reserve(kept.site, host, { labName, computers, topic: 'Trying', ...period(from, to) });
    await labs.create(kept.site, { labName: 'Lab' });
    return { ...kept, database, labs, host, at, period, reserve };
  }

  test('have ten computers, and no two of them one name', async () => {
    const { labs, site } = await house();
    await assert.rejects(labs.create(site, { labName: ' lab ' }), LabNameTaken);
    const other = await labs.create(site, { labName: 'Another', description: 'With a view' });
    assert.deepEqual(await labs.of(site), [
      {
        labID: other,
        labName: 'Another',
        description: 'With a view',
        totalComputers: USUAL_COMPUTERS,
        computersInSession: 0,
      },
      ...(await labs.of(site)).slice(1),
    ]);
    await assert.rejects(labs.change(site, other, { labName: 'LAB' }), LabNameTaken);
    await labs.change(site, other, { totalComputers: 3 });
    assert.equal((await labs.of(site))[0]?.totalComputers, 3);
    await assert.rejects(labs.change(site, other, { totalComputers: 0 }), RuleBroken);
    await assert.rejects(labs.change(site, 4711, {}), LabNotFound);
  });

  test('run out of computers, for as long as they are taken', async () => {
    const { reserve, labs, site, period } = await house();
    await reserve(6, 1, 3);
    await reserve(4, 2, 4);
    await assert.rejects(reserve(1, 2, 3), LabFull);
    await assert.rejects(reserve(5, 0, 2), LabFull);
    await reserve(6, 3, 4);
    assert.equal((await labs.free(site, 'LAB', period(0, 2))).free, 4);
    await assert.rejects(reserve(1, 0, 1, 'None'), LabNotFound);
    await assert.rejects(reserve(1, 1, 1), RuleBroken);
  });

  test('give the last computers to one of many who want them at once', async () => {
    const { reserve, labs, site, period } = await house();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => reserve(4, 1, 2)));
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 2);
    for (const one of outcomes) if (one.status === 'rejected') assert.ok(one.reason instanceof LabFull);
    assert.equal((await labs.free(site, 'Lab', period(1, 2))).free, 2);
  });

  test('are told with what is in use, and go when nothing is reserved any more', async () => {
    const { reserve, labs, site, clock, period } = await house();
    await reserve(3, 0, 2);
    const [lab] = await labs.of(site);
    assert.equal(lab?.computersInSession, 3);
    assert.deepEqual(
      (await labs.schedule(site, 'Lab', period(1, 5))).map(({ topic, computers }) => [topic, computers]),
      [['Trying', 3]],
    );
    await assert.rejects(labs.remove(site, lab?.labID ?? 0), LabReserved);
    clock.advance({ hours: 2 });
    await labs.remove(site, lab?.labID ?? 0);
    assert.deepEqual(await labs.of(site), []);
  });

  test('belong to one site', async () => {
    const { labs, sites, site, host, period } = await house();
    const other = await sites.create({ siteName: 'other', siteID: 8_600_002, type: 3 });
    const [lab] = await labs.of(site);
    assert.deepEqual(await labs.of(other), []);
    await assert.rejects(labs.change(other, lab?.labID ?? 0, { labName: 'Mine' }), LabNotFound);
    await assert.rejects(labs.remove(other, lab?.labID ?? 0), LabNotFound);
    await assert.rejects(labs.free(other, 'Lab', period(0, 1)), LabNotFound);
    const wish = { labName: 'Lab', computers: 1, topic: 'x', ...period(0, 1) };
    await assert.rejects(labs.reserve(other, host, wish), LabNotFound);
    await labs.create(other, { labName: 'Lab' });
  });

  test('keep computers for a training session, from its first date to its last', async () => {
    const { labs, site, sessions, schedule, host, at, database } = await house();
    const train = (handsOnLab: object, repeat: Repeat = NO_REPEAT, startAt = at(24), duration = 60) =>
      schedule(host, {
        service: 'TrainingCenter',
        confName: 'Course',
        startAt,
        duration,
        document: { ...newDocument(site, host), repeat, ...{ handsOnLab } },
      });
    const held = async () =>
      (await labs.schedule(site, 'Lab', { startAt: 0, endAt: at(10_000) })).map((one) => [
        one.topic,
        (one.startAt - at(0)) / HOUR,
        (one.endAt - one.startAt) / 60_000,
        one.computers,
      ]);
    const kept = async () =>
      (await database.all(database.builder.selectFrom('session').select('id').compile())).length;
    const lab = { reserveHOL: true, labName: 'Lab', numComputers: 6 };
    const weekly = { repeatType: 'WEEKLY', interval: 1, afterMeetingNumber: 3 } as const;

    const course = await train(lab, weekly, at(24), 90);
    assert.equal((await held()).length, 3);
    assert.deepEqual((await held())[0], ['Course', 24, 90, 6]);
    const before = await kept();
    await assert.rejects(train(lab, NO_REPEAT, at(24) + 7 * DAY, 30), LabFull);
    assert.equal(await kept(), before, 'nothing of a session without a place is kept');

    const change = (wish: SessionChange) => sessions.change(site, course.sessionKey, () => wish);
    const withLab = (handsOnLab: object) =>
      sessions.change(site, course.sessionKey, ({ document }) => ({
        document: { ...document, ...{ handsOnLab } },
      }));
    await change({ startAt: at(30), duration: 60 });
    assert.deepEqual((await held())[0], ['Course', 30, 60, 6]);
    await withLab({ ...lab, numComputers: 10 });
    assert.deepEqual((await held())[0], ['Course', 30, 60, 10]);
    await assert.rejects(withLab({ ...lab, numComputers: 11 }), LabFull);
    assert.equal((await held()).length, 3);
    await sessions.remove(site, course.sessionKey, () => {});
    assert.deepEqual(await held(), []);

    await assert.rejects(train(lab, { repeatType: 'DAILY', interval: 1 }), RuleBroken);
    await assert.rejects(train({ reserveHOL: true }), RuleBroken);
    await train({ reserveHOL: false, labName: 'None' });
  });
});
