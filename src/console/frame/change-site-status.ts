import { SiteNotFound } from '../../sites/site.ts';
import { object, oneOf } from '../api/call-shape.ts';
import { owns } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { CallRefused } from '../api/problems.ts';
import type { SiteSummary } from './frame-data.ts';
import { summaryOf } from './list-sites.ts';

export const changeSiteStatus = endpoint({
  method: 'PATCH',
  path: 'sites/:name',
  summary: 'Closes a site for everybody, or opens it again. What it has stays.',
  may: owns,
  body: object({ status: oneOf(['ACTIVE', 'CLOSED']) }),
  async run({ context: { sites }, home }, { params, body: { status } }): Promise<SiteSummary> {
    const site = await sites.byName(params.name.toLowerCase());
    if (!site) throw new SiteNotFound(params.name);
    // Nobody would be left who could open it.
    if (site.id === home.id && status === 'CLOSED') {
      throw new CallRefused(409, 'OwnSite', 'the site that you are signed in to stays open');
    }
    return summaryOf(await sites.change(site.siteName, { status }));
  },
});
