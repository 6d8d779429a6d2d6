/** The secrets that a site shares with its partners, and the settings without them. */
import { merged } from '../../merge.ts';
import { changeAt, type SettingsChange } from './change.ts';
import { allSettings, type SiteSettings } from './index.ts';

const NOTHING_TOLD = allSettings()
  .filter(({ shared }) => shared)
  .reduce<SettingsChange>(
    (change, { path, default: value }) => merged<SettingsChange>(change, changeAt(path, value)),
    {},
  );

/** The settings as those see them who may not know the secrets: as on a site that has none. */
export function withoutSharedSecrets(settings: SiteSettings): SiteSettings {
  return merged<SiteSettings>(settings, NOTHING_TOLD);
}
