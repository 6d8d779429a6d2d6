import type { Database, Executor } from '../../src/database/database.ts';
import { type Prepared, templateOf } from '../../src/database/prepared.ts';

/** A database that tells which prepared statements were run. */
export function listening(database: Database): {
  readonly database: Database;
  readonly statements: string[];
} {
  const statements: string[] = [];
  const prepare = (...given: Parameters<Database['prepare']>): Prepared<object, unknown> => {
    const prepared = database.prepare(...given);
    const { sql } = templateOf(database.builder, given[0]);
    const heard =
      <R>(run: (params: object, on?: Executor) => R) =>
      (params: object, on?: Executor): R => {
        statements.push(sql);
        return run.call(prepared, params, on === listened ? database : on);
      };
    return { first: heard(prepared.first), all: heard(prepared.all), run: heard(prepared.run) };
  };
  const listened: Database = new Proxy(database, {
    get(target, name) {
      if (name === 'prepare') return prepare;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { database: listened, statements };
}
