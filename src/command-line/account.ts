/** `parlance account …`: the first administrator of a site, and help for one who is locked out. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { isSiteAdmin } from '../accounts/account.ts';
import { checkAdministratorPassword, checkNewPassword } from '../accounts/password-rules.ts';
import { RuleBroken } from '../refusal.ts';
import { newPasswordHash, withNewPassword } from '../sign-in/new-password.ts';
import { emailAsked } from '../xml-api/types/email.ts';
import { webExIdAsked } from '../xml-api/user/account-request.ts';
import { exportAccounts, importAccounts } from './account-batch.ts';
import type { CommandGroup, InstallationCommand } from './command.ts';

const add: InstallationCommand = {
  usage: 'add <siteName> <webExID>',
  description: 'create an account; the password is read from standard input',
  options: [
    ['!--email <address>', 'where mail to the person goes'],
    ['!--first-name <name>', 'as others see it'],
    ['!--last-name <name>', 'as others see it'],
    ['--admin', 'make it a site administrator'],
  ],
  read: readPassword,
  async run({ sites, accounts, passwords }, { args: [siteName = '', webExID = ''], flags, input }, say) {
    const site = await sites.required(siteName);
    const names = {
      webExId: webExIdAsked('webExID', within('webExID', webExID, 128)),
      email: emailAsked('email', String(flags.email)),
      firstName: within('first-name', String(flags.firstName), 64),
      lastName: within('last-name', String(flags.lastName), 64),
    };
    const password = passwordIn(input);
    const isAdmin = flags.admin === true;
    checkNewPassword(password, site, names);
    if (isAdmin) checkAdministratorPassword(password, site, names);
    const created = await accounts.create(site, {
      ...names,
      passwordHash: await passwords.hash(password, site),
      profile: { privileges: { siteAdmin: isAdmin } },
    });
    say(`${created.webExId}  userId ${created.userId}`);
  },
};

const setPassword: InstallationCommand = {
  usage: 'password <siteName> <webExID>',
  description: 'set a password, read from standard input, and unlock the account',
  read: readPassword,
  async run({ sites, accounts, passwords }, { args: [siteName = '', webExID = ''], input }) {
    const site = await sites.required(siteName);
    const account = await accounts.required(site, webExID);
    const password = passwordIn(input);
    checkNewPassword(password, site, account);
    if (isSiteAdmin(account)) checkAdministratorPassword(password, site, account);
    const passwordHash = await newPasswordHash({ accounts, passwords }, site, account, password);
    await accounts.change(site, webExID, (current) => ({
      ...withNewPassword(current, passwordHash, site),
      locked: false,
    }));
  },
};

export const ACCOUNT_COMMANDS: CommandGroup = {
  name: 'account',
  description: 'create accounts, set passwords, import and export many',
  commands: [add, setPassword, importAccounts, exportAccounts],
};

/** @throws RuleBroken when it is empty or longer */
function within(name: string, text: string, longest: number): string {
  if (text.trim() === '' || text.length > longest) {
    throw new RuleBroken(name, `must have from 1 to ${longest} characters`);
  }
  return text;
}

/** @throws RuleBroken when there was no line */
function passwordIn(input: string): string {
  if (input === '') throw new RuleBroken('password', 'is read from standard input');
  return input.slice(0, -1);
}

/** The line with its end, or nothing. From standard input, so that it is in no list of processes and no history of a shell. */
async function readPassword(): Promise<string> {
  const input = process.stdin;
  const isTerminal = input.isTTY === true;
  if (isTerminal) process.stderr.write('Password: ');
  // What is typed at a terminal is echoed into nowhere.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output, terminal: isTerminal });
  try {
    for await (const line of lines) return `${line}\n`;
    return '';
  } finally {
    lines.close();
    if (isTerminal) process.stderr.write('\n');
  }
}
