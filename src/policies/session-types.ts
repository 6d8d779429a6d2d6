/** How far a site's administrators may go with its session types. */
import { AccessDenied } from '../refusal.ts';
import { limitsBeyond } from '../sites/session-type-form.ts';
import type { SettingsChange } from '../sites/settings/change.ts';
import type { Site } from '../sites/site.ts';
import type { SettingsReader } from './site-settings.ts';

/**
 * What a session may take up is the owner's: administrators make types that take no more than those there are.
 * @throws AccessDenied
 */
export function checkSessionTypeLimits(
  { isOwner }: SettingsReader,
  site: Site,
  change: SettingsChange,
): void {
  if (isOwner) return;
  const [beyond] = limitsBeyond(site, change);
  if (beyond !== undefined) {
    throw new AccessDenied(
      `only an owner of the installation may raise ${beyond} above every type of the service`,
    );
  }
}
