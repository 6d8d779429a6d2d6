/** `parlance site …`: what the owner of the installation says of its sites. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { RuleBroken } from '../refusal.ts';
import { sessionTypeChange } from '../sites/session-type-change.ts';
import { sessionTypes } from '../sites/session-types.ts';
import { changeFromText } from '../sites/settings/change.ts';
import type { SiteType } from '../sites/site.ts';
import { onInstallation, withSettings } from './with-settings.ts';

const WHERE = ['data', 'database', 'secret'] as const;

export function siteCommands(program: Command): void {
  const site = program.command('site').description('found, list, change, close and open sites');

  withSettings(site.command('add <siteName>'), WHERE)
    .description('found a site')
    .requiredOption('--type <number>', '1 CI, 2 SSO, 3 Train Non-SSO, 4 W11 SSO, 5 Non-SSO')
    .option('--site-id <number>', 'its public number; without it a free one')
    .action((siteName: string, flags: Record<string, string>) =>
      onInstallation(flags, async ({ sites, random }) => {
        const created = await sites.create({
          siteName,
          type: siteType(flags.type),
          siteID: flags.siteId === undefined ? random.digits(10) : wholeNumber('site-id', flags.siteId),
        });
        console.log(`${created.siteName}  type ${created.type}  siteID ${created.siteID}`);
      }),
    );

  withSettings(site.command('list'), WHERE)
    .description('list the sites')
    .action((flags: Record<string, unknown>) =>
      onInstallation(flags, async ({ sites }) => {
        for (const name of await sites.names()) {
          const { siteName, type, siteID, status } = await sites.required(name);
          console.log(`${siteName}  type ${type}  siteID ${siteID}  ${status}`);
        }
      }),
    );

  withSettings(site.command('show <siteName>'), WHERE)
    .description('print the settings of a site')
    .action((siteName: string, flags: Record<string, unknown>) =>
      onInstallation(flags, async ({ sites }) => {
        const { settings } = await sites.required(siteName);
        console.log(JSON.stringify(settings, undefined, 2));
      }),
    );

  withSettings(site.command('set <siteName> <name> <value>'), WHERE)
    .description(
      'change a setting of a site, such as `lockoutTries 5` or `security.allMeetingsPassword true`; a running server takes it at once',
    )
    .action((siteName: string, name: string, value: string, flags: Record<string, unknown>) =>
      onInstallation(flags, async ({ sites }) => {
        if (name === 'sessionTypes') throw new RuleBroken(name, 'is changed by `site session-type`');
        await sites.change(siteName, { settings: changeFromText(name, value) });
      }),
    );

  withSettings(site.command('saml <siteName>'), WHERE)
    .description('take the addresses and certificates of an identity provider from its metadata')
    .requiredOption('--metadata <file>', 'what the provider publishes of itself: SAML 2.0 metadata in a file')
    .action((siteName: string, flags: Record<string, string>) =>
      onInstallation(flags, async ({ sites }) => {
        const { settingsOfMetadata } = await import('../sign-in/saml/provider-metadata.ts');
        const settings = settingsOfMetadata(await readMetadata(flags.metadata ?? ''));
        const { samlSSO } = (await sites.change(siteName, { settings })).settings;
        console.log(`idpIssuer     ${samlSSO.idpIssuer}`);
        console.log(`idpLoginUrl   ${samlSSO.idpLoginUrl}`);
        console.log(`idpLogoutUrl  ${samlSSO.idpLogoutUrl}`);
        console.log(`nameIDFormat  ${samlSSO.nameIDFormat}`);
        console.log(`certificates  ${samlSSO.idpCertificates.length}`);
      }),
    );

  withSettings(site.command('session-types <siteName>'), WHERE)
    .description('list the session types of a site')
    .action((siteName: string, flags: Record<string, unknown>) =>
      onInstallation(flags, async ({ sites }) => {
        for (const type of sessionTypes(await sites.required(siteName))) {
          const { meetingTypeID, productCodePrefix, displayName, serviceType, active } = type;
          console.log(`${meetingTypeID}  ${productCodePrefix}  ${serviceType}  ${active}  ${displayName}`);
        }
      }),
    );

  withSettings(site.command('session-type <siteName> <meetingTypeID> <name> <value>'), WHERE)
    .description(
      'change a session type of a site, such as `3 limits.maxMeetingUser 500`, or add one: `214 serviceType MeetingCenter`',
    )
    .action(
      (
        siteName: string,
        meetingTypeID: string,
        name: string,
        value: string,
        flags: Record<string, unknown>,
      ) =>
        onInstallation(flags, async ({ sites }) => {
          const found = await sites.required(siteName);
          const settings = sessionTypeChange(found, Number(meetingTypeID), name, value);
          await sites.change(siteName, { settings });
        }),
    );

  for (const [word, status] of [
    ['close', 'CLOSED'],
    ['open', 'ACTIVE'],
  ] as const) {
    withSettings(site.command(`${word} <siteName>`), WHERE)
      .description(`${word} a site`)
      .action((siteName: string, flags: Record<string, unknown>) =>
        onInstallation(flags, async ({ sites }) => {
          await sites.change(siteName, { status });
        }),
      );
  }
}

async function readMetadata(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new RuleBroken('metadata', `cannot be read: ${error instanceof Error ? error.message : file}`);
  }
}

function siteType(given: string | undefined): SiteType {
  const type = Number(given);
  if (type === 1 || type === 2 || type === 3 || type === 4 || type === 5) return type;
  throw new RuleBroken('type', 'must be from 1 to 5');
}

function wholeNumber(name: string, given: string): number {
  const number = Number(given);
  if (!Number.isSafeInteger(number) || number < 1) throw new RuleBroken(name, 'must be a whole number');
  return number;
}
