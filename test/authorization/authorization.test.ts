import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyOperation } from '../../src/xml-api/operation.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { forSqlite } from '../support/databases.ts';
import { startSite } from '../support/site.ts';
import { CALLER_NAMES, type CallerName } from './callers.ts';
import { changesFor, expectedOf } from './expectation.ts';
import { OPERATION_ROWS } from './operation-rows.ts';
import type { Row } from './row.ts';
import { openWorld } from './world.ts';

/**
 * The authorization matrix: every operation, asked by every kind of caller, is answered as its row says, tells its
 * secrets to those alone whom the row names, and changes nothing for anybody who is refused.
 */

const nameOf = ({ service, name }: AnyOperation) => `${service.name}.${name}`;

forSqlite('The authorization matrix', (open) => {
  test('has a row for every operation, and for nothing else', () => {
    assert.deepEqual(Object.keys(OPERATION_ROWS).sort(), OPERATIONS.map(nameOf).sort());
  });

  test('holds in every cell', async () => {
    await using site = await startSite(await open());
    const world = await openWorld(site);
    const wrong: string[] = [];
    let kept = '';

    async function cell(operation: AnyOperation, row: Row, caller: CallerName): Promise<void> {
      const names = await world.names(caller);
      if (kept === '') kept = await world.kept();
      const request = typeof row.request === 'string' ? row.request : row.request(names);
      const answer = await site.call(nameOf(operation), request, world.credentials[caller]);
      const expected = expectedOf(row, operation.may, caller);
      const got = answer.exceptionID ?? answer.result;
      const where = `${nameOf(operation)}${row.about === undefined ? '' : ` (${row.about})`} by ${caller}`;
      if (got !== expected) wrong.push(`${where}: ${got} ${answer.reason ?? ''}, not ${expected}`);
      for (const secret of world.secretsIn(answer.text)) {
        if (!row.tells?.[secret]?.includes(caller)) wrong.push(`${where}: tells the ${secret}`);
      }
      for (const [secret, told] of Object.entries(row.tells ?? {})) {
        const isTold = world.secretsIn(answer.text).some((name) => name === secret);
        if (told.includes(caller) && !isTold) wrong.push(`${where}: does not tell the ${secret}`);
      }
      const changed = (await world.kept()) !== kept;
      if (changed) {
        world.touched();
        kept = '';
      }
      const mayChange = changesFor(row, caller, expected);
      if (changed !== mayChange) wrong.push(`${where}: ${changed ? 'changes something' : 'changes nothing'}`);
    }

    // What changes something comes last, so that what is read is as it was made.
    for (const isChange of [false, true]) {
      for (const operation of OPERATIONS) {
        const rows = OPERATION_ROWS[nameOf(operation)] ?? [];
        for (const row of rows.filter(({ changes }) => (changes !== undefined) === isChange)) {
          for (const caller of CALLER_NAMES) await cell(operation, row, caller);
        }
      }
    }
    assert.equal(wrong.join('\n'), '');
  });
});
