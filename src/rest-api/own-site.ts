/** A token is of one site: whoever names another one means nothing that it can show. */
import type { RestCall } from './rest-caller.ts';
import { InvalidItem } from './rest-refusals.ts';
import { isSiteUrl } from './site-url.ts';

/** @throws InvalidItem */
export function checkSiteUrl(site: RestCall['site'], siteUrl: string | undefined): void {
  if (siteUrl !== undefined && !isSiteUrl(site, siteUrl)) {
    throw new InvalidItem("'siteUrl' is not a site of the user.", 'siteUrl');
  }
}
