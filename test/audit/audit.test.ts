import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Actor, actingAs } from '../../src/acting.ts';
import { type Act, openAudit } from '../../src/audit/audit.ts';
import { openAuditList } from '../../src/audit/audit-list.ts';
import { forEachDatabase } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

/** What administrators have done is written down as a whole, and by nobody unwritten. */

const ADMIN: Actor = {
  kind: 'account',
  accountId: 7,
  name: 'Admin',
  site: 'acme',
  face: 'xml',
  address: '192.0.2.1',
  requestId: 'r-1',
};

forEachDatabase('audit', (open) => {
  async function house() {
    const database = await open();
    const clock = new TestClock();
    const recordAudit = openAudit(database, clock);
    const write = (act: Act) => database.write((tx) => recordAudit(tx, act));
    return { database, clock, write, list: openAuditList(database) };
  }

  test('tells who did it, from where, and what is different now', async () => {
    const { write, list, clock } = await house();
    const before = { company: 'Old', phones: { fax: '1', pager: '2' }, meetingTypes: [1, 2] };
    const after = { company: 'New', phones: { fax: '1', pager: '3' }, meetingTypes: [1, 2] };
    await actingAs(ADMIN, () =>
      write({ site: { id: 1 }, act: 'account.changed', name: 'Hanna', id: 100000001, before, after }),
    );
    const { entries, next } = await list.page({ site: 1 });
    assert.deepEqual(
      entries.map(({ id, ...entry }) => entry),
      [
        {
          site: 1,
          at: clock.now(),
          act: 'account.changed',
          noun: 'account',
          name: 'Hanna',
          subject: 100000001,
          before: { company: 'Old', phones: { pager: '2' } },
          after: { company: 'New', phones: { pager: '3' } },
          actor: {
            kind: 'account',
            name: 'Admin',
            site: 'acme',
            face: 'xml',
            address: '192.0.2.1',
            requestId: 'r-1',
          },
        },
      ],
    );
    assert.equal(next, undefined);
  });

  test('tells of what happens by itself that Parlance did it', async () => {
    const { write, list } = await house();
    await write({ act: 'site.imported', name: 'acme' });
    const [entry] = (await list.page({ site: null })).entries;
    assert.deepEqual(entry?.actor, {
      kind: 'system',
      name: 'Parlance',
      site: null,
      face: 'system',
      address: null,
      requestId: null,
    });
  });

  test('has no entry for what changed nothing', async () => {
    const { write, list } = await house();
    await write({ act: 'lab.changed', name: 'Lab', before: { computers: 3 }, after: { computers: 3 } });
    assert.deepEqual((await list.page({})).entries, []);
  });

  test('has no entry for an act that came to nothing', async () => {
    const { database, clock, list } = await house();
    const recordAudit = openAudit(database, clock);
    const failing = database.write(async (tx) => {
      await recordAudit(tx, { act: 'lab.created', name: 'Lab' });
      throw new RangeError('the act fails');
    });
    await assert.rejects(failing, RangeError);
    assert.deepEqual((await list.page({})).entries, []);
  });

  test('is found by who, what and when, page by page', async () => {
    const { write, list, clock } = await house();
    for (let turn = 0; turn < 5; turn++) {
      await actingAs(turn % 2 === 0 ? ADMIN : { ...ADMIN, name: 'Other' }, () =>
        write({ site: { id: 1 }, act: turn < 3 ? 'lab.created' : 'lab.deleted', name: `Lab ${turn}` }),
      );
      if (turn !== 1) clock.advance({ seconds: 1 });
    }
    await write({ site: { id: 2 }, act: 'lab.created', name: 'Lab of others' });
    const names = async (search: Parameters<typeof list.page>[0]) =>
      (await list.page(search)).entries.map(({ name }) => name);
    assert.deepEqual(await names({ site: 1, actor: 'ADMIN' }), ['Lab 4', 'Lab 2', 'Lab 0']);
    assert.deepEqual(await names({ site: 1, act: 'lab.deleted' }), ['Lab 4', 'Lab 3']);
    assert.deepEqual(await names({ site: 1, name: 'lab 1' }), ['Lab 1']);
    assert.deepEqual(await names({ site: 1, noun: 'lab', to: clock.now() - 4_000 }), []);
    assert.deepEqual(await names({ site: 2 }), ['Lab of others']);
    const paged: string[] = [];
    let after: Awaited<ReturnType<typeof list.page>>['next'];
    do {
      const page = await list.page({ site: 1 }, after, 2);
      paged.push(...page.entries.map(({ name }) => name));
      after = page.next;
    } while (after);
    assert.deepEqual(paged, ['Lab 4', 'Lab 3', 'Lab 2', 'Lab 1', 'Lab 0']);
  });

  test('is changed and removed by nobody, not by the database itself', async () => {
    const { database, write, list } = await house();
    await write({ act: 'site.created', name: 'acme' });
    const attacks = [
      sql`update audit_entry set actor = 'nobody'`,
      sql`update audit_entry set site = 2 where site is null`,
      sql`delete from audit_entry`,
      ...(database.dialect === 'postgres' ? [sql`truncate audit_entry`] : []),
      // What takes the place of a row removes it first.
      ...(database.dialect === 'sqlite'
        ? [sql`insert or replace into audit_entry select * from audit_entry`]
        : [
            sql`insert into audit_entry select * from audit_entry
              on conflict (id) do update set actor = 'nobody'`,
          ]),
    ];
    for (const attack of attacks) {
      await assert.rejects(
        database.write(async (tx) => tx.run(attack.compile(database.builder))),
        /never changed/,
      );
    }
    assert.equal((await list.page({})).entries[0]?.actor.name, 'Parlance');
  });
});
