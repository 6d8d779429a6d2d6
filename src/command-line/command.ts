/** A command on the installation: declared once, and run where the database is open. */
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { atInstallation } from './at-installation.ts';
import { machineUser } from './command-actor.ts';
import { withSettings } from './with-settings.ts';

export type Flags = Readonly<Record<string, string | boolean>>;

/** What was typed. */
export interface Typed {
  readonly args: readonly string[];
  readonly flags: Flags;
  /** What `read` has read. */
  readonly input: string;
  /** The user of the machine who typed it; an older command does not say. */
  readonly by?: string | undefined;
}

export interface InstallationCommand {
  /** Without its group, as commander reads it: `add <siteName>`. */
  readonly usage: string;
  readonly description: string;
  /** Flags and meanings; one with `!` before it must be given. */
  readonly options?: readonly (readonly [flags: string, meaning: string])[];
  /** Reads what is read where the command was typed: a password, a file. */
  read?(flags: Flags): Promise<string>;
  /** @param say prints a line */
  run(context: Context, typed: Typed, say: (line: string) => void): Promise<void>;
}

/** Commands with a word in common, such as `site`. */
export interface CommandGroup {
  readonly name: string;
  readonly description: string;
  readonly commands: readonly InstallationCommand[];
}

/** The settings that say where the installation is. */
const WHERE = ['data', 'database', 'secret'] as const;

/** Makes the commands of a group known. */
export function declareGroup(program: Command, group: CommandGroup): void {
  const parent = program.command(group.name).description(group.description);
  for (const declared of group.commands) {
    const command = withSettings(parent.command(declared.usage), WHERE).description(declared.description);
    for (const [flags, meaning] of declared.options ?? []) {
      if (flags.startsWith('!')) command.requiredOption(flags.slice(1), meaning);
      else command.option(flags, meaning);
    }
    command.action(async (...given: unknown[]) => {
      // The arguments come first, the flags after them, and the command last.
      const flags = given.at(-2) as Flags;
      const args = given.slice(0, -2).flat().map(String);
      const input = (await declared.read?.(flags)) ?? '';
      const name = nameOf(group, declared);
      await atInstallation(flags, name, declared, { args, flags, input, by: machineUser() }, (line) =>
        console.log(line),
      );
    });
  }
}

/** As it is typed: `site add`. */
export function nameOf(group: CommandGroup, { usage }: InstallationCommand): string {
  return `${group.name} ${usage.split(' ', 1)[0]}`;
}
