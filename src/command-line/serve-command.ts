/** `parlance serve`. */
import type { Command } from 'commander';
import { withSettings } from './with-settings.ts';

export function serveCommand(program: Command): void {
  withSettings(program.command('serve'))
    .description('serve the sites of the installation')
    .option('--demo', 'found the demo sites acme, acme-ci, acme-sso, acme-w11 and acme-basic; loopback only')
    .action(async (flags: Record<string, unknown>) => {
      // Other commands need none of what a server needs.
      const { serve } = await import('./serve.ts');
      await serve(flags);
    });
}
