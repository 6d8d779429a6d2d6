/** `parlance owner …`: who works on every site of the installation, from the console of their own. */
import type { CommandGroup, InstallationCommand } from './command.ts';

const add: InstallationCommand = {
  usage: 'add <siteName> <webExID>',
  description: 'let an account work on every site, in the console of its own',
  async run({ sites, accounts, owners }, { args: [siteName = '', webExID = ''] }) {
    await owners.add(await accounts.required(await sites.required(siteName), webExID));
  },
};

const remove: InstallationCommand = {
  usage: 'remove <siteName> <webExID>',
  description: 'take that away',
  async run({ sites, accounts, owners }, { args: [siteName = '', webExID = ''] }) {
    await owners.remove(await accounts.required(await sites.required(siteName), webExID));
  },
};

const list: InstallationCommand = {
  usage: 'list',
  description: 'list the owners of the installation',
  async run({ sites, owners }, _typed, say) {
    for (const { site, webex_id, first_name, last_name } of await owners.list()) {
      const siteName = (await sites.byId(site))?.siteName ?? '';
      say(`${siteName}  ${webex_id}  ${`${first_name} ${last_name}`.trim()}`);
    }
  },
};

export const OWNER_COMMANDS: CommandGroup = {
  name: 'owner',
  description: 'name and list the owners of the installation',
  commands: [add, remove, list],
};
