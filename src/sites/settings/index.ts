/** Every setting of a site, in one table. The manual's page, the command line and `siteType` are made from it. */
import { BRANDING_SETTINGS } from './branding.ts';
import { COMMON_IDENTITY_SETTINGS } from './common-identity.ts';
import { GENERAL_SETTINGS } from './general.ts';
import { HISTORY_SETTINGS } from './history.ts';
import { INTEGRATION_SETTINGS } from './integrations.ts';
import { NAVIGATION_SETTINGS } from './navigation.ts';
import { OFFICE_SETTINGS } from './offices.ts';
import { PASSWORD_SETTINGS } from './passwords.ts';
import { RECORDING_SETTINGS } from './recordings.ts';
import { REQUEST_LOG_SETTINGS } from './request-log.ts';
import { SCHEDULING_SETTINGS } from './scheduling.ts';
import { SECURITY_SETTINGS } from './security.ts';
import { defaultsOf, isSetting, type Setting, type SettingGroup, type ValuesOf } from './setting.ts';
import { TELEPHONY_SETTINGS } from './telephony.ts';
import { THROTTLING_SETTINGS } from './throttling.ts';
import { TRACKING_SETTINGS } from './tracking.ts';
import { URL_API_SETTINGS } from './url-api.ts';
import { XML_API_SETTINGS } from './xml-api.ts';

export const SITE_SETTINGS = {
  ...GENERAL_SETTINGS,
  ...BRANDING_SETTINGS,
  ...PASSWORD_SETTINGS,
  ...SECURITY_SETTINGS,
  ...THROTTLING_SETTINGS,
  ...COMMON_IDENTITY_SETTINGS,
  ...SCHEDULING_SETTINGS,
  ...TELEPHONY_SETTINGS,
  ...TRACKING_SETTINGS,
  ...OFFICE_SETTINGS,
  ...NAVIGATION_SETTINGS,
  ...INTEGRATION_SETTINGS,
  ...URL_API_SETTINGS,
  ...XML_API_SETTINGS,
  ...HISTORY_SETTINGS,
  ...RECORDING_SETTINGS,
  ...REQUEST_LOG_SETTINGS,
} satisfies SettingGroup;

export type SiteSettings = ValuesOf<typeof SITE_SETTINGS>;

export const DEFAULT_SITE_SETTINGS: SiteSettings = defaultsOf(SITE_SETTINGS);

/** A setting with the path that names it, such as `security.allMeetingsPassword`. */
export interface NamedSetting extends Setting {
  readonly path: string;
}

/** All of them, in the order of the table. */
export function allSettings(group: SettingGroup = SITE_SETTINGS, before = ''): NamedSetting[] {
  return Object.entries(group).flatMap(([name, entry]) => {
    const path = before === '' ? name : `${before}.${name}`;
    return isSetting(entry) ? [{ ...entry, path }] : allSettings(entry, path);
  });
}
