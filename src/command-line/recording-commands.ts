/** `parlance recording …`: what sites keep, and old archives that are brought. What does the work is loaded with it. */
import type { CommandGroup, InstallationCommand } from './command.ts';

const importRecordings: InstallationCommand = {
  usage: 'import <siteName> <webExID> <files...>',
  description:
    'bring recordings of an old archive for a host: MP4 and WebM are made ready to be played; ARF, WRF and WMV are kept, to be fetched',
  // The server opens the files: it must know what the names mean where they were typed.
  read: async () => process.cwd(),
  async run(context, typed, say) {
    await (await import('./import-recordings.ts')).importRecordingFiles(context, typed, say);
  },
};

const list: InstallationCommand = {
  usage: 'list <siteName>',
  description:
    'list the recordings of a site, the newest first, also those that are made ready or have failed',
  async run(context, typed, say) {
    await (await import('./import-recordings.ts')).listRecordings(context, typed, say);
  },
};

export const RECORDING_COMMANDS: CommandGroup = {
  name: 'recording',
  description: 'bring and list recordings',
  commands: [importRecordings, list],
};
