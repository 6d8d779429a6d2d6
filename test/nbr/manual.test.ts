import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NBR_CODES } from '../../src/nbr/nbr-fault.ts';
import { NBR_OPERATIONS, spellings } from '../../src/nbr/nbr-operations.ts';

const manual = readFileSync(new URL('../../docs/nbr.md', import.meta.url), 'utf8');
const rows = manual.split('\n').filter((line) => line.startsWith('| '));

test('the manual has every operation of the NBR services, with its parameters in their order', () => {
  for (const operation of NBR_OPERATIONS) {
    for (const name of spellings(operation)) {
      const row = rows.find((line) =>
        line
          .split('|')[1]
          ?.split(',')
          .some((one) => one.trim() === name),
      );
      assert.ok(row, name);
      const listed = row.split('|')[2] ?? '';
      const named = listed
        .replaceAll(/\([^)]*\)/g, '')
        .split(/[,;]/)
        .map((parameter) => parameter.trim());
      assert.deepEqual(named, Object.keys(operation.parameters), name);
    }
  }
});

test('the manual has every code of a refusal', () => {
  for (const [, code] of NBR_CODES)
    assert.ok(
      rows.some((row) => row.startsWith(`| ${code} |`)),
      code,
    );
});
