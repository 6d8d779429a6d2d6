import type { Site } from '../../sites/site.ts';
import { owns } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { SiteSummary, SitesAnswer } from './frame-data.ts';

export const listSites = endpoint({
  method: 'GET',
  path: 'sites',
  summary: 'Lists the sites of the installation, in the order of their names.',
  may: owns,
  async run({ context: { sites } }): Promise<SitesAnswer> {
    const found = await Promise.all((await sites.names()).map((name) => sites.byName(name)));
    return {
      sites: found
        .flatMap((site) => (site ? [summaryOf(site)] : []))
        .sort((a, b) => (a.siteName < b.siteName ? -1 : 1)),
    };
  },
});

export function summaryOf({ siteName, siteID, type, status }: Site): SiteSummary {
  return { siteName, siteID, type, status };
}
