/** `parlance copy`. */
import type { Command } from 'commander';
import { withSettings } from './with-settings.ts';

export function copyCommand(program: Command): void {
  withSettings(program.command('copy'), ['data', 'database', 'secret', 'recordings'])
    .description('copy the installation into another database: from the embedded one to PostgreSQL, or back')
    .requiredOption('--to <where>', '`postgres://…` of an empty database, or a new folder')
    .action(async ({ to, ...flags }: { to: string } & Record<string, unknown>) => {
      const { copyInstallation } = await import('./copy-installation.ts');
      await copyInstallation(to, flags, (line) => console.log(line));
    });
}
