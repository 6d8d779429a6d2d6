#!/usr/bin/env node
/** The command line: serve, site, account. */
import { Command } from 'commander';
import { accountCommands } from './command-line/account.ts';
import { serveCommand } from './command-line/serve.ts';
import { siteCommands } from './command-line/site.ts';
import { DatabaseUnavailable } from './database/database.ts';
import { Refusal } from './refusal.ts';
import { SettingRefused } from './settings.ts';

const program = new Command('parlance')
  .description('A self-hosted meeting site that speaks the Webex XML API 9.0.0')
  .showHelpAfterError();

serveCommand(program);
siteCommands(program);
accountCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  // What a person can mend is told in a line; anything else is ours, with its trace.
  const theirs =
    error instanceof Refusal ||
    error instanceof SettingRefused ||
    error instanceof DatabaseUnavailable ||
    isFromTheSystem(error);
  console.error(theirs ? `parlance: ${error.message}` : error);
  process.exitCode = 1;
}

/** A port that is taken, a folder that may not be written: Node says it in a line of its own. */
function isFromTheSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
