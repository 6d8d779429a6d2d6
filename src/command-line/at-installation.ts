/** Runs a command where the database is open: in the process that serves the installation, or else here. */
import type { InstallationCommand, Typed } from './command.ts';
import { giveOrder } from './give-order.ts';
import { settingsOf } from './with-settings.ts';

/**
 * A server that has another database than the one that was typed is not asked. Whether it is the same one under
 * another name is seen when that one is taken.
 * @param say prints a line
 */
export async function atInstallation(
  flags: Readonly<Record<string, unknown>>,
  name: string,
  command: InstallationCommand,
  typed: Typed,
  say: (line: string) => void,
): Promise<void> {
  const settings = settingsOf(flags);
  const { data, database } = settings;
  const order = { command: name, ...typed };
  if (await giveOrder(data, { ...order, database }, say)) return;
  const { here } = await import('./here.ts');
  await here(settings, command, typed, () => giveOrder(data, order, say), say);
}
