/** `parlance site export` and `parlance site import`: a site as a file, and back. */
import type { Command } from 'commander';
import { exportTo } from './export-command.ts';
import { withSettings } from './with-settings.ts';

/** @param program has the group `site` already */
export function siteTransferCommands(program: Command): void {
  const site = program.commands.find((command) => command.name() === 'site');
  if (!site) throw new Error('the commands of sites come first');
  exportTo(site);
  withSettings(site.command('import <file>'), ['data', 'database', 'secret', 'recordings'])
    .description(
      'take a site from a file that `site export` has written, beside the sites that are here: all of it, or nothing; end the server first',
    )
    .option('--as <siteName>', 'under another name than its own')
    .option('--site-id <number>', 'with another public number than its own')
    .option(
      '--with-recordings <folder>',
      'bring the files of its recordings: the folder `recordings` of where it comes from, or of a backup',
    )
    .option('--without-recordings', 'leave the files of its recordings where they are')
    .action(async (file: string, flags: Record<string, unknown>) => {
      const { importSiteFile } = await import('./import-site.ts');
      await importSiteFile(file, flags, (line) => console.log(line));
    });
}
