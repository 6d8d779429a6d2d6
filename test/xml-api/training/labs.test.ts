import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';

forProtocol('labs', (open) => {
  const site = sharedSite(open);
  let made = 0;
  /** A lab that nobody has to do with. */
  async function lab(computers?: number) {
    made += 1;
    const name = `Lab ${made}`;
    const answer = await site().ok('training.CreateLab', `<lab><labName>${name}</labName></lab>`);
    const id = Number(answer.value('labID'));
    if (computers !== undefined) {
      const { labs, sites } = site().context;
      await labs.change(await sites.required('acme'), id, { totalComputers: computers });
    }
    return { name, id };
  }
  const named = (name: string) => `<labName>${name}</labName>`;
  const period = (from: string, to: string) =>
    `<timeZoneID>20</timeZoneID><sessionStartTime>06/01/2026 ${from}:00</sessionStartTime>` +
    `<sessionEndTime>06/01/2026 ${to}:00</sessionEndTime>`;
  const reservation = (name: string, computers: number, from: string, to: string) =>
    `${named(name)}<numComputers>${computers}</numComputers><topic>Try &amp; see</topic>` +
    `<startDate>06/01/2026 ${from}:00</startDate><endDate>06/01/2026 ${to}:00</endDate><timeZoneID>20</timeZoneID>`;

  test('are made, changed, told of and taken off', async () => {
    const { id, name } = await lab();
    const info = await site().ok('training.GetLabInfo', named(name.toUpperCase()), HOST);
    assert.deepEqual(
      info.all('labInfo')[0]?.children.map(({ name, text }) => [name, text]),
      [
        ['labID', String(id)],
        ['labName', name],
        ['totalComputers', '10'],
        ['computersInSession', '0'],
      ],
    );
    const change = `<labID>${id}</labID><lab><labName>${name} B</labName><description>New</description></lab>`;
    await site().ok('training.SetLab', change);
    await site().ok('training.SetLab', `<labID>${id}</labID>`);
    const again = await site().ok('training.GetLabInfo', `<labID>${id}</labID>`, HOST);
    assert.equal(again.value('labInfo/description'), 'New');
    await site().ok('training.DelLab', `<labID>${id}</labID>`);
    const gone = await site().refused('060940', 'training.GetLabInfo', `<labID>${id}</labID>`);
    assert.match(gone.reason ?? '', /labID/);
    await lab();
    assert.ok((await site().ok('training.GetLabInfo')).all('labInfo').length > 0);
  });

  test('of a site without any are no record', async () => {
    await site().refused('000015', 'training.GetLabInfo', '', { ...HOST, siteName: 'acme-basic' });
  });

  test('are available while enough computers are free for the whole time', async () => {
    const { name } = await lab(5);
    const ask = async (computers: number, from: string, to: string) =>
      site().ok(
        'training.CheckLabAvailability',
        `${named(name)}${period(from, to)}<numComputers>${computers}</numComputers>`,
        HOST,
      );
    const held = await site().ok('training.ReserveLab', reservation(name, 4, '10:00', '12:00'), HOST);
    assert.match(held.value('holSessionID') ?? '', /^\d+$/);
    const taken = await ask(2, '11:00', '13:00');
    assert.deepEqual(
      taken.all('availabilityLabs')[0]?.children.map(({ name, text }) => [name, text]),
      [
        ['labName', name],
        ['timeZoneID', '20'],
        ['sessionStartTime', '06/01/2026 11:00:00'],
        ['sessionEndTime', '06/01/2026 13:00:00'],
        ['numComputers', '2'],
        ['status', 'UNAVAILABLE'],
      ],
    );
    assert.equal((await ask(1, '11:00', '13:00')).value('availabilityLabs/status'), 'AVAILABLE');
    assert.equal((await ask(5, '12:00', '13:00')).value('availabilityLabs/status'), 'AVAILABLE');
    assert.equal((await ask(6, '12:00', '13:00')).value('availabilityLabs/status'), 'UNAVAILABLE');
    const full = await site().refused(
      '060941',
      'training.ReserveLab',
      reservation(name, 2, '11:00', '11:30'),
      HOST,
    );
    assert.match(full.reason ?? '', /numComputers: at most 1 /);
    const unknown = await site().refused(
      '060940',
      'training.ReserveLab',
      reservation('None', 1, '11:00', '11:30'),
      HOST,
    );
    assert.match(unknown.reason ?? '', /labName: /);
    const backwards = await site().refused(
      '000909',
      'training.ReserveLab',
      reservation(name, 1, '12:00', '11:00'),
      HOST,
    );
    assert.match(backwards.reason ?? '', /endDate/);
    const none = await site().refused(
      '000905',
      'training.ReserveLab',
      reservation(name, 0, '12:00', '13:00'),
      HOST,
    );
    assert.match(none.reason ?? '', /numComputers/);
    await site().refused(
      '060943',
      'training.DelLab',
      `<labID>${(await info(name)).value('labInfo/labID')}</labID>`,
    );
  });

  const info = (name: string) => site().ok('training.GetLabInfo', named(name));

  test('are kept no longer than the time limit (the documented request)', async () => {
    const { name } = await lab();
    await site().ok(
      'training.ReserveLab',
      `${named(name)}<numComputers>2</numComputers><topic>T</topic><timeLimit>60</timeLimit>` +
        '<startDate>06/01/2026 10:00:00</startDate><endDate>06/01/2026 20:00:00</endDate><timeZoneID>20</timeZoneID><sendMail>true</sendMail>',
      HOST,
    );
    const rows = await site().ok(
      'training.GetLabSchedule',
      `${named(name)}${period('00:00', '23:00')}`,
      HOST,
    );
    assert.equal(rows.value('scheduledLabs/sessionEndTime'), '06/01/2026 11:00:00');
  });

  test('have a schedule, in which only administrators read what others do', async () => {
    const { name } = await lab();
    const other = await site().person();
    await site().ok('training.ReserveLab', reservation(name, 2, '10:00', '12:00'), other);
    const rows = (caller: typeof HOST) =>
      site().ok('training.GetLabSchedule', `${named(name)}${period('11:00', '11:30')}`, caller);
    assert.deepEqual(
      (await rows(other)).all('scheduledLabs')[0]?.children.map(({ name, text }) => [name, text]),
      [
        ['labName', name],
        ['confName', 'Try & see'],
        ['timeZoneID', '20'],
        ['sessionStartTime', '06/01/2026 10:00:00'],
        ['sessionEndTime', '06/01/2026 12:00:00'],
        ['hostWebExID', other.webExID],
        ['numComputers', '2'],
      ],
    );
    assert.equal((await rows(HOST)).value('scheduledLabs/confName'), '');
    assert.equal((await rows(ADMIN)).value('scheduledLabs/confName'), 'Try & see');
    await site().refused(
      '000015',
      'training.GetLabSchedule',
      `${named(name)}${period('12:00', '13:00')}`,
      HOST,
    );
  });

  test('are made by site administrators and by those who administer labs', async () => {
    const request = (name: string) => `<lab><labName>${name}</labName></lab>`;
    await site().refused('000001', 'training.CreateLab', request('Theirs'), HOST);
    const labAdmin = await site().person({ privileges: { labAdmin: true } });
    await site().ok('training.CreateLab', request('Of a lab admin'), labAdmin);
    await site().refused('060942', 'training.CreateLab', request('OF A LAB ADMIN'));
    for (const type of ['GetLabInfo', 'CreateLab']) {
      await site().refused('000001', `training.${type}`, request('X'), GUEST);
    }
  });
});
