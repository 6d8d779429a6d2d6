/** Settings as flags of a command. */
import { type Command, Option } from 'commander';
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

export function settingsOf(flags: Readonly<Record<string, unknown>>): Settings {
  return readSettings(flags, process.env);
}
