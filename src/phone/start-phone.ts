/** Takes calls as the settings say; said plainly where that cannot be. */
import type { Context } from '../context.ts';
import { SettingRefused } from '../settings.ts';
import { openPhone, type Phone } from './phone.ts';
import { phoneSettings } from './phone-settings.ts';
import { hasVoices, packageFor } from './voices/voices.ts';

/**
 * Nothing when no calls are taken.
 * @throws SettingRefused when a setting cannot be used, or the package that carries the voices is not there
 */
export async function startPhone(context: Context): Promise<Phone | undefined> {
  const settings = phoneSettings(context.settings);
  if (!settings) return undefined;
  const { name } = context.media;
  if (!hasVoices(name)) {
    const needed = packageFor(name);
    throw new SettingRefused(
      'sip',
      `needs the optional package ${needed}, which is not installed: npm install ${needed}`,
    );
  }
  return openPhone({ context, settings });
}
