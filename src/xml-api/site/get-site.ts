/** GetSite: a site with all its switches. */
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
  summary: 'Returns the settings of the site; `eventCenter` only when `returnSettings` asks for it.',
  // Integrations read allMeetingsPassword with the account that they schedule for.
  may: anyAccount,
  throttled: 'never',
  request: body(siteService, 'getSite', {
    returnSettings: optional(group({ eventCenter: optional(bool()) })),
  }),
  response: body(siteService, 'getSiteResponse', { siteInstance: siteType }),
  run({ site, app: { links } }, { returnSettings }) {
    const value = siteValue(site, links);
    if (!returnSettings?.eventCenter) return { siteInstance: value };
    return { siteInstance: { ...value, eventCenter: eventCenterValue(site.settings) } };
  },
});
