/** A database that tells which statements reach it. */
import type { Database, Executor, Prepared } from '../../src/database/database.ts';

export interface CountedDatabase {
  readonly database: Database;
  /** The text of every statement so far, outside of writes and inside. */
  readonly statements: string[];
}

export function countedStatements(of: Database): CountedDatabase {
  const statements: string[] = [];
  const inner = new WeakMap<Executor, Executor>();

  function counting(on: Executor): Executor {
    const outer: Executor = {
      first: (query) => on.first(noted(query)),
      all: (query) => on.all(noted(query)),
      run: (query) => on.run(noted(query)),
    };
    inner.set(outer, on);
    return outer;
  }

  function noted<Q extends { readonly sql: string }>(query: Q): Q {
    statements.push(query.sql);
    return query;
  }

  function preparedCounting<P extends object, R>(prepared: Prepared<P, R>, sql: string): Prepared<P, R> {
    const on = (tx: Executor | undefined) => {
      statements.push(sql);
      return tx && (inner.get(tx) ?? tx);
    };
    return {
      first: (params, tx) => prepared.first(params, on(tx)),
      all: (params, tx) => prepared.all(params, on(tx)),
      run: (params, tx) => prepared.run(params, on(tx)),
    };
  }

  const database: Database = {
    dialect: of.dialect,
    builder: of.builder,
    ...counting(of),
    prepare(build) {
      const { sql } = build(of.builder, () => '' as never).compile();
      return preparedCounting(of.prepare(build), sql);
    },
    lookup: (what) => of.lookup(what),
    locked: (query) => of.locked(query),
    write: (work) => of.write((tx) => work(counting(tx))),
    probe: () => of.probe(),
    afterCommit: (tx, callback) => of.afterCommit(inner.get(tx) ?? tx, callback),
    announce: (tx, topic) => of.announce(inner.get(tx) ?? tx, topic),
    listen: (listener) => of.listen(listener),
    close: () => of.close(),
    [Symbol.asyncDispose]: () => of[Symbol.asyncDispose](),
  };
  inner.set(database, of);
  return { database, statements };
}
