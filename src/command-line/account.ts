/** `parlance account …`: the first administrator of a site, and help for one who is locked out. */
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { checkNewPassword } from '../accounts/password-rules.ts';
import { RuleBroken } from '../refusal.ts';
import { newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';
import { onInstallation, withSettings } from './with-settings.ts';

const WHERE = ['data', 'database', 'secret'] as const;

export function accountCommands(program: Command): void {
  const account = program.command('account').description('create accounts, set passwords');

  withSettings(account.command('add <siteName> <webExID>'), WHERE)
    .description('create an account; the password is read from standard input')
    .requiredOption('--email <address>')
    .requiredOption('--first-name <name>')
    .requiredOption('--last-name <name>')
    .option('--admin', 'make it a site administrator')
    .action((siteName: string, webExId: string, flags: Record<string, string | boolean>) =>
      onInstallation(flags, async ({ sites, accounts, passwords }) => {
        const site = await sites.required(siteName);
        const names = {
          webExId,
          email: String(flags.email),
          firstName: String(flags.firstName),
          lastName: String(flags.lastName),
        };
        const password = await askPassword();
        checkNewPassword(password, site, names);
        const created = await accounts.create(site, {
          ...names,
          passwordHash: await passwords.hash(password),
          profile: { privileges: { siteAdmin: flags.admin === true } },
        });
        console.log(`${created.webExId}  userId ${created.userId}`);
      }),
    );

  withSettings(account.command('password <siteName> <webExID>'), WHERE)
    .description('set a password, read from standard input, and unlock the account')
    .action((siteName: string, webExId: string, flags: Record<string, unknown>) =>
      onInstallation(flags, async ({ sites, accounts, passwords }) => {
        const site = await sites.required(siteName);
        const account = await accounts.required(site, webExId);
        const password = await askPassword();
        const passwordHash = await newPasswordHash({ accounts, passwords }, site, account, password);
        await accounts.change(site, webExId, (current) => ({
          ...withNewPassword(current, passwordHash, site),
          locked: false,
        }));
      }),
    );
}

/** From standard input, so that it is in no list of processes and no history of a shell. */
async function askPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  if (process.stdin.isTTY) process.stderr.write('Password: ');
  for await (const line of lines) return line;
  throw new RuleBroken('password', 'is read from standard input');
}
