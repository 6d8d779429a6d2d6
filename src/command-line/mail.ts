/** `parlance mail …`: what waits in the outbox and why, and whether mail can be sent at all. */
import { Refusal, RuleBroken } from '../refusal.ts';
import { isAddress } from '../text-rules.ts';
import type { CommandGroup, InstallationCommand } from './command.ts';

class MailNotFound extends Refusal {
  constructor(id: string) {
    super(`the site has no mail ${id} that this can be done with`);
  }
}

class MailNotSent extends Refusal {
  constructor(why: string) {
    super(`mail cannot be sent: ${why}`);
  }
}

const list: InstallationCommand = {
  usage: 'list <siteName>',
  description: 'the last 50 mails of a site, the newest first, and what became of them',
  async run({ sites, mail }, { args: [siteName = ''] }, say) {
    const { mails } = await mail.outbox.list(await sites.required(siteName));
    for (const { id, state, createdAt, kind, recipient, problem } of mails) {
      const about = [id, state.padEnd(9), new Date(createdAt).toISOString(), kind, recipient, problem ?? ''];
      say(about.join('  ').trimEnd());
    }
  },
};

const show: InstallationCommand = {
  usage: 'show <siteName> <id>',
  description: 'a mail as it reads, and how it went',
  async run({ sites, mail }, { args: [siteName = '', id = ''] }, say) {
    const found = await mail.outbox.find(await sites.required(siteName), Number(id));
    if (!found) throw new MailNotFound(id);
    const { message, state, attempts, problem } = found;
    say(`State: ${state}, attempts: ${attempts}${problem ? `, problem: ${problem}` : ''}`);
    say(`From: ${message.from.name} <${message.from.address}>`);
    say(`To: ${message.to.name} <${message.to.address}>`);
    say(`Subject: ${message.subject}`);
    say('');
    for (const line of message.text.trimEnd().split('\n')) say(line);
  },
};

const retry: InstallationCommand = {
  usage: 'retry <siteName> <id>',
  description: 'try a mail again that was given up, or kept because there was no server for mail',
  async run({ sites, mail }, { args: [siteName = '', id = ''] }) {
    if (!(await mail.outbox.retry(await sites.required(siteName), Number(id)))) throw new MailNotFound(id);
  },
};

const test: InstallationCommand = {
  usage: 'test <siteName> <address>',
  description: 'send a mail now, and say what the server for mail answers',
  async run({ sites, mail }, { args: [siteName = '', address = ''] }, say) {
    if (!isAddress(address)) throw new RuleBroken('address', 'must be one e-mail address');
    const problem = await mail.test(await sites.required(siteName), address);
    if (problem !== undefined) throw new MailNotSent(problem);
    say(`the server for mail has taken it for ${address}`);
  },
};

export const MAIL_COMMANDS: CommandGroup = {
  name: 'mail',
  description: 'look at mail, try it again, test whether it can be sent',
  commands: [list, show, retry, test],
};
