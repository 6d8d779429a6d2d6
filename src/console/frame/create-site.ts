import { zoneNamed, zoneOfMachine } from '../../sites/named-zone.ts';
import type { SiteType } from '../../sites/site.ts';
import { object, oneOf, optional, text, whole } from '../api/call-shape.ts';
import { owns } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { SiteSummary } from './frame-data.ts';
import { summaryOf } from './list-sites.ts';

const TYPES = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 } as const satisfies Readonly<
  Record<string, SiteType>
>;

export const createSite = endpoint({
  method: 'POST',
  path: 'sites',
  summary: 'Founds a site; without a number of its own it gets a free one.',
  may: owns,
  body: object({
    siteName: text({ min: 1, max: 63 }),
    type: oneOf(['1', '2', '3', '4', '5']),
    siteID: optional(whole({ min: 1 })),
    timeZone: optional(text({ max: 64 })),
  }),
  async run({ context: { sites, random } }, { body }): Promise<SiteSummary> {
    const { siteName, type, siteID = random.digits(10), timeZone } = body;
    const timeZoneID = timeZone === undefined ? zoneOfMachine() : zoneNamed('timeZone', timeZone);
    return summaryOf(
      await sites.create({
        siteName: siteName.toLowerCase(),
        type: TYPES[type],
        siteID,
        settings: { timeZoneID },
      }),
    );
  },
});
