import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import pg from 'pg';
import {
  type Database,
  type DatabaseOptions,
  type Dialect,
  openDatabase,
} from '../../src/database/database.ts';
import { type NoPostgres, startPostgres } from './postgres.ts';

/** Runs one suite against both databases, each with databases of its own. */

export interface TestDatabases {
  readonly dialect: Dialect;
  /** The URL of a new, empty database. */
  fresh(): Promise<string>;
  /** Opens the database at the URL, or a fresh one. It is closed after the suite. */
  open(url?: string, options?: DatabaseOptions): Promise<Database>;
}

type Suite = (open: TestDatabases['open'], databases: TestDatabases) => void;

/**
 * @param suite declares the tests; `open()` gives a fresh database
 *
 * `PARLANCE_TEST_DATABASES=sqlite` or `postgres` leaves the other one out.
 */
export function forEachDatabase(name: string, suite: Suite): void {
  forSqlite(`${name} (SQLite)`, suite);
  forPostgres(`${name} (PostgreSQL)`, suite);
}

/**
 * Runs a suite of a protocol on SQLite, and with `PARLANCE_TEST_DATABASES=both`, as in CI, on PostgreSQL too: where
 * the databases differ, the stores below have suites of their own on both.
 */
export function forProtocol(name: string, suite: Suite): void {
  forSqlite(`${name} (SQLite)`, suite);
  if (wanted === 'both' || wanted === 'postgres') forPostgres(`${name} (PostgreSQL)`, suite);
}

/** For what only SQLite does. */
export function forSqlite(name: string, suite: Suite): void {
  if (wanted === 'postgres') return;
  describe(name, () => declare(suite, 'sqlite', freshSqlite, 'sqlite::memory:'));
}

/** For what only PostgreSQL does. */
export function forPostgres(name: string, suite: Suite): void {
  if (!server) return;
  if ('reason' in server) {
    describe(name, { skip: `PostgreSQL could not be started: ${server.reason}` }, () => {});
    return;
  }
  const { url } = server;
  describe(name, () => declare(suite, 'postgres', (undo) => freshPostgres(url, undo)));
}

const wanted = process.env.PARLANCE_TEST_DATABASES ?? 'both where they differ';
const server = wanted === 'sqlite' ? undefined : await sharedServer();
if (server && 'reason' in server) console.log(`# SKIP PostgreSQL could not be started: ${server.reason}`);

/** The run's server (global-setup.ts), or one for this file alone, which ends with it. */
async function sharedServer(): Promise<{ readonly url: string } | NoPostgres> {
  const { PARLANCE_TEST_POSTGRES: url, PARLANCE_TEST_NO_POSTGRES: reason } = process.env;
  if (url) return { url };
  if (reason) return { reason };
  return startPostgres();
}

type Undo = (step: () => Promise<unknown>) => void;

function declare(
  suite: Suite,
  dialect: Dialect,
  makeFresh: (undo: Undo) => Promise<string>,
  unnamed?: string,
): void {
  const steps: (() => Promise<unknown>)[] = [];
  const undo: Undo = (step) => steps.push(step);
  // What only waits for a timer of the application's, which holds no process, would be taken for the end of the run.
  let awake: NodeJS.Timeout | undefined;
  before(() => {
    awake = setInterval(() => {}, 60_000);
  });
  after(async () => {
    clearInterval(awake);
    for (const step of steps.reverse()) await step();
  });
  const fresh = () => makeFresh(undo);
  const open = async (url?: string, options?: DatabaseOptions) => {
    const database = await openDatabase(url ?? unnamed ?? (await fresh()), options);
    undo(() => database.close());
    return database;
  };
  suite(open, { dialect, fresh, open });
}

async function freshSqlite(undo: Undo): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parlance-test-'));
  undo(() => rm(folder, { recursive: true, force: true }));
  return `sqlite:${join(folder, 'parlance.db')}`;
}

async function freshPostgres(url: string, undo: Undo): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(url, `create database ${name} strategy file_copy`);
  undo(() => administer(url, `drop database if exists ${name} with (force)`));
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return fresh.href;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}
