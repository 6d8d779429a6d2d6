/** SetSite: changes what is given of a site's settings. */
import { isDeepStrictEqual } from 'node:util';
import { merged } from '../../merge.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { touched } from '../../sites/settings/change.ts';
import type { SiteSettings } from '../../sites/site.ts';
import { extension } from '../../xml/schema.ts';
import { siteAdmin } from '../access.ts';
import { body, operation } from '../operation.ts';
import { siteService } from '../service.ts';
import { ns1 } from '../types/namespaces.ts';
import { settingsAsked } from './site-request.ts';
import { siteType } from './site-type.ts';
import { siteValue } from './site-value.ts';

export const setSite = operation({
  service: siteService,
  name: 'SetSite',
  level: '5.5',
  summary:
    'Changes what is given of `siteType`; what belongs to the owner of the installation may be given as it is only.',
  may: siteAdmin,
  throttled: 'never',
  refuses: [RuleBroken],
  // Release 5.5 declares meetingPlace alone; here everything that GetSite shows may come back.
  request: extension(ns1, 'setSite', siteType, {}),
  response: body(siteService, 'setSiteResponse', {}),
  async run({ site, hint, app: { sites, links } }, asked) {
    const settings = settingsAsked(asked, site, hint);
    const owned = touched(site.settings, settings).filter(({ owner }) => owner);
    if (owned.length > 0) throw new AccessDenied(`only the owner may change ${owned[0]?.path}`);
    const after = { ...site, settings: merged<SiteSettings>(site.settings, settings) };
    const shown = siteValue(after, links);
    for (const group of FIXED_IN) checkShown(group, asked[group], shown[group]);
    await sites.change(site.siteName, { settings });
    return {};
  },
});

/** Groups with elements that are no settings, such as the site's name. */
const FIXED_IN = ['metaData', 'supportedServices', 'telephonyConfig', 'samlSSO'] as const;

/** @throws AccessDenied when an element would be shown otherwise than asked: it cannot be changed */
function checkShown(path: string, element: unknown, shown: unknown): void {
  if (element === undefined || isDeepStrictEqual(element, shown)) return;
  if (Array.isArray(element)) {
    if (element.length === 0) return;
    if (!Array.isArray(shown) || element.length !== shown.length) throw new AccessDenied(`${path} is fixed`);
    for (const [at, entry] of element.entries()) checkShown(path, entry, shown[at]);
    return;
  }
  if (typeof element !== 'object' || element === null) throw new AccessDenied(`${path} is fixed`);
  const there = new Map<string, unknown>(Object.entries(shown ?? {}));
  for (const [name, entry] of Object.entries(element)) checkShown(`${path}/${name}`, entry, there.get(name));
}
