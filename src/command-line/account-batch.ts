/** `parlance account import` and `export`: many users at once, by files. What does the work is loaded with it. */
import type { InstallationCommand } from './command.ts';

export const importAccounts: InstallationCommand = {
  usage: 'import <siteName> <file>',
  description:
    'create and change users by a CSV file, or a tab-delimited one of the original; what is refused comes back in a file with Comments, and the command fails',
  options: [
    ['--dry-run', 'say what would be done, and do nothing'],
    ['--errors <file>', 'where refused rows go; without it beside the file'],
  ],
  // The server opens the file: it must know what the name means where it was typed.
  read: async () => process.cwd(),
  async run(context, typed, say) {
    await (await import('./import-accounts.ts')).importFile(context, typed, say);
  },
};

export const exportAccounts: InstallationCommand = {
  usage: 'export <siteName> <file>',
  description: 'write the users of a site into a new CSV file, without passwords',
  options: [
    ['--tabs', 'the form of the original: tab-delimited, UTF-16'],
    ['--only <state>', 'active or inactive'],
  ],
  read: async () => process.cwd(),
  async run(context, typed, say) {
    await (await import('./export-accounts.ts')).exportFile(context, typed, say);
  },
};
