/** The settings of the installation, and those of each site. */
import { SETTINGS, type Setting } from '../../src/settings.ts';
import { DEFAULT_SITE_SETTINGS } from '../../src/sites/site.ts';
import { block, code, page, table } from './markdown.ts';
import { SITE_SETTING_MEANINGS } from './site-settings.ts';

export function settingsPage(): string {
  return page(
    'Settings',
    '## Of the installation',
    'A flag counts before its variable, and a variable before the default. A change needs a restart.',
    table(
      ['Flag', 'Variable', 'Default', 'Meaning'],
      SETTINGS.map((setting: Setting) => [
        code(setting.flag),
        code(setting.variable),
        shown(setting.default),
        setting.words ? `${setting.meaning} One of ${setting.words.map(code).join(', ')}.` : setting.meaning,
      ]),
    ),
    '## Of a site',
    'Each site has its own. `site show` prints them, `site set` changes one, and a running server takes it at ' +
      'once. A list is given with commas.',
    block(
      'sh',
      'npm run parlance -- site show acme\nnpm run parlance -- site set acme lockoutTries 5\n' +
        'npm run parlance -- site set acme accountPasswordCriteria.minLength 8',
    ),
    'A change of `accountPasswordCriteria` is a new security policy: it ends every session ticket and every ' +
      'browser session of the site.',
    table(
      ['Setting', 'Default', 'Meaning'],
      Object.entries(SITE_SETTING_MEANINGS).map(([path, meaning]) => [
        code(path),
        shown(defaultOf(path)),
        meaning,
      ]),
    ),
  );
}

/** @param path such as `accountPasswordCriteria.minLength` */
function defaultOf(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (around, name) => (around as Readonly<Record<string, unknown>>)[name],
      DEFAULT_SITE_SETTINGS,
    );
}

function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.join(',') : String(value);
  return text === '' ? '' : code(text);
}
