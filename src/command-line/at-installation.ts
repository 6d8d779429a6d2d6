/** Runs a command where the database is open: here, or in the process that serves the installation. */
import { setTimeout as pause } from 'node:timers/promises';
import { openContext } from '../context.ts';
import { DatabaseInUse } from '../database/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { type Log, openLog } from '../log.ts';
import type { Settings } from '../settings.ts';
import type { InstallationCommand, Typed } from './command.ts';
import { giveOrder } from './give-order.ts';
import { settingsOf } from './with-settings.ts';

/** Milliseconds that a command waits for one that was typed before it, or for a server that starts. */
const PATIENCE = 15_000;
const LOOK_EVERY = 50;

/** @param say prints a line */
export async function atInstallation(
  flags: Readonly<Record<string, unknown>>,
  name: string,
  command: InstallationCommand,
  typed: Typed,
  say: (line: string) => void,
): Promise<void> {
  const settings = settingsOf(flags);
  const log = openLog(settings.logLevel);
  const order = { command: name, ...typed };
  const installation = await openUnlessServed(settings, log, () => giveOrder(settings.data, order, say));
  if (!installation) return;
  const { database, secret } = installation;
  try {
    const publicUrl = () => settings.publicUrl;
    await command.run(openContext({ settings, database, secret, log, publicUrl }), typed, say);
  } finally {
    await database.close();
  }
}

/**
 * Opens the installation; nothing when somebody serves it.
 * @param askServer whether there is a server that answers
 * @throws DatabaseInUse when another process has it for long and does not answer
 */
export async function openUnlessServed(
  settings: Settings,
  log: Log,
  askServer: () => Promise<boolean>,
): Promise<Installation | undefined> {
  for (let waited = 0; ; waited += LOOK_EVERY) {
    try {
      return await openInstallation(settings, log);
    } catch (error) {
      if (!(error instanceof DatabaseInUse)) throw error;
      if (await askServer()) return undefined;
      if (waited >= PATIENCE) throw error;
    }
    await pause(LOOK_EVERY);
  }
}
