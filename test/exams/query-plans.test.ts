import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { type Template, templateOf } from '../../src/database/prepared.ts';
import { examStatements } from '../../src/exams/exam-statements.ts';
import { labStatements } from '../../src/labs/lab-statements.ts';
import { forSqlite } from '../support/databases.ts';

/** Every statement of tests and of labs finds its rows along an index. */

forSqlite('the plan of a statement', (open) => {
  for (const [of, statements] of [
    ['tests', examStatements],
    ['labs', labStatements],
  ] as const) {
    test(`of ${of} reads no whole table`, async () => {
      const database = await open();
      const templates: Template[] = [];
      const recording = new Proxy(database, {
        get(target, name) {
          if (name !== 'prepare') return Reflect.get(target, name, target);
          const prepare: Database['prepare'] = (build) => {
            templates.push(templateOf(target.builder, build));
            return target.prepare(build);
          };
          return prepare;
        },
      });
      assert.equal(Object.keys(statements(recording)).length, templates.length);
      for (const { sql, constants } of templates) {
        const query = { sql: `explain query plan ${sql}`, parameters: constants };
        const steps = await database.all(query as unknown as CompiledQuery<{ detail: string }>);
        const plan = steps.map(({ detail }) => detail).join('\n');
        assert.doesNotMatch(plan, /\bSCAN (?!CONSTANT)/, sql);
      }
    });
  }
});
