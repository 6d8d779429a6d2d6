/** GetSiteType: which of the five types a site is of; siteName alone is enough. */
import { long } from '../../xml/schema.ts';
import { anybodyOnTheSite } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';

export const getSiteType = operation({
  service: epService,
  name: 'GetSiteType',
  level: '9.0.0',
  summary: 'Returns 1 CI, 2 SSO, 3 Train Non-SSO, 4 W11 SSO or 5 Non-SSO.',
  may: anybodyOnTheSite,
  throttled: 'never',
  request: body(epService, 'getSiteType', {}),
  // The seed's example is damaged (`ep:sitetype`); its text names the element siteType.
  response: body(epService, 'getSiteTypeResponse', { siteType: long() }),
  run({ site }) {
    return { siteType: site.type };
  },
});
