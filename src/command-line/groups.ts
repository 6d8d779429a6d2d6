/** Every group of commands that work on the installation. */
import { ACCOUNT_COMMANDS } from './account.ts';
import { AUDIT_COMMANDS } from './audit.ts';
import { type CommandGroup, type InstallationCommand, nameOf } from './command.ts';
import { MAIL_COMMANDS } from './mail.ts';
import { OWNER_COMMANDS } from './owner.ts';
import { RECORDING_COMMANDS } from './recording-commands.ts';
import { SITE_COMMANDS } from './site.ts';

export const GROUPS: readonly CommandGroup[] = [
  SITE_COMMANDS,
  ACCOUNT_COMMANDS,
  OWNER_COMMANDS,
  RECORDING_COMMANDS,
  MAIL_COMMANDS,
  AUDIT_COMMANDS,
];

/** By what is typed, such as `site add`. */
export const COMMANDS: ReadonlyMap<string, InstallationCommand> = new Map(
  GROUPS.flatMap((group) => group.commands.map((command) => [nameOf(group, command), command] as const)),
);
