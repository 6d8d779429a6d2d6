#!/usr/bin/env node
/** The command line. */
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { Command } from 'commander';
import { backupCommand } from './command-line/backup-command.ts';
import { declareGroup } from './command-line/command.ts';
import { copyCommand } from './command-line/copy-command.ts';
import { doctorCommand } from './command-line/doctor-command.ts';
import { exportCommand } from './command-line/export-command.ts';
import { GROUPS } from './command-line/groups.ts';
import { restoreCommand } from './command-line/restore-command.ts';
import { serveCommand } from './command-line/serve-command.ts';
import { siteTransferCommands } from './command-line/site-transfer-commands.ts';
import { DatabaseUnavailable } from './database/errors.ts';
import { Refusal } from './refusal.ts';
import { SettingRefused } from './settings.ts';

const program = new Command('parlance')
  .description('A self-hosted meeting site that speaks the Webex XML API 9.0.0')
  .version(version(), '--version')
  // A slip is told in a line; who wants to read more asks for it.
  .configureOutput({ outputError: (text, write) => write(slip(text)) });

serveCommand(program);
backupCommand(program);
restoreCommand(program);
copyCommand(program);
exportCommand(program);
doctorCommand(program);
for (const group of GROUPS) declareGroup(program, group);
siteTransferCommands(program);

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

function version(): string {
  const file = findPackageJSON('.', import.meta.url);
  return file === undefined ? 'unknown' : JSON.parse(readFileSync(file, 'utf8')).version;
}

/** What commander says of a slip, in one line. */
function slip(text: string): string {
  const said = text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ');
  return `parlance: ${said} (parlance --help says more)\n`;
}
