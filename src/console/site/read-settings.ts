import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { shownSettings } from './shown-settings.ts';
import type { SettingsAnswer } from './site-data.ts';

export const readSettings = endpoint({
  method: 'GET',
  path: 'site/settings',
  summary:
    'Lists every setting of the site with its value, its default and what it affects; of a secret only whether there is one.',
  may: readsSite,
  run(call): SettingsAnswer {
    return { settings: shownSettings(call, call.site.settings) };
  },
});
