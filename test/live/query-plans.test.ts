import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { type Template, templateOf } from '../../src/database/prepared.ts';
import { historyStatements } from '../../src/history/history-statements.ts';
import { liveStatements } from '../../src/live/live-statements.ts';
import { forSqlite } from '../support/databases.ts';

/** Every statement of the live state and of the history finds its rows along an index. */

/** What is asked for every row. */
const OF_ALL: readonly string[] = ['runs'];

forSqlite('the plan of a statement', (open) => {
  for (const [of, statements] of [
    ['the live state', liveStatements],
    ['the history', historyStatements],
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
      const names = Object.keys(statements(recording));
      assert.equal(templates.length, names.length);
      for (const [at, { sql, constants }] of templates.entries()) {
        if (OF_ALL.includes(names[at] ?? '')) continue;
        const query = { sql: `explain query plan ${sql}`, parameters: constants };
        const steps = await database.all(query as unknown as CompiledQuery<{ detail: string }>);
        const plan = steps.map(({ detail }) => detail).join('\n');
        assert.doesNotMatch(plan, /\bSCAN (?!CONSTANT)/, sql);
      }
    });
  }
});
