/** `parlance account …`: the first administrator of a site, and help for one who is locked out. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { checkNewPassword } from '../accounts/password-rules.ts';
import { RuleBroken } from '../refusal.ts';
import { newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';
import { emailAsked } from '../xml-api/types/email.ts';
import { webExIdAsked } from '../xml-api/user/account-request.ts';
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
          webExId: webExIdAsked('webExID', within('webExID', webExId, 128)),
          email: emailAsked('email', String(flags.email)),
          firstName: within('first-name', String(flags.firstName), 64),
          lastName: within('last-name', String(flags.lastName), 64),
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

/** Errors: `RuleBroken` when it is empty or longer. */
function within(name: string, text: string, longest: number): string {
  if (text.trim() === '' || text.length > longest) {
    throw new RuleBroken(name, `must have from 1 to ${longest} characters`);
  }
  return text;
}

/** From standard input, so that it is in no list of processes and no history of a shell. */
async function askPassword(): Promise<string> {
  const input = process.stdin;
  const isTerminal = input.isTTY === true;
  if (isTerminal) process.stderr.write('Password: ');
  // What is typed at a terminal is echoed into nowhere.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output, terminal: isTerminal });
  try {
    for await (const line of lines) return line;
    throw new RuleBroken('password', 'is read from standard input');
  } finally {
    lines.close();
    if (isTerminal) process.stderr.write('\n');
  }
}
