/** Opens the installation, unless another process serves it. */
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseInUse } from '../database/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';

/** Milliseconds that a command waits for one that was typed before it, or for a server that starts. */
const PATIENCE = 15_000;
const LOOK_EVERY = 50;

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
