/** Settings as flags of a command, and the installation that they describe. */
import { type Command, Option } from 'commander';
import { type Context, openContext } from '../context.ts';
import { openInstallation } from '../installation.ts';
import { type Log, openLog } from '../log.ts';
import { readSettings, SETTINGS, type Settings } from '../settings.ts';

/** Adds a flag for every setting of those names, or for all. */
export function withSettings(command: Command, names?: readonly (keyof Settings)[]): Command {
  for (const setting of SETTINGS) {
    if (names && !names.includes(setting.name)) continue;
    const value = setting.kind === 'switch' ? '' : ` <${setting.kind}>`;
    command.addOption(new Option(`${setting.flag}${value}`, `${setting.meaning} [${setting.variable}]`));
  }
  return command;
}

export function settingsOf(flags: Record<string, unknown>): Settings {
  return readSettings(flags, process.env);
}

/** Runs a piece of work on the installation, and closes it. */
export async function onInstallation(
  flags: Record<string, unknown>,
  work: (context: Context, log: Log) => Promise<void>,
): Promise<void> {
  const settings = settingsOf(flags);
  const log = openLog(settings.logLevel);
  const { database, secret } = await openInstallation(settings, log);
  try {
    await work(openContext({ settings, database, secret, log, publicUrl: () => settings.publicUrl }), log);
  } finally {
    await database.close();
  }
}
