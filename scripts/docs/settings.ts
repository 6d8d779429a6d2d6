/** The settings of the installation, and those of each site. */
import { type InstallationSetting, SETTINGS } from '../../src/settings.ts';
import { allSettings, type NamedSetting } from '../../src/sites/settings/index.ts';
import { type Affected, placeOf } from '../../src/sites/settings/sections.ts';
import { hasTitle, titleOf } from '../../src/sites/settings/titles.ts';
import { block, code, page, table } from './markdown.ts';

export function settingsPage(): string {
  return page(
    'Settings',
    '## Of the installation',
    'A flag counts before its variable, and a variable before the default. A change needs a restart.',
    table(
      ['Flag', 'Variable', 'Default', 'Meaning'],
      SETTINGS.map((setting: InstallationSetting) => [
        code(setting.flag),
        code(setting.variable),
        shown(setting.default),
        setting.meaning + allowed(setting.words),
      ]),
    ),
    '## Of a site',
    'Each site has its own. `site show` prints them, `site set` changes one, and a running server takes it at ' +
      'once. Words and numbers of a list are given with commas.',
    block(
      'sh',
      'npm run parlance -- site show acme\nnpm run parlance -- site set acme lockoutTries 5\n' +
        'npm run parlance -- site set acme accountPasswordCriteria.minLength 8',
    ),
    [
      '- **owner**: only an owner of the installation changes it, on the command line or in the console; a site administrator may not.',
      '- **guided**: site administrators change it too, in the console alone, on a page of its own that holds them to rules.',
      '- **policy**: a change is a new security policy, which ends every session ticket and browser session of the site.',
      '- **stored only**: it is kept and told, and does nothing yet.',
      '- **secret**: no answer tells it.',
      '- **shared secret**: it is told to site administrators alone, not to those who may only read.',
    ].join('\n'),
    table(
      ['Setting', 'Default', 'Meaning', 'Affects', 'Marks'],
      allSettings().map((setting) => [
        code(setting.path),
        shown(setting.default),
        titled(setting) + setting.meaning + allowed(setting.values),
        affected(setting),
        marks(setting),
      ]),
    ),
  );
}

/** For the README: the settings of a site that do nothing yet, by the group that they stand in. */
export function storedOnlyTable(): string {
  const groups = new Map<string, NamedSetting[]>();
  for (const setting of allSettings()) {
    const [first = '', ...rest] = setting.path.split('.');
    const group = rest.length === 0 ? '' : first;
    groups.set(group, [...(groups.get(group) ?? []), setting]);
  }
  const rows = [...groups].flatMap(([group, settings]) => {
    const stored = settings.filter(({ storedOnly }) => storedOnly);
    if (stored.length === 0) return [];
    const names = stored.map(({ path }) => code(group === '' ? path : path.slice(group.length + 1)));
    const all = group !== '' && stored.length === settings.length;
    return [[group === '' ? '' : code(group), all ? 'all of it' : names.join(', ')]];
  });
  return table(['Group', 'Stored only'], rows);
}

const AFFECTED: Readonly<Record<Affected, string>> = {
  pages: 'pages',
  mail: 'mail',
  signIn: 'sign-in',
  accounts: 'accounts',
  scheduling: 'scheduling',
  joining: 'joining',
  rooms: 'rooms',
  telephone: 'telephone',
  recordings: 'recordings',
  history: 'history',
  xmlAPI: 'XML API',
  urlAPI: 'URL API',
};

/** What is only kept is felt at `GetSite` alone, which its mark says. */
function affected(setting: NamedSetting): string {
  if (setting.storedOnly) return '';
  return placeOf(setting)
    .affects.map((name) => AFFECTED[name])
    .join(', ');
}

function titled({ path }: NamedSetting): string {
  return hasTitle(path) ? `*${titleOf(path)}.* ` : '';
}

function marks({ owner, guided, policy, storedOnly, secret, shared }: NamedSetting): string {
  return [
    owner && 'owner',
    guided && 'guided',
    policy && 'policy',
    storedOnly && 'stored only',
    secret && 'secret',
    shared && 'shared secret',
  ]
    .filter(Boolean)
    .join(', ');
}

function allowed(words: readonly string[] | undefined): string {
  return words ? ` One of ${words.map(code).join(', ')}.` : '';
}

function shown(value: unknown): string {
  const text = typeof value === 'object' && !isPlainList(value) ? JSON.stringify(value) : String(value);
  return text === '' ? '' : code(text);
}

function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry !== 'object');
}
