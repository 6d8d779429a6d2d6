import { isDeepStrictEqual } from 'node:util';
import { merged } from '../../merge.ts';
import { checkChangesSetting, maySeeSetting } from '../../policies/site-settings.ts';
import { RuleBroken, StaleVersion } from '../../refusal.ts';
import {
  changeAt,
  isNewPolicy,
  type SettingsChange,
  settingNamed,
  settingOf,
} from '../../sites/settings/change.ts';
import type { NamedSetting } from '../../sites/settings/index.ts';
import { anything, object, optional, record } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import { checkBackUrls } from './back-url-rules.ts';
import { shownSettings } from './shown-settings.ts';
import type { SettingsSaved } from './site-data.ts';

export const changeSettings = endpoint({
  method: 'PATCH',
  path: 'site/settings',
  summary:
    'Changes settings, each under its path such as `security.joinBeforeHost`. `was` tells the values that were read: where one is another by now, nothing is changed (409).',
  may: administers,
  body: object({ values: record(anything()), was: optional(record(anything())) }),
  async run(call, { body: { values, was = {} } }): Promise<SettingsSaved> {
    return saveSettings(call, values, was);
  },
});

type Values = Readonly<Record<string, unknown>>;

/** @throws AccessDenied, RuleBroken, StaleVersion */
export async function saveSettings(call: ApiCall, values: Values, was: Values): Promise<SettingsSaved> {
  const settings = Object.keys(values).map(settingNamed);
  if (settings.length === 0) throw new RuleBroken('values', 'must have a setting');
  for (const setting of settings) {
    checkChangesSetting(call, setting);
    if (setting.path === 'sessionTypes') throw new RuleBroken(setting.path, 'is changed type by type');
    if (setting.path === 'urlAPI.backURLs') checkBackUrls(values[setting.path]);
  }
  const change = asChange(call, values);
  let endedTickets = false;
  const site = await call.context.sites.change(call.site.siteName, { settings: change }, (current) => {
    const moved = settings.filter((setting) => isStale(call, setting, was, settingOf(current, setting.path)));
    if (moved.length > 0) {
      throw new StaleVersion(Object.fromEntries(moved.map(({ path }) => [path, settingOf(current, path)])));
    }
    endedTickets = isNewPolicy(current, change);
  });
  return { settings: shownSettings(call, site.settings), endedTickets };
}

/** What an administrator names as provider is asked at public addresses alone, until the owner says otherwise. */
function asChange(call: ApiCall, values: Values): SettingsChange {
  const guarded = 'commonIdentity.issuer' in values && !call.isOwner;
  const all = guarded ? { ...values, 'commonIdentity.network': 'public' } : values;
  return Object.entries(all).reduce<SettingsChange>(
    (change, [path, value]) => merged<SettingsChange>(change, changeAt(path, value)),
    {},
  );
}

/** Of a secret nobody knows what it was. */
function isStale(call: ApiCall, setting: NamedSetting, was: Values, current: unknown): boolean {
  if (!(setting.path in was) || !maySeeSetting(call, setting)) return false;
  return !isDeepStrictEqual(was[setting.path], current);
}
