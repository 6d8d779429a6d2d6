import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REFUSED, type RefusedRow, VERDICTS } from '../../../src/console/users/jobs/account-import.ts';
import { jobDoers } from '../../../src/console/users/jobs/index.ts';
import { openContext } from '../../../src/context.ts';
import type { Job } from '../../../src/jobs/job.ts';
import { hasEnded } from '../../../src/jobs/job.ts';
import { type JobDoer, type JobDoers, openJobWork } from '../../../src/jobs/job-work.ts';
import type { JobBegun } from '../../../src/jobs/jobs.ts';
import { openLog } from '../../../src/log.ts';
import { RuleBroken } from '../../../src/refusal.ts';
import { presenterOnDemand } from '../../../src/rest-api/webhooks/presenter-on-demand.ts';
import { defaultSettings } from '../../../src/settings.ts';
import { forProtocol, type TestDatabases } from '../../support/databases.ts';
import { INSTALLATION_KEY, TestClock } from '../../support/site.ts';

async function* piecesOf(text: string | Uint8Array, size = 50_000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function fileOf(people: number, more: readonly string[] = []): string {
  const rows = Array.from(
    { length: people },
    (_, at) => `First${at},Last${at},user${at},user${at}@acme.com,`,
  );
  return ['FirstName,LastName,UserName,Email,Password', ...rows, ...more].join('\n');
}

async function house(open: TestDatabases['open']) {
  const database = await open();
  const clock = new TestClock();
  const faults: unknown[] = [];
  const context = openContext({
    settings: defaultSettings({}),
    database,
    secret: INSTALLATION_KEY,
    log: openLog('silent'),
    publicUrl: () => 'http://localhost:8080',
    webhookPresenter: presenterOnDemand,
    clock,
  });
  const site = await context.sites.create({ siteName: 'acme', siteID: 1, type: 3 });
  const { jobs } = context;
  const workOf = () => openJobWork({ database, clock, jobs, report: (error) => faults.push(error) });

  /** Another process, until the test ends. */
  function process(doers: JobDoers = jobDoers(context)) {
    const work = workOf();
    work.start(doers);
    return { ...work, [Symbol.asyncDispose]: () => work.stop() };
  }

  async function ended(job: Job): Promise<Job> {
    const changed = Promise.withResolvers<Job>();
    const look = async () => {
      const now = await jobs.find(site, job.token);
      if (now && hasEnded(now)) changed.resolve(now);
    };
    const unwatch = jobs.watch(job.token, () => void look().catch(changed.reject));
    await look();
    return changed.promise.finally(unwatch);
  }

  const importing = (text: string | Uint8Array, wish: object = {}): JobBegun => ({
    kind: 'accounts.import',
    wish: { fileName: 'people.csv', isDryRun: false, sendsWelcome: false, ...wish },
    input: { bytes: piecesOf(text), most: 10_000_000 },
  });
  const rowsOf = async <R>(job: Job, file: string): Promise<R[]> => {
    const rows: R[] = [];
    for await (const piece of jobs.file(job, file)) rows.push(...(JSON.parse(piece.toString()) as R[]));
    return rows;
  };
  const count = () => context.accountDirectory.count(site, {});
  return { context, database, clock, site, jobs, faults, process, ended, importing, rowsOf, count };
}

forProtocol('jobs of users', (open) => {
  test('try a file first, and then do what was tried', async () => {
    const { jobs, site, process, ended, importing, rowsOf, count } = await house(open);
    await using _process = process();
    const text = fileOf(300, [',Nameless,user9999,x@acme.com,', 'Ada,Byron,user7,ada@acme.com,S3cret']);
    const dry = await ended(await jobs.begin(site, importing(text, { isDryRun: true })));
    assert.deepEqual([dry.state, dry.done, dry.total], ['DONE', 302, 302]);
    assert.deepEqual(dry.outcome.counts, { created: 300, changed: 0, same: 0, refused: 2 });
    assert.equal(await count(), 0);
    const done = await ended(
      await jobs.begin(site, {
        kind: 'accounts.import',
        wish: { fileName: 'people.csv', isDryRun: false, sendsWelcome: false },
        inputOf: dry,
      }),
    );
    assert.deepEqual(done.outcome.counts, { created: 300, changed: 0, same: 0, refused: 2 });
    assert.equal(await count(), 300);
    assert.equal((await rowsOf(done, VERDICTS)).length, 302);
    const refused = await rowsOf<RefusedRow>(done, REFUSED);
    assert.deepEqual(
      refused.map(({ cells, comment }) => ({ cells, comment })),
      [
        { cells: ['', 'Nameless', 'user9999', 'x@acme.com', ''], comment: 'FirstName: is required' },
        // The password that was typed is not kept.
        {
          cells: ['Ada', 'Byron', 'user7', 'ada@acme.com', ''],
          comment: 'UserName: stands in line 9 already',
        },
      ],
    );
    assert.equal((await rowsOf(done, 'input')).length, 0);
  });

  test('are gone on with by another process where one was killed, in whole rows', async () => {
    const { context, clock, jobs, site, process, ended, importing, rowsOf, count, faults } =
      await house(open);
    const killed = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const real = jobDoers(context)['accounts.import'];
    // It is stopped for good behind its third step, as a process that is killed.
    const dying: JobDoer = (job, hands) => {
      let steps = 0;
      return real(job, {
        ...hands,
        async step(step) {
          if (++steps > 3) {
            reached.resolve();
            await killed.promise;
          }
          return hands.step(step);
        },
      });
    };
    const dead = process({ ...jobDoers(context), 'accounts.import': dying });
    const job = await jobs.begin(site, importing(fileOf(1_000)));
    await reached.promise;
    const left = await jobs.find(site, job.token);
    assert.equal(left?.state, 'RUNNING');
    assert.equal(left.done, 400);
    const there = await count();
    assert.ok(there >= 400 && there < 1_000, `${there} accounts`);
    clock.advance({ minutes: 2 });
    await using _process = process();
    const done = await ended(job);
    assert.deepEqual([done.state, done.done], ['DONE', 1_000]);
    assert.equal(await count(), 1_000);
    assert.deepEqual(
      (await rowsOf<{ line: number }>(done, VERDICTS)).map(({ line }) => line),
      Array.from({ length: 1_000 }, (_, at) => at + 2),
    );
    // What the dead one still wanted to write counts no more.
    killed.resolve();
    await dead.stop();
    assert.equal((await jobs.find(site, job.token))?.done, 1_000);
    assert.deepEqual(faults, []);
  });

  test('stop when somebody asks, and say how far they came', async () => {
    const { context, jobs, site, process, ended, importing, count } = await house(open);
    const reached = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const real = jobDoers(context)['accounts.import'];
    const slow: JobDoer = (job, hands) =>
      real(job, {
        ...hands,
        async step(step) {
          await hands.step(step);
          if (step.done < 200) return;
          reached.resolve();
          await goOn.promise;
        },
      });
    await using _process = process({ ...jobDoers(context), 'accounts.import': slow });
    const job = await jobs.begin(site, importing(fileOf(1_000)));
    await reached.promise;
    assert.equal(await jobs.abort(site, job.token), true);
    goOn.resolve();
    const { state, done } = await ended(job);
    assert.equal(state, 'ABORTED');
    assert.ok(done < 1_000);
    assert.equal(await count(), done);
    assert.equal(await jobs.abort(site, job.token), false);
  });

  test('change nothing where a file cannot be understood, and say why', async () => {
    const { jobs, site, process, ended, importing, count } = await house(open);
    await using _process = process();
    const files: readonly (readonly [string | Uint8Array, string])[] = [
      ['', 'is empty'],
      ['FirstName,LastName\nA,B', 'lack UserName'],
      ['FirstName,LastName,UserName,Colour\nA,B,c,red', 'Colour'],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1, 0]), 'must be text'],
      [
        Buffer.concat([Buffer.from(fileOf(900)), Buffer.from([0x0a, 0xff, 0xfe, 0xfd])]),
        'must be UTF-8 throughout',
      ],
    ];
    for (const [text, why] of files) {
      const { state, outcome } = await ended(await jobs.begin(site, importing(text)));
      assert.equal(state, 'FAILED');
      assert.match((outcome.problem as { message: string }).message, new RegExp(why));
    }
    assert.equal(await count(), 0);
  });

  test('refuse a file that is too large, and too many at once', async () => {
    const { jobs, site, importing } = await house(open);
    const large = { ...importing(''), input: { bytes: piecesOf('x'.repeat(5_000)), most: 4_000 } };
    await assert.rejects(jobs.begin(site, large), RuleBroken);
    assert.deepEqual(
      (await jobs.list(site)).map(({ state }) => state),
      ['ABORTED'],
    );
    for (let at = 0; at < 5; at++) await jobs.begin(site, importing(fileOf(1)));
    await assert.rejects(jobs.begin(site, importing(fileOf(1))), /must wait/);
  });

  test('write the users into files, of whom one wants, and are another site’s never', async () => {
    const { context, jobs, site, process, ended, importing } = await house(open);
    const other = await context.sites.create({ siteName: 'beta', siteID: 2, type: 3 });
    await using _process = process();
    await ended(await jobs.begin(site, importing(fileOf(450, ['"=1+2",Formula,evil,evil@acme.com,']))));
    await context.accounts.change(site, 'user3', () => ({ active: 'DEACTIVATED' }));
    const exported = async (form: string, only: string) => {
      const job = await ended(await jobs.begin(site, { kind: 'accounts.export', wish: { form, only } }));
      const pieces: Buffer[] = [];
      for await (const piece of jobs.file(job, 'exported')) pieces.push(piece);
      return { job, bytes: Buffer.concat(pieces) };
    };
    const all = await exported('csv', 'all');
    assert.equal(all.job.done, 451);
    const lines = all.bytes.toString().trimEnd().split('\r\n');
    assert.equal(lines.length, 452);
    assert.ok(lines.some((line) => line.includes(",'=1+2,Formula,evil")));
    const inactive = await exported('original', 'inactive');
    assert.deepEqual([...inactive.bytes.subarray(0, 2)], [0xff, 0xfe]);
    assert.equal(inactive.bytes.toString('utf16le').trimEnd().split('\r\n').length, 2);
    assert.equal(await jobs.find(other, all.job.token), undefined);
    assert.equal(await jobs.abort(other, all.job.token), false);
  });

  test('are swept with what they wrote when their time is over', async () => {
    const { jobs, site, process, ended, clock, database } = await house(open);
    await using _process = process();
    await ended(await jobs.begin(site, { kind: 'accounts.export', wish: { form: 'csv', only: 'all' } }));
    clock.advance({ days: 8 });
    await jobs.sweep();
    assert.deepEqual(await jobs.list(site), []);
    assert.deepEqual(
      await database.all(database.builder.selectFrom('job_piece').select('job').compile()),
      [],
    );
  });
});
