/** Takes calls as the settings say; said plainly where that cannot be. */
import type { Context } from '../context.ts';
import { SettingRefused } from '../settings.ts';
import { openPhone, type Phone } from './phone.ts';
import { phoneSettings } from './phone-settings.ts';
import { hasVoices } from './voices/voices.ts';
import { WRTC } from './voices/wrtc.ts';

/**
 * Nothing when no calls are taken.
 * @throws SettingRefused when a setting cannot be used, or the package that carries the voices is not there
 */
export async function startPhone(context: Context): Promise<Phone | undefined> {
  const settings = phoneSettings(context.settings);
  if (!settings) return undefined;
  if (context.media.name !== 'mesh') {
    throw new SettingRefused('sip', 'takes calls where browsers send to each other: leave --media out');
  }
  if (!hasVoices()) {
    throw new SettingRefused(
      'sip',
      `needs the optional package ${WRTC}, which is not installed: npm install ${WRTC}`,
    );
  }
  return openPhone({ context, settings });
}
