/**
 * A SQLite file beside the database, for what is written much and may be lost: it is not on disk when it is
 * acknowledged, and has a thread of its own, so that neither the event loop nor a COMMIT of the database waits for it.
 */
import { Worker } from 'node:worker_threads';
import type { CompiledQuery } from 'kysely';
import { valuesOf } from '../prepared.ts';
import { SideConnection, type SideTables, type SideValue } from './side-connection.ts';
import type { SideAnswer, SideOrder, SideThreadData } from './side-thread.ts';

export type { SideTables } from './side-connection.ts';

export interface SideFile {
  all<R>(query: CompiledQuery<R>): Promise<R[]>;
  /** The number of rows that were changed. */
  run(query: CompiledQuery<unknown>): Promise<number>;
  /** Runs a statement for each of the rows, in one transaction. @param rows a list of lists of values, as JSON */
  insert(sql: string, rows: string): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** @param file a path, or `:memory:`. It is opened, and its thread begun, with the first call */
export function openSideFile(file: string, tables: SideTables): SideFile {
  return file === ':memory:' ? inMemory(tables) : inThread(file, tables);
}

/** In this thread: for tests, and whatever has no folder. */
function inMemory(tables: SideTables): SideFile {
  let connection: SideConnection | undefined;
  const open = () => {
    connection ??= new SideConnection(':memory:', tables);
    return connection;
  };
  return {
    all: async <R>(query: CompiledQuery<R>) => open().all(query.sql, sideValues(query)) as R[],
    run: async (query) => open().run(query.sql, sideValues(query)),
    insert: async (sql, rows) => void open().insert(sql, rows),
    close: async () => connection?.close(),
  };
}

const PROGRAM = import.meta.filename.endsWith('.ts') ? './side-thread.ts' : './side-thread.js';

/** Megabytes: it holds one batch at a time. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 };

function inThread(file: string, tables: SideTables): SideFile {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let worker: Worker | undefined;
  let last = 0;

  function begin(): Worker {
    const workerData: SideThreadData = { file, tables };
    const thread = new Worker(new URL(PROGRAM, import.meta.url), {
      workerData,
      resourceLimits: THREAD_LIMITS,
    });
    thread.on('message', (answer: SideAnswer) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) thread.unref();
      if ('problem' in answer) asked?.reject(new Error(`${file}: ${answer.problem}`));
      else asked?.resolve(answer.value);
    });
    const gone = (why: unknown) => {
      if (worker !== thread) return;
      // The next call begins another one.
      worker = undefined;
      for (const { reject } of waiting.values()) reject(why);
      waiting.clear();
    };
    thread.on('error', gone);
    thread.on('exit', () => gone(new Error(`the thread of ${file} has ended`)));
    return thread;
  }

  function ask<T>(order: SideOrder): Promise<T> {
    const asked = Promise.withResolvers<unknown>();
    waiting.set(order.number, asked);
    worker ??= begin();
    worker.ref();
    worker.postMessage(order);
    return asked.promise as Promise<T>;
  }

  return {
    all: <R>(query: CompiledQuery<R>) =>
      ask<R[]>({ number: ++last, kind: 'all', sql: query.sql, values: sideValues(query) }),
    run: (query) => ask<number>({ number: ++last, kind: 'run', sql: query.sql, values: sideValues(query) }),
    insert: (sql, rows) => ask<void>({ number: ++last, kind: 'insert', sql, rows }),
    async close() {
      const thread = worker;
      if (!thread) return;
      await Promise.allSettled([...waiting.values()].map(({ promise }) => promise));
      worker = undefined;
      const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
      thread.ref();
      thread.postMessage('close');
      await ended;
    },
  };
}

function sideValues(query: CompiledQuery<unknown>): SideValue[] {
  return valuesOf(query).map((value) => {
    if (typeof value === 'bigint' || value instanceof Uint8Array)
      throw new TypeError('a side file has no such value');
    return value;
  });
}
