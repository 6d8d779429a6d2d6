/** The settings of a site as somebody may see them in the console. */
import { mayChangeSetting, maySeeSetting, type SettingsReader } from '../../policies/site-settings.ts';
import { settingOf } from '../../sites/settings/change.ts';
import { allSettings, type NamedSetting } from '../../sites/settings/index.ts';
import { placeOf } from '../../sites/settings/sections.ts';
import { titleOf } from '../../sites/settings/titles.ts';
import type { SiteSettings } from '../../sites/site.ts';
import { LANGUAGES } from '../../time/languages.ts';
import { label, TIME_ZONES } from '../../time/time-zones.ts';
import type { ShownSetting } from './site-data.ts';

const CHOICES: Readonly<Record<string, ShownSetting['choices']>> = {
  timeZoneID: TIME_ZONES.map((zone) => ({ id: zone.id, words: label(zone) })),
  languageID: LANGUAGES.map(({ id, name }) => ({ id, words: name })),
};

export function shownSettings(reader: SettingsReader, settings: SiteSettings): ShownSetting[] {
  return allSettings().map((setting) => shownSetting(reader, settings, setting));
}

function shownSetting(reader: SettingsReader, settings: SiteSettings, setting: NamedSetting): ShownSetting {
  const { form: _form, path, default: usual, shared: _shared, ...marks } = setting;
  const value = settingOf(settings, path);
  return {
    ...marks,
    path,
    title: titleOf(path),
    ...placeOf(setting),
    default: usual,
    ...(maySeeSetting(reader, setting) ? { value } : { isSet: value !== '' }),
    isEditable: mayChangeSetting(reader, setting),
    ...(CHOICES[path] && { choices: CHOICES[path] }),
  };
}
