/** /admin/meeting/config/trackingCodes: the labels by which accounts and sessions are counted. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import type { TrackingCode } from '../../sites/settings/tracking.ts';
import { checkTrackingCodes, MOST_TRACKING_CODES } from '../../sites/tracking-rules.ts';
import { group, many, optional, text } from '../../xml/schema.ts';
import { checkSiteUrl } from '../own-site.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import { CONFIG_READ, CONFIG_WRITE } from './config-scopes.ts';
import {
  presentTrackingCode,
  siteTrackingCodeType,
  trackingCodeAsked,
  trackingCodeRequestType,
} from './tracking-code-shape.ts';

const SITE = { siteUrl: optional(text({ max: 256 })) };

export const listSiteTrackingCodes = endpoint({
  method: 'GET',
  path: 'admin/meeting/config/trackingCodes',
  tag: 'Site',
  summary: 'Lists the tracking codes of the site.',
  scopes: CONFIG_READ,
  query: SITE,
  answer: group({ items: many(siteTrackingCodeType) }),
  refuses: [InvalidItem],
  run(call, { query }) {
    checkSiteUrl(call.site, query.siteUrl);
    return { items: call.site.settings.trackingCodes.map((code) => presentTrackingCode(call, code)) };
  },
});

export const getSiteTrackingCode = endpoint({
  method: 'GET',
  path: 'admin/meeting/config/trackingCodes/:trackingCodeId',
  tag: 'Site',
  summary: 'Tells of one tracking code.',
  scopes: CONFIG_READ,
  query: SITE,
  answer: siteTrackingCodeType,
  refuses: [InvalidItem, NoRecordFound],
  run(call, { params: { trackingCodeId }, query }) {
    checkSiteUrl(call.site, query.siteUrl);
    return presentTrackingCode(call, codeOf(call.site.settings.trackingCodes, trackingCodeId));
  },
});

export const createTrackingCode = endpoint({
  method: 'POST',
  path: 'admin/meeting/config/trackingCodes',
  tag: 'Site',
  summary: 'Makes a tracking code: a site has ten at most.',
  description: 'Which value is the usual one (`defaultValue`) is not kept.',
  scopes: CONFIG_WRITE,
  body: trackingCodeRequestType,
  answer: siteTrackingCodeType,
  refuses: [InvalidItem, RuleBroken, RestFailure],
  async run(call, { body }) {
    let index = 0;
    const after = await change(call, body.siteUrl, (codes) => {
      const taken = new Set(codes.map((code) => code.index));
      const free = Array.from({ length: MOST_TRACKING_CODES }, (_, at) => at + 1).find(
        (at) => !taken.has(at),
      );
      if (free === undefined) {
        throw new RestFailure(409, `A site has ${MOST_TRACKING_CODES} tracking codes at most.`);
      }
      index = free;
      return [...codes, trackingCodeAsked(index, body)];
    });
    return presentTrackingCode(call, codeOf(after, String(index)));
  },
});

export const updateTrackingCode = endpoint({
  method: 'PUT',
  path: 'admin/meeting/config/trackingCodes/:trackingCodeId',
  tag: 'Site',
  summary: 'Replaces a tracking code.',
  scopes: CONFIG_WRITE,
  body: trackingCodeRequestType,
  answer: siteTrackingCodeType,
  refuses: [InvalidItem, RuleBroken, NoRecordFound],
  async run(call, { params: { trackingCodeId }, body }) {
    const after = await change(call, body.siteUrl, (codes) => {
      const { index } = codeOf(codes, trackingCodeId);
      return codes.map((code) => (code.index === index ? trackingCodeAsked(index, body) : code));
    });
    return presentTrackingCode(call, codeOf(after, trackingCodeId));
  },
});

export const deleteTrackingCode = endpoint({
  method: 'DELETE',
  path: 'admin/meeting/config/trackingCodes/:trackingCodeId',
  tag: 'Site',
  summary: 'Deletes a tracking code; what accounts and sessions have of it stays with them.',
  scopes: CONFIG_WRITE,
  query: SITE,
  refuses: [InvalidItem, NoRecordFound],
  async run(call, { params: { trackingCodeId }, query }) {
    await change(call, query.siteUrl, (codes) => {
      const { index } = codeOf(codes, trackingCodeId);
      return codes.filter((code) => code.index !== index);
    });
  },
});

/** @throws NoRecordFound */
function codeOf(codes: readonly TrackingCode[], id: string): TrackingCode {
  const found = codes.find(({ index }) => String(index) === id);
  if (!found) throw new NoRecordFound();
  return found;
}

/** @throws RestFailure (409) when somebody else was faster */
async function change(
  { app, site }: RestCall,
  siteUrl: string | undefined,
  decide: (codes: readonly TrackingCode[]) => readonly TrackingCode[],
): Promise<readonly TrackingCode[]> {
  checkSiteUrl(site, siteUrl);
  const before = site.settings.trackingCodes;
  const trackingCodes = decide(before);
  checkTrackingCodes(trackingCodes);
  const after = await app.sites.change(site.siteName, { settings: { trackingCodes } }, (current) => {
    if (JSON.stringify(current.trackingCodes) !== JSON.stringify(before)) {
      throw new RestFailure(409, 'Somebody else has changed the tracking codes meanwhile.');
    }
  });
  return after.settings.trackingCodes;
}
