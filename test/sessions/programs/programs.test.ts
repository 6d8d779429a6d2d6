import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RuleBroken } from '../../../src/refusal.ts';
import { ProgramNotFound } from '../../../src/sessions/programs/program.ts';
import { forProtocol } from '../../support/databases.ts';
import { sharedSite } from '../../support/site.ts';

forProtocol('programs', (open) => {
  const site = sharedSite(open);
  const page = { startFrom: 1, maximumNum: 10, order: [] };
  const anybody = () => {};

  async function founded() {
    const { sites, accounts, programs } = site().context;
    const acme = await sites.required('acme');
    const { webExID } = await site().person();
    const host = await accounts.required(acme, webExID);
    return { acme, host, programs };
  }

  test('are made, changed and ended', async () => {
    const { acme, host, programs } = await founded();
    const made = await programs.create(acme, host, { name: 'Spring', listStatus: 'PUBLIC', budget: '10' });
    assert.match(made.token, /^[0-9a-f]{32}$/);
    await programs.change(acme, made.id, anybody, { name: 'Autumn', listStatus: 'PRIVATE' });
    const changed = await programs.find(acme, made.id);
    assert.deepEqual([changed?.name, changed?.listStatus, changed?.budget], ['Autumn', 'PRIVATE', undefined]);
    assert.equal((await programs.findByToken(acme, made.token))?.id, made.id);
    await programs.end(acme, made.id, anybody);
    assert.equal(await programs.find(acme, made.id), undefined);
    assert.equal(await programs.findByToken(acme, made.token), undefined);
    await assert.rejects(programs.end(acme, made.id, anybody), ProgramNotFound);
  });

  test('are listed by name or host, and an unlisted one to its own host', async () => {
    const { acme, host, programs } = await founded();
    const other = await founded();
    const names = [
      ['beta', 'PUBLIC'],
      ['Alpha', 'PRIVATE'],
      ['Gamma', 'UNLISTED'],
    ] as const;
    const ids = [];
    for (const [name, listStatus] of names) {
      ids.push((await programs.create(acme, host, { name, listStatus })).id);
    }
    const own = await programs.search(acme, { viewer: host.id }, { ...page, maximumNum: 500 });
    const mine = own.programs.filter((one) => one.host === host.id);
    assert.deepEqual(
      mine.map(({ name, hostWebExID }) => [name, hostWebExID]),
      ['Alpha', 'beta', 'Gamma'].map((name) => [name, host.webExId]),
    );
    const seen = await programs.search(acme, { viewer: other.host.id, programID: ids[2] }, page);
    assert.deepEqual([seen.total, seen.programs.length], [0, 0]);
    const descending = [{ by: 'PROGRAMNAME', descending: true }] as const;
    const last = await programs.search(acme, {}, { startFrom: 1, maximumNum: 1, order: descending });
    assert.equal(last.programs.length, 1);
    assert.ok(last.total >= 3);
    const byHost = [{ by: 'HOSTWEBEXID', descending: false }] as const;
    assert.equal((await programs.search(acme, { programID: ids[0] }, { ...page, order: byHost })).total, 1);
  });

  test('are of one site', async () => {
    const { acme, host, programs } = await founded();
    const { id, token } = await programs.create(acme, host, { name: 'Ours', listStatus: 'PUBLIC' });
    const foreign = await site().context.sites.required('acme-basic');
    assert.equal(await programs.find(foreign, id), undefined);
    assert.equal(await programs.findByToken(foreign, token), undefined);
    await assert.rejects(
      programs.change(foreign, id, anybody, { name: 'x', listStatus: 'PUBLIC' }),
      ProgramNotFound,
    );
  });

  test('send nobody to an address that is none of the web', async () => {
    const { acme, host, programs } = await founded();
    const wish = { name: 'Away', listStatus: 'PUBLIC' } as const;
    for (const [element, more] of [
      ['afterEnrollmentURL', { afterEnrollmentURL: 'javascript:alert(1)' }],
      ['programName', { name: ' ' }],
      ['budget', { budget: '9'.repeat(65) }],
    ] as const) {
      await assert.rejects(
        programs.create(acme, host, { ...wish, ...more }),
        (error) => error instanceof RuleBroken && error.element === element,
      );
    }
  });
});
