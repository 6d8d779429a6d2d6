/** `parlance backup`. */
import type { Command } from 'commander';
import { withSettings } from './with-settings.ts';

export function backupCommand(program: Command): void {
  withSettings(program.command('backup <folder>'), ['data', 'database', 'secret', 'recordings'])
    .description(
      'copy the database, the secret and the recordings into a new folder, readable by its owner alone; a server goes on',
    )
    .option('--database-only', 'leave the recordings out, which may be large')
    .action(async (folder: string, flags: Record<string, unknown>) => {
      const { backup } = await import('./backup.ts');
      await backup(folder, flags);
    });
}
