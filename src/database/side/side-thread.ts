/** The thread of a side file: does what it is told, one thing after the other, and answers each. */
import { parentPort, workerData } from 'node:worker_threads';
import { SideConnection, type SideTables, type SideValue } from './side-connection.ts';

export interface SideThreadData {
  readonly file: string;
  readonly tables: SideTables;
}

export type SideOrder = { readonly number: number; readonly sql: string } & (
  | { readonly kind: 'all' | 'run'; readonly values: readonly SideValue[] }
  | { readonly kind: 'insert'; readonly rows: string }
);

export type SideAnswer = { readonly number: number } & (
  | { readonly value: unknown }
  | { readonly problem: string }
);

const { file, tables } = workerData as SideThreadData;
const connection = new SideConnection(file, tables);

parentPort?.on('message', (order: SideOrder | 'close') => {
  if (order === 'close') {
    connection.close();
    parentPort?.close();
    return;
  }
  const { number } = order;
  try {
    parentPort?.postMessage({ number, value: done(order) } satisfies SideAnswer);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ number, problem } satisfies SideAnswer);
  }
});

function done(order: SideOrder): unknown {
  if (order.kind === 'insert') return connection.insert(order.sql, order.rows);
  return order.kind === 'all'
    ? connection.all(order.sql, order.values)
    : connection.run(order.sql, order.values);
}
