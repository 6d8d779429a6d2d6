/** `parlance site …`: what the owner of the installation says of its sites. */
import type { Command } from 'commander';
import { RuleBroken } from '../refusal.ts';
import { DEFAULT_SITE_SETTINGS, type SiteSettings, type SiteType } from '../sites/site.ts';
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
      'change a setting of a site, such as `lockoutTries 5` or `gsbStatus BACKUP`; a running server takes it at once',
    )
    .action((siteName: string, name: string, value: string, flags: Record<string, unknown>) =>
      onInstallation(flags, async ({ sites }) => {
        const { settings } = await sites.required(siteName);
        await sites.change(siteName, {
          settings: changedSetting(settings, name, value),
          newSecurityPolicy: name.startsWith('accountPasswordCriteria'),
        });
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

/** `accountPasswordCriteria.minLength 8` reaches into a group; the value has the type of the default. */
function changedSetting(settings: SiteSettings, name: string, value: string): Partial<SiteSettings> {
  const [first = '', second] = name.split('.', 2);
  const defaults: Readonly<Record<string, unknown>> = { ...DEFAULT_SITE_SETTINGS };
  const current: Readonly<Record<string, unknown>> = { ...settings };
  if (!(first in defaults)) throw new RuleBroken(name, `must be one of ${Object.keys(defaults).join(', ')}`);
  if (second === undefined) return { [first]: valueLike(name, defaults[first], value) };
  const group = defaults[first];
  if (typeof group !== 'object' || group === null || !(second in group)) {
    throw new RuleBroken(name, 'is not a setting of a site');
  }
  const before = current[first] as Readonly<Record<string, unknown>>;
  return {
    [first]: { ...before, [second]: valueLike(name, (group as Record<string, unknown>)[second], value) },
  };
}

function valueLike(name: string, example: unknown, value: string): unknown {
  if (typeof example === 'number') {
    const number = Number(value);
    if (!Number.isSafeInteger(number) || number < 0) throw new RuleBroken(name, 'must be a whole number');
    return number;
  }
  if (typeof example === 'boolean') {
    if (value !== 'true' && value !== 'false') throw new RuleBroken(name, 'must be true or false');
    return value === 'true';
  }
  if (Array.isArray(example)) {
    const entries = value
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    return name === 'meetingTypes' ? entries.map((entry) => wholeNumber(name, entry)) : entries;
  }
  if (typeof example === 'object') throw new RuleBroken(name, 'is a group: name one setting in it');
  if (name === 'gsbStatus' && value !== 'PRIMARY' && value !== 'BACKUP') {
    throw new RuleBroken(name, 'must be PRIMARY or BACKUP');
  }
  return value;
}
