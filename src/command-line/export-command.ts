/** `parlance export`, and the same as `parlance site export`. */
import { once } from 'node:events';
import type { Command } from 'commander';
import { withSettings } from './with-settings.ts';

export function exportCommand(program: Command): void {
  exportTo(program);
}

export function exportTo(parent: Command): void {
  withSettings(parent.command('export <siteName>'), ['data', 'database'])
    .description(
      'write everything that a site has to standard output, a line of JSON for each row; secrets too',
    )
    .action(async (siteName: string, flags: Record<string, unknown>) => {
      const { exportSite } = await import('./export-site.ts');
      for await (const line of exportSite(siteName, flags)) {
        if (!process.stdout.write(line)) await once(process.stdout, 'drain');
      }
    });
}
