/** What a site is called by those who come to it. */
import type { Site } from '../site.ts';

export function displayNameOf({
  siteName,
  settings,
}: {
  readonly siteName: string;
  readonly settings: Pick<Site['settings'], 'branding'>;
}): string {
  return settings.branding.displayName || siteName;
}
