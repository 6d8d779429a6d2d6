import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
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
  describe(name, () =>
    declare(suite, { dialect: 'sqlite', fresh: freshSqlite, migrated: async () => 'sqlite::memory:' }),
  );
}

/** For what only PostgreSQL does. */
export function forPostgres(name: string, suite: Suite): void {
  if (!server) return;
  if ('reason' in server) {
    describe(name, { skip: `PostgreSQL could not be started: ${server.reason}` }, () => {});
    return;
  }
  const { url } = server;
  describe(name, () =>
    declare(suite, {
      dialect: 'postgres',
      fresh: (undo) => freshPostgres(url, undo),
      migrated: async (undo) => freshPostgres(url, undo, await migratedTemplate(url)),
    }),
  );
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

interface Makers {
  readonly dialect: Dialect;
  /** Gives the URL of a new, empty database. */
  readonly fresh: (undo: Undo) => Promise<string>;
  /** One that nobody cares how it began. */
  readonly migrated: (undo: Undo) => Promise<string>;
}

function declare(suite: Suite, { dialect, fresh: makeFresh, migrated }: Makers): void {
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
    const database = await openDatabase(url ?? (await migrated(undo)), options);
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

async function freshPostgres(url: string, undo: Undo, template = 'template1'): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(url, `create database ${name} template ${template} strategy file_copy`);
  undo(() => administer(url, `drop database if exists ${name} with (force)`));
  return databaseAt(url, name);
}

function databaseAt(url: string, name: string): string {
  const at = new URL(url);
  at.pathname = `/${name}`;
  return at.href;
}

let template: Promise<string> | undefined;

/** A database in which all migrations have run, to be copied: to run them takes longer. One for all processes. */
function migratedTemplate(url: string): Promise<string> {
  template ??= makeTemplate(url);
  return template;
}

async function makeTemplate(url: string): Promise<string> {
  const name = `migrated_${migrationsHash()}`;
  const client = new pg.Client(url);
  await client.connect();
  try {
    // Test files run at the same time: one of them makes it, the others wait.
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return name;
    await client.query(`drop database if exists ${name}_half with (force)`);
    await client.query(`create database ${name}_half`);
    await (await openDatabase(databaseAt(url, `${name}_half`))).close();
    await client.query(`alter database ${name}_half rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

function migrationsHash(): string {
  const folder = new URL('../../src/database/migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort())
    hash.update(file).update(readFileSync(new URL(file, folder)));
  return hash.digest('hex').slice(0, 16);
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}
