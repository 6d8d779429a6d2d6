/** `parlance backup`. */
import type { Command } from 'commander';
import { withSettings } from './with-settings.ts';

export function backupCommand(program: Command): void {
  withSettings(program.command('backup <folder>'), ['data', 'database', 'secret'])
    .description(
      'copy the database and the secret into a new folder, readable by its owner alone; a server goes on',
    )
    .action(async (folder: string, flags: Record<string, unknown>) => {
      const { backup } = await import('./backup.ts');
      await backup(folder, flags);
    });
}
