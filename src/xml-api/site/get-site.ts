/** GetSite: a site with all its switches. */
import { maySeeSharedSecrets } from '../../policies/site.ts';
import { withoutSharedSecrets } from '../../sites/settings/shared-secrets.ts';
import { bool, group, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { siteService } from '../service.ts';
import { siteType } from './site-type.ts';
import { eventCenterValue, siteValue } from './site-value.ts';

export const getSite = operation({
  service: siteService,
  name: 'GetSite',
  level: '5.5',
  summary:
    'Returns the settings of the site; `eventCenter` only when `returnSettings` asks for it, the secrets that it ' +
    'shares with partners (`parterID`) only to site administrators.',
  // Integrations read allMeetingsPassword with the account that they schedule for.
  may: anyAccount,
  throttled: 'never',
  request: body(siteService, 'getSite', {
    returnSettings: optional(group({ eventCenter: optional(bool()) })),
  }),
  response: body(siteService, 'getSiteResponse', { siteInstance: siteType }),
  run({ site, account, app: { links } }, { returnSettings }) {
    const settings = maySeeSharedSecrets(account) ? site.settings : withoutSharedSecrets(site.settings);
    const value = siteValue({ ...site, settings }, links);
    if (!returnSettings?.eventCenter) return { siteInstance: value };
    return { siteInstance: { ...value, eventCenter: eventCenterValue(site.settings) } };
  },
});
