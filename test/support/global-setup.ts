import { buildPages } from '../../scripts/build-pages.ts';
import { isWhole } from './corpora.ts';
import { findLiveKit } from './livekit.ts';
import { type MemoryFolder, memoryFolder } from './memory-folder.ts';
import { type NoPostgres, startPostgres, type TestPostgres } from './postgres.ts';

/**
 * One PostgreSQL, one build of the pages and, in CI's mode, one of LiveKit for a whole test run: `node --test --test-global-setup=test/support/global-setup.ts`.
 * A test file that runs without it starts its own (databases.ts), and builds when it needs a page.
 */

let server: TestPostgres | NoPostgres | undefined;
let memory: MemoryFolder | undefined;

export async function globalSetup(): Promise<void> {
  await buildPages();
  await startServer();
  await findServerOfRooms();
  // PostgreSQL runs as another user, and has a folder of its own.
  memory = memoryFolder();
  if (memory) process.env.TMPDIR = memory.path;
}

async function startServer(): Promise<void> {
  if (process.env.PARLANCE_TEST_DATABASES === 'sqlite') return;
  server = await startPostgres();
  if ('url' in server) process.env.PARLANCE_TEST_POSTGRES = server.url;
  else process.env.PARLANCE_TEST_NO_POSTGRES = server.reason;
}

/** Several files want it, and its build takes minutes. A run whose files do not says so (scripts/run-tests.ts). */
async function findServerOfRooms(): Promise<void> {
  if (!isWhole || process.env.PARLANCE_TEST_WITHOUT_MEDIA) return;
  const found = await findLiveKit();
  if ('binary' in found) return;
  console.log(`# SKIP LiveKit: ${found.reason}`);
  process.env.PARLANCE_TEST_NO_LIVEKIT = found.reason;
}

export async function globalTeardown(): Promise<void> {
  if (server && 'stop' in server) await server.stop();
  memory?.remove();
}
