import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Insertable, sql } from 'kysely';
import {
  type Database,
  type Executor,
  NestedWrite,
  type Params,
  type Tables,
  TransactionEnded,
  UniqueViolation,
  UnstorableValue,
  WriteTimedOut,
} from '../../src/database/database.ts';
import { forEachDatabase } from '../support/databases.ts';
import { accountRow, siteRow } from './rows.ts';

/** What the rest of the house may count on, alike on both databases. */

forEachDatabase('the database', (open, { fresh }) => {
  test('answers a prepared statement with the rows of its parameters', async () => {
    const database = await open();
    await addSite(database, { name: 'acme' });
    await addSite(database, { name: 'globex', type: 2 });
    const byName = database.prepare((db, param: Params<{ name: string }>) =>
      db.selectFrom('site').select(['name', 'type']).where('name', '=', param('name')),
    );
    assert.deepEqual(await byName.first({ name: 'globex' }), { name: 'globex', type: 2 });
    assert.deepEqual(await byName.all({ name: 'acme' }), [{ name: 'acme', type: 3 }]);
    assert.equal(await byName.first({ name: 'nobody' }), undefined);
    assert.deepEqual(await byName.all({ name: 'nobody' }), []);
  });

  test('keeps the constants of a prepared statement, and its parameters in any place', async () => {
    const database = await open();
    for (const name of ['a', 'b', 'c', 'd']) await addSite(database, { name });
    await addSite(database, { name: 'e', status: 'CLOSED' });
    const page = database.prepare((db, param: Params<{ skip: number; take: number; after: string }>) =>
      db
        .selectFrom('site')
        .select('name')
        .where('status', '=', 'ACTIVE')
        .where('name', '>=', param('after'))
        .orderBy('name')
        .limit(param('take'))
        .offset(param('skip')),
    );
    const rows = await page.all({ take: 2, skip: 1, after: 'b' });
    assert.deepEqual(rows, [{ name: 'c' }, { name: 'd' }]);
  });

  test('counts the rows that a statement changed', async () => {
    const database = await open();
    for (const name of ['a', 'b', 'c']) await addSite(database, { name });
    const close = database.prepare((db, param: Params<{ name: string }>) =>
      db.updateTable('site').set({ status: 'CLOSED', version: 2 }).where('name', '>', param('name')),
    );
    assert.equal(await close.run({ name: 'a' }), 2);
    assert.equal(await close.run({ name: 'z' }), 0);
    assert.equal(await database.run(database.builder.deleteFrom('site').compile()), 3);
  });

  test('gives back what a statement that writes returns, outside a write too', async () => {
    const database = await open();
    const add = database.prepare((db, param: Params<{ name: string }>) =>
      db
        .insertInto('site')
        .values(siteRow({ name: param('name') }))
        .returning('name'),
    );
    assert.deepEqual(await add.first({ name: 'acme' }), { name: 'acme' });
    assert.equal(await countSites(database), 1);
    const statement = database.builder.deleteFrom('site').returning('name').compile();
    assert.deepEqual(await database.all(statement), [{ name: 'acme' }]);
    assert.equal(await countSites(database), 0);
  });

  test('keeps what a write wrote, and its result', async () => {
    const database = await open();
    const id = await database.write(async (tx) => {
      await addSite(database, { name: 'acme' }, tx);
      return (await siteNamed(database, 'acme', tx))?.id;
    });
    assert.equal((await siteNamed(database, 'acme'))?.id, id);
  });

  test('keeps nothing of a write that throws', async () => {
    const database = await open();
    const refused = database.write(async (tx) => {
      await addSite(database, { name: 'acme' }, tx);
      throw new RangeError('not today');
    });
    await assert.rejects(refused, new RangeError('not today'));
    assert.equal(await countSites(database), 0);
  });

  test('keeps nothing of a write one of whose statements failed, even when the work goes on', async () => {
    const database = await open();
    await addSite(database, { name: 'acme' });
    const spoilt = database.write(async (tx) => {
      await addSite(database, { name: 'globex' }, tx);
      await assert.rejects(async () => addSite(database, { name: 'acme' }, tx), UniqueViolation);
    });
    await assert.rejects(spoilt, UniqueViolation);
    assert.equal(await countSites(database), 1);
  });

  test('rolls back the work that fails and keeps its neighbours', async () => {
    const database = await open();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        database.write(async (tx) => {
          await addSite(database, { name: `site-${i}` }, tx);
          if (i % 4 === 1) throw new RangeError('not this one');
        }),
      ),
    );
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 15);
    const rows = await database.all(database.builder.selectFrom('site').select('name').compile());
    const kept = outcomes.flatMap(({ status }, i) => (status === 'fulfilled' ? [`site-${i}`] : []));
    assert.deepEqual(rows.map(({ name }) => name).sort(), kept.sort());
  });

  test('does not show what is not committed yet', async () => {
    const database = await open();
    const seen: unknown[] = [];
    await database.write(async (tx) => {
      await addSite(database, { name: 'acme' }, tx);
      seen.push(await countSites(database), await countSites(database, tx));
    });
    seen.push(await countSites(database));
    assert.deepEqual(seen, [0, 1, 1]);
  });

  test('loses no update when many writers read, add one and write', async () => {
    const database = await open();
    await addSite(database, { name: 'acme', version: 0 });
    const read = database.prepare((db, param: Params<{ name: string }>) =>
      database.locked(db.selectFrom('site').select('version').where('name', '=', param('name'))),
    );
    const store = database.prepare((db, param: Params<{ name: string; version: number }>) =>
      db
        .updateTable('site')
        .set({ version: param('version') })
        .where('name', '=', param('name')),
    );
    const addOne = () =>
      database.write(async (tx) => {
        const row = await read.first({ name: 'acme' }, tx);
        assert(row);
        await store.run({ name: 'acme', version: row.version + 1 }, tx);
      });
    await Promise.all(Array.from({ length: 100 }, addOne));
    assert.equal((await siteNamed(database, 'acme'))?.version, 100);
  });

  test('lets two writers that change two rows crosswise both through', async () => {
    const database = await open();
    await addSite(database, { name: 'a', version: 0 });
    await addSite(database, { name: 'b', version: 0 });
    const touch = (first: string, second: string) =>
      database.write(async (tx) => {
        for (const name of [first, second]) {
          const update = database.builder.updateTable('site').where('name', '=', name);
          await tx.run(update.set((eb) => ({ version: eb('version', '+', 1) })).compile());
        }
      });
    await Promise.all([touch('a', 'b'), touch('b', 'a')]);
    assert.equal((await siteNamed(database, 'a'))?.version, 2);
    assert.equal((await siteNamed(database, 'b'))?.version, 2);
  });

  test('refuses a write inside a write', async () => {
    const database = await open();
    await assert.rejects(
      database.write(async () => database.write(async () => undefined)),
      NestedWrite,
    );
    await assert.rejects(
      database.write(async (tx) => {
        await countSites(database, tx);
        await addSite(database, { name: 'acme' });
      }),
      NestedWrite,
    );
    await addSite(database, { name: 'acme' });
    assert.equal(await countSites(database), 1);
  });

  test('lets what a write has started write once it has ended', async () => {
    const database = await open();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const later = await database.write(async () => ({ write: ended.then(() => addSite(database)) }));
    end();
    await later.write;
    assert.equal(await countSites(database), 1);
  });

  test('refuses a transaction that has ended', async () => {
    const database = await open();
    const tx = await database.write(async (tx) => [tx]);
    await assert.rejects(async () => countSites(database, tx[0]), TransactionEnded);
  });

  test('ends a write that waits for something slow, and goes on with the others', async () => {
    const url = await fresh();
    // The tables are made without haste. The others' writes have the same time, on a machine that is busy.
    await open(url);
    const database = await open(url, { writeTimeout: 1_000 });
    const { promise: never } = Promise.withResolvers<void>();
    const stuck = database.write(async (tx) => {
      await addSite(database, { name: 'stuck' }, tx);
      await never;
    });
    const next = addSite(database, { name: 'next' });
    await assert.rejects(stuck, WriteTimedOut);
    await next;
    assert.equal(await siteNamed(database, 'stuck'), undefined);
    assert.equal(await countSites(database), 1);
  });

  test('refuses a statement on a transaction of another database', async () => {
    const [one, other] = [await open(), await open()];
    const count = one.prepare((db) => db.selectFrom('site').select(db.fn.countAll<number>().as('n')));
    await assert.rejects(
      other.write(async (tx) => count.first({}, tx)),
      TypeError,
    );
  });

  test('names a unique violation after its index', async () => {
    const database = await open();
    await addSite(database, { name: 'acme', site_id: 5 });
    const site = (await siteNamed(database, 'acme'))?.id ?? 0;
    await addAccount(database, { site, user_id: 1, webex_id_key: 'ada', email_key: 'ada@acme.com' });
    await addAccount(database, { site, user_id: 2, personal_url_key: 'ada', access_code: '7' });
    const account = (await accountOf(database, 1))?.id ?? 0;
    const add = <T extends keyof Tables>(table: T, row: Insertable<Tables[T]>) =>
      database.run(database.builder.insertInto(table).values(row).compile());
    const ticket = { hash: Buffer.of(1), account, created_at: 0, expires_at: 0 };
    const session = { ...ticket, credential_version: 1, security_version: 1 };
    await add('session_ticket', session);
    const image = {
      account,
      kind: 'Photo',
      media_type: 'image/png',
      bytes: Buffer.of(0),
      created_at: 0,
    } as const;
    await add('account_image', { ...image, token: 'a' });
    const template = {
      site,
      account,
      name: 'T',
      name_key: 't',
      service_type: 'MeetingCenter',
      document: '{}',
    };
    await add('session_template', template);
    await add('session_template', { ...template, account: null });

    const violations: [string, () => Promise<unknown>][] = [
      ['site_name', () => addSite(database, { name: 'acme' })],
      ['site_site_id', () => addSite(database, { site_id: 5 })],
      ['site_pkey', () => addSite(database, { id: site })],
      ['account_user_id', () => addAccount(database, { site, user_id: 1 })],
      ['account_webex_id_key', () => addAccount(database, { site, webex_id_key: 'ada' })],
      ['account_email_key', () => addAccount(database, { site, email_key: 'ada@acme.com' })],
      ['account_personal_url_key', () => addAccount(database, { site, personal_url_key: 'ada' })],
      ['account_access_code', () => addAccount(database, { site, access_code: '7' })],
      ['session_ticket_pkey', async () => add('session_ticket', session)],
      ['account_image_pkey', async () => add('account_image', { ...image, kind: 'Header', token: 'a' })],
      ['account_image_kind', async () => add('account_image', { ...image, token: 'b' })],
      ['session_template_name_in_account', async () => add('session_template', template)],
      ['session_template_name_in_site', async () => add('session_template', { ...template, account: null })],
    ];
    for (const [constraint, violate] of violations) {
      await assert.rejects(violate, { name: 'UniqueViolation', constraint });
    }
  });

  test('refuses a row whose site or account does not exist, and removes what hangs on an account', async () => {
    const database = await open();
    await assert.rejects(addAccount(database, { site: 999 }));
    await addSite(database, { name: 'acme' });
    const site = (await siteNamed(database, 'acme'))?.id ?? 0;
    await addAccount(database, { site, user_id: 1 });
    const account = (await accountOf(database, 1))?.id ?? 0;
    const ticket = { hash: Buffer.of(1), nonce: Buffer.of(2), account, created_at: 0, expires_at: 0 };
    await database.run(
      database.builder
        .insertInto('login_ticket')
        .values({ ...ticket, credential_version: 1 })
        .compile(),
    );
    await database.run(database.builder.deleteFrom('account').compile());
    const tickets = database.builder.selectFrom('login_ticket').selectAll().compile();
    assert.deepEqual(await database.all(tickets), []);
  });

  test('gives numbers, bytes, flags and documents back alike', async () => {
    const database = await open();
    const document = { name: 'Zoë 😀 "quoted"', list: [1, 2.5, null, true], nested: { b: 1, a: 2 } };
    await addSite(database, {
      name: 'acme',
      site_id: Number.MAX_SAFE_INTEGER,
      created_at: 1_795_388_592_898,
      document: JSON.stringify(document),
    });
    const row = await siteNamed(database, 'acme');
    assert.equal(row?.site_id, Number.MAX_SAFE_INTEGER);
    assert.equal(row?.created_at, 1_795_388_592_898);
    assert.equal(typeof row?.document, 'string');
    assert.deepEqual(JSON.parse(row?.document ?? ''), document);

    const site = row?.id ?? 0;
    await addAccount(database, { site, user_id: 1, locked: 1 });
    const account = await accountOf(database, 1);
    assert.equal(account?.locked, 1);
    assert.equal(account?.expires_at, null);
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    const image = { token: 'a', account: account?.id ?? 0, kind: 'Photo', media_type: 'image/png' } as const;
    for (const [token, form] of [
      ['a', bytes],
      ['b', new Uint8Array(bytes)],
    ] as const) {
      await database.run(database.builder.deleteFrom('account_image').compile());
      const row = { ...image, token, bytes: form, created_at: 0 };
      await database.run(database.builder.insertInto('account_image').values(row).compile());
      const stored = await database.first(database.builder.selectFrom('account_image').selectAll().compile());
      assert(stored?.bytes instanceof Buffer);
      assert.deepEqual(stored.bytes, bytes);
    }
  });

  test('gives counts, sums and truths as numbers', async () => {
    const database = await open();
    await addSite(database, { version: 2, created_at: 2 ** 40 });
    await addSite(database, { version: 3, created_at: 2 ** 40 });
    const query = database.builder
      .selectFrom('site')
      .select(({ fn, exists, selectFrom }) => [
        fn.countAll().as('count'),
        fn.sum('version').as('versions'),
        fn.sum('created_at').as('times'),
        exists(selectFrom('site').select('id')).as('any'),
      ]);
    const row = await database.first(query.compile());
    assert.deepEqual({ ...row }, { count: 2, versions: 5, times: 2 ** 41, any: 1 });
  });

  test('takes true and false for flags', async () => {
    const database = await open();
    const values = sql<{
      yes: number;
      no: number;
    }>`select cast(${true} as integer) as yes, cast(${false} as integer) as no`;
    assert.deepEqual({ ...(await database.first(values.compile(database.builder))) }, { yes: 1, no: 0 });
  });

  test('sorts and compares text by its bytes', async () => {
    const database = await open();
    for (const name of ['b', 'a', 'B', 'é', 'z', '_', '😀', '-a']) await addSite(database, { name });
    const query = database.builder.selectFrom('site').select('name').orderBy('name').compile();
    const names = (await database.all(query)).map(({ name }) => name);
    assert.deepEqual(names, ['-a', 'B', '_', 'a', 'b', 'z', 'é', '😀']);
    assert.equal(await siteNamed(database, 'Z'), undefined);
  });

  test('refuses what one of the two databases could not keep', async () => {
    const database = await open();
    const values: unknown[] = [
      'a\0b',
      Number.NaN,
      2 ** 53,
      Number.POSITIVE_INFINITY,
      undefined,
      new Date(0),
      {},
    ];
    const byName = database.prepare((db, param: Params<{ name: unknown }>) =>
      db
        .selectFrom('site')
        .select('id')
        .where('name', '=', sql<string>`${param('name')}`),
    );
    for (const name of values) await assert.rejects(async () => byName.first({ name }), UnstorableValue);
  });

  test('refuses a value of another type than its column', async () => {
    const database = await open();
    await assert.rejects(async () => addSite(database, { version: 'one' as never }));
    await assert.rejects(async () => addSite(database, { version: 1.5 }));
  });

  test('keeps two hundred queries apart that are each compiled for one run', async () => {
    const database = await open();
    await addSite(database, { name: 'acme' });
    const sites = database.builder.selectFrom('site').select('name');
    for (let length = 1; length <= 250; length++) {
      const names = Array.from({ length }, (_, i) => (i === 0 ? 'acme' : `other-${i}`));
      assert.deepEqual(await database.all(sites.where('name', 'in', names).compile()), [{ name: 'acme' }]);
    }
    assert.deepEqual(await database.all(sites.where('name', 'in', ['none']).compile()), []);
  });

  test('is brought up to date once, and found as it was', async () => {
    const url = await fresh();
    const first = await open(url);
    await addSite(first, { name: 'acme' });
    await first.close();
    const second = await open(url);
    assert.equal(await countSites(second), 1);
  });

  test('is opened by two at once, who see what the other has committed', async () => {
    const url = await fresh();
    const [one, other] = await Promise.all([open(url), open(url)]);
    const names = (database: Database, prefix: string) =>
      Array.from({ length: 20 }, (_, i) => addSite(database, { name: `${prefix}-${i}` }));
    await Promise.all([...names(one, 'one'), ...names(other, 'other')]);
    assert.equal(await countSites(one), 40);
    assert.equal(await countSites(other), 40);
  });

  test('refuses a database that is newer than the program', async () => {
    const url = await fresh();
    const database = await open(url);
    const later = sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`;
    await database.run(later.compile(database.builder));
    await database.close();
    await assert.rejects(open(url), { name: 'DatabaseUnavailable', message: /9999-later/ });
  });

  test('finishes its writes before it closes, and takes no more', async () => {
    const url = await fresh();
    const database = await open(url);
    const writes = Array.from({ length: 5 }, () => addSite(database));
    await Promise.all([...writes, database.close()]);
    await assert.rejects(async () => addSite(database));
    assert.equal(await countSites(await open(url)), 5);
  });
});

async function addSite(
  database: Database,
  row: Partial<Insertable<Tables['site']>> = {},
  on: Executor = database,
): Promise<number> {
  return on.run(database.builder.insertInto('site').values(siteRow(row)).compile());
}

async function addAccount(
  database: Database,
  row: Partial<Insertable<Tables['account']>> & { site: number },
): Promise<number> {
  return database.run(database.builder.insertInto('account').values(accountRow(row)).compile());
}

async function siteNamed(database: Database, name: string, on: Executor = database) {
  return on.first(database.builder.selectFrom('site').selectAll().where('name', '=', name).compile());
}

async function accountOf(database: Database, userId: number) {
  const accounts = database.builder.selectFrom('account').selectAll();
  return database.first(accounts.where('user_id', '=', userId).compile());
}

async function countSites(database: Database, on: Executor = database): Promise<number | undefined> {
  const count = database.builder.selectFrom('site').select(({ fn }) => fn.countAll<number>().as('n'));
  return (await on.first(count.compile()))?.n;
}
