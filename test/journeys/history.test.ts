import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import type { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, type Caller, HOST, sharedSite } from '../support/site.ts';
import { begin, meeting, visitorAs } from '../url-api/portal.ts';

/** A meeting that really takes place, by the pages of the site, and what all lists of the history say of it. */

forProtocol('a meeting with a host and two people, one of whom comes twice', (open) => {
  const site = sharedSite(open);

  test('is in every list that should have it, and in none that should not', async () => {
    const { clock } = site();
    const { key, password } = await meeting(site());
    const other = await site().person();
    const room = { MK: key };
    const there = new Set<Visitor>();

    /** Everybody's page is open meanwhile, and says so. */
    async function pass(minutes: number): Promise<void> {
      for (let step = 0; step < 6 * minutes; step++) {
        clock.advance({ seconds: 10 });
        for (const visitor of there) assert.equal((await visitor.get('/acme/room.php', room)).status, 200);
      }
    }
    async function comes(name: string, visitor?: Visitor): Promise<Visitor> {
      const came = visitor ?? (await visitorAs(site()));
      const who = { AN: name, AE: `${name.toLowerCase()}@example.com`, PW: password };
      const visit = await came.get('/acme/m.php', { AT: 'JM', ...room, ...who });
      assert.equal(visit.target?.pathname, '/acme/room.php', visit.text.slice(0, 300));
      there.add(came);
      return came;
    }
    async function does(visitor: Visitor, deed: 'LEAVE' | 'END'): Promise<void> {
      there.delete(visitor);
      await visitor.post('/acme/room.php', { ...room, DO: deed });
    }

    const host = await begin(site(), key);
    there.add(host);
    await pass(1);
    const ada = await comes('Ada');
    await pass(1);
    const ben = await comes('Ben');
    await pass(1);
    await does(ada, 'LEAVE');
    await pass(1);
    await comes('Ada');
    for (const caller of [HOST, ADMIN]) {
      await site().refused('000015', 'history.LstmeetingusageHistory', '', caller);
      await site().refused('000015', 'history.LstmeetingattendeeHistory', '', caller);
    }
    await pass(1);
    await does(ben, 'LEAVE');
    await does(host, 'END');

    const filters = `<confName>A meeting</confName><sessionKey>${key}</sessionKey>`;
    const elsewhere = { ...ADMIN, siteName: 'acme-basic' };
    const found = async (caller: Caller) => {
      const lists = [];
      for (const { service, name } of OPERATIONS.filter((one) => one.service.name === 'history')) {
        const answer = await site().call(`${service.name}.${name}`, filters, caller);
        if (answer.result === 'SUCCESS') lists.push(`${name} ${answer.value('matchingRecords/total')}`);
        else assert.equal(answer.exceptionID, '000015', name);
      }
      return lists;
    };
    const told = ['LstmeetingusageHistory 1', 'LstmeetingattendeeHistory 4'];
    assert.deepEqual(await found(HOST), told);
    assert.deepEqual(await found(ADMIN), told);
    assert.deepEqual(await found(other), []);
    assert.deepEqual(await found(elsewhere), []);

    const usage = await site().ok('history.LstmeetingusageHistory', filters, HOST);
    assert.deepEqual(
      ['duration', 'totalParticipants', 'peakAttendee', 'totalPeopleMinutes', 'hostWebExID'].map((name) =>
        usage.value(`meetingUsageHistory/${name}`),
      ),
      ['5', '4', '3', '11', 'hostid'],
    );
    const people = await site().ok('history.LstmeetingattendeeHistory', filters, ADMIN);
    const rows = ['name', 'email', 'joinTime', 'leaveTime', 'duration', 'participantType'].map((name) =>
      people.texts(`meetingAttendeeHistory/${name}`),
    );
    assert.deepEqual(rows, [
      ['Holly Host', 'Ada', 'Ben', 'Ada'],
      ['hostid@acme.com', 'ada@example.com', 'ben@example.com', 'ada@example.com'],
      ['03/04/2026 10:30:00', '03/04/2026 10:31:00', '03/04/2026 10:32:00', '03/04/2026 10:34:00'],
      ['03/04/2026 10:35:00', '03/04/2026 10:33:00', '03/04/2026 10:35:00', '03/04/2026 10:35:00'],
      ['5', '2', '3', '1'],
      ['HOST', 'ATTENDEE', 'ATTENDEE', 'ATTENDEE'],
    ]);
    assert.match(people.value('meetingAttendeeHistory/ipAddress') ?? '', /127\.0\.0\.1/);
  });
});
