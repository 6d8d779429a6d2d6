/** `parlance serve`. */
import type { Command } from 'commander';
import { SettingRefused, type Settings } from '../settings.ts';
import { settingsOf, withSettings } from './with-settings.ts';

export function serveCommand(program: Command): void {
  withSettings(program.command('serve'))
    .description('serve the sites of the installation')
    .option('--demo', 'found the demo sites acme, acme-ci, acme-sso, acme-w11 and acme-basic; loopback only')
    .action(async (flags: Record<string, unknown>) => {
      const settings = settingsOf(flags);
      const demo = flags.demo === true;
      if (demo) checkLoopback(settings);
      // Other commands need none of what a server needs, and a slip is told without it.
      const { serve } = await import('./serve.ts');
      await serve(settings, demo);
    });
}

/** Everybody knows the demo's passwords. */
function checkLoopback(settings: Settings): void {
  if (!/^(127(\.\d+){3}|localhost|::1)$/.test(settings.host)) {
    throw new SettingRefused('host', 'must be a loopback address for the demo');
  }
}
