import { statfs } from 'node:fs/promises';
import type { Context } from '../../context.ts';
import { lastBackup } from '../../last-backup.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { sessionValue, withPeople } from '../sessions/session-value.ts';
import type { InstallationState, OverviewAnswer } from './overview-data.ts';

/** Rows of each list. */
const SHOWN = 8;

/** Mail is counted no further. */
const COUNTED = 1_000;

const DAY = 24 * 60 * 60_000;
const EARLIEST_FIRST = [{ by: 'STARTTIME', descending: false }] as const;

export const readOverview = endpoint({
  method: 'GET',
  path: 'overview',
  summary:
    'Tells what runs, what comes next, who is signed in, which mail waits, and how the installation is.',
  may: readsSite,
  async run({ site, context }): Promise<OverviewAnswer> {
    const { sessions, sessionList, clock, tickets, accountDirectory, mail } = context;
    const now = clock.now();
    const window = { startFrom: now - DAY, startTo: now + 7 * DAY, endFrom: now };
    await sessions.workOutFor(site, window, undefined);
    const page = { startFrom: 1, maximumNum: SHOWN, order: EARLIEST_FIRST };
    const running = await sessionList.search(site, { inProgress: true }, page);
    const next = await sessionList.search(site, { inProgress: false, window }, page);
    return {
      running: await withPeople(context, site, running.sessions),
      runningTotal: running.total,
      next: next.sessions.map(sessionValue),
      nextTotal: next.total,
      signedIn: await tickets.signedInPeople(site),
      accounts: await accountDirectory.count(site, { state: 'active' }),
      mailWaiting: await mail.search.count(site, 'WAITING', COUNTED),
      mailFailed: await mail.search.count(site, 'FAILED', COUNTED),
      isMailSent: mail.isSent,
      installation: await installationState(context),
    };
  },
});

async function installationState({ settings, database, liveKit }: Context): Promise<InstallationState> {
  const backup = await lastBackup(settings.data);
  const disk = await diskOf(settings.data);
  return {
    database: database.dialect,
    media: liveKit ? 'livekit' : 'mesh',
    ...(disk && { disk }),
    ...(backup !== undefined && { lastBackup: backup }),
  };
}

async function diskOf(folder: string): Promise<InstallationState['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, size: blocks * bsize };
  } catch {
    return undefined;
  }
}
