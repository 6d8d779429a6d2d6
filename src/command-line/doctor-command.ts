/** `parlance doctor`. */
import type { Command } from 'commander';
import { settingsOf, withSettings } from './with-settings.ts';

export function doctorCommand(program: Command): void {
  withSettings(program.command('doctor'))
    .description(
      'look at database, disk, secret, public address, mail and media as these settings have them, and say what to do; fails when something is wrong',
    )
    .action(async (flags: Record<string, unknown>) => {
      const { doctor } = await import('./doctor/doctor.ts');
      if (!(await doctor(settingsOf(flags), (line) => console.log(line)))) process.exitCode = 1;
    });
}
