/** `parlance restore`. */
import type { Command } from 'commander';
import { withSettings } from './with-settings.ts';

export function restoreCommand(program: Command): void {
  withSettings(program.command('restore <folder>'), ['data', 'database', 'secret', 'recordings'])
    .description(
      'bring back what `backup` has copied into <folder>, into a data folder that is empty; the backup is checked before anything is written',
    )
    .option('--database-only', 'leave the recordings out')
    .action(async (folder: string, flags: Record<string, unknown>) => {
      const { restore } = await import('./restore.ts');
      await restore(folder, flags, (line) => console.log(line));
    });
}
