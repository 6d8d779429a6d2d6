/** `parlance site …`: what the owner of the installation says of its sites. */
import { readFile } from 'node:fs/promises';
import { RuleBroken } from '../refusal.ts';
import { zoneNamed, zoneOfMachine } from '../sites/named-zone.ts';
import { sessionTypeChange } from '../sites/session-type-change.ts';
import { sessionTypes } from '../sites/session-types.ts';
import { changeFromText } from '../sites/settings/change.ts';
import type { SiteStatus, SiteType } from '../sites/site.ts';
import type { CommandGroup, InstallationCommand } from './command.ts';

const add: InstallationCommand = {
  usage: 'add <siteName>',
  description: 'found a site',
  options: [
    ['!--type <number>', '1 CI, 2 SSO, 3 Train Non-SSO, 4 W11 SSO, 5 Non-SSO'],
    ['--site-id <number>', 'its public number; without it a free one'],
    [
      '--time-zone <zone>',
      'such as `Europe/Berlin`, or its number from 0 to 61; without it that of this machine',
    ],
  ],
  async run({ sites, random }, { args: [siteName = ''], flags: { type, siteId, timeZone: zone } }, say) {
    const created = await sites.create({
      siteName,
      type: siteType(type),
      siteID: siteId === undefined ? random.digits(10) : wholeNumber('site-id', siteId),
      settings: { timeZoneID: zone === undefined ? zoneOfMachine() : zoneNamed('time-zone', String(zone)) },
    });
    say(`${created.siteName}  type ${created.type}  siteID ${created.siteID}`);
  },
};

const list: InstallationCommand = {
  usage: 'list',
  description: 'list the sites',
  async run({ sites }, _typed, say) {
    for (const name of await sites.names()) {
      const { siteName, type, siteID, status } = await sites.required(name);
      say(`${siteName}  type ${type}  siteID ${siteID}  ${status}`);
    }
  },
};

const show: InstallationCommand = {
  usage: 'show <siteName>',
  description: 'print the settings of a site',
  async run({ sites }, { args: [siteName = ''] }, say) {
    const { settings } = await sites.required(siteName);
    say(JSON.stringify(settings, undefined, 2));
  },
};

const set: InstallationCommand = {
  usage: 'set <siteName> <name> <value>',
  description:
    'change a setting of a site, such as `lockoutTries 5` or `security.allMeetingsPassword true`; a running server takes it at once',
  async run({ sites }, { args: [siteName = '', name = '', value = ''] }) {
    if (name === 'sessionTypes') throw new RuleBroken(name, 'is changed by `site session-type`');
    await sites.change(siteName, { settings: changeFromText(name, value) });
  },
};

const saml: InstallationCommand = {
  usage: 'saml <siteName>',
  description: 'take the addresses and certificates of an identity provider from its metadata',
  options: [['!--metadata <file>', 'what the provider publishes of itself: SAML 2.0 metadata in a file']],
  read: async ({ metadata }) => (await readMetadata(String(metadata))).toString('base64'),
  async run({ sites }, { args: [siteName = ''], input }, say) {
    const { settingsOfMetadata } = await import('../sign-in/saml/provider-metadata.ts');
    const settings = settingsOfMetadata(Buffer.from(input, 'base64'));
    const { samlSSO } = (await sites.change(siteName, { settings })).settings;
    say(`idpIssuer     ${samlSSO.idpIssuer}`);
    say(`idpLoginUrl   ${samlSSO.idpLoginUrl}`);
    say(`idpLogoutUrl  ${samlSSO.idpLogoutUrl}`);
    say(`nameIDFormat  ${samlSSO.nameIDFormat}`);
    say(`certificates  ${samlSSO.idpCertificates.length}`);
  },
};

const listSessionTypes: InstallationCommand = {
  usage: 'session-types <siteName>',
  description: 'list the session types of a site',
  async run({ sites }, { args: [siteName = ''] }, say) {
    for (const type of sessionTypes(await sites.required(siteName))) {
      const { meetingTypeID, productCodePrefix, displayName, serviceType, active } = type;
      say(`${meetingTypeID}  ${productCodePrefix}  ${serviceType}  ${active}  ${displayName}`);
    }
  },
};

const changeSessionType: InstallationCommand = {
  usage: 'session-type <siteName> <meetingTypeID> <name> <value>',
  description:
    'change a session type of a site, such as `3 limits.maxMeetingUser 500`, or add one: `214 serviceType MeetingCenter`',
  async run({ sites }, { args: [siteName = '', meetingTypeID, name = '', value = ''] }) {
    const site = await sites.required(siteName);
    await sites.change(siteName, {
      settings: sessionTypeChange(site, Number(meetingTypeID), name, value),
    });
  },
};

function changeStatus(word: 'close' | 'open', status: SiteStatus): InstallationCommand {
  return {
    usage: `${word} <siteName>`,
    description: `${word} a site`,
    async run({ sites }, { args: [siteName = ''] }) {
      await sites.change(siteName, { status });
    },
  };
}

export const SITE_COMMANDS: CommandGroup = {
  name: 'site',
  description: 'found, list, change, close and open sites',
  commands: [
    add,
    list,
    show,
    set,
    saml,
    listSessionTypes,
    changeSessionType,
    changeStatus('close', 'CLOSED'),
    changeStatus('open', 'ACTIVE'),
  ],
};

async function readMetadata(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new RuleBroken('metadata', `cannot be read: ${error instanceof Error ? error.message : file}`);
  }
}

function siteType(text: unknown): SiteType {
  const type = Number(text);
  if (type === 1 || type === 2 || type === 3 || type === 4 || type === 5) return type;
  throw new RuleBroken('type', 'must be from 1 to 5');
}

function wholeNumber(name: string, text: unknown): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new RuleBroken(name, 'must be a whole number');
  return number;
}
