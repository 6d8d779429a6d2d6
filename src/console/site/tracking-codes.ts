/** The tracking codes of a site: ten labels, and the lists that their values come from. */
import { isDeepStrictEqual } from 'node:util';
import { readTrackingList } from '../../accounts/batch/tracking-list.ts';
import { StaleVersion } from '../../refusal.ts';
import { TRACKING_USES, type TrackingCode } from '../../sites/settings/tracking.ts';
import { checkTrackingCodes } from '../../sites/tracking-rules.ts';
import { flag, list, object, oneOf, optional, text, whole } from '../api/call-shape.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { TrackingCodesAnswer } from './site-data.ts';

const use = oneOf(TRACKING_USES);

const code = object({
  index: whole({ min: 1, max: 10 }),
  name: text({ max: 64 }),
  inputMode: text({ max: 64 }),
  hostProfile: use,
  schedulingPage: list(object({ service: text({ max: 40 }), scheduling: use }), { max: 5 }),
  listValue: list(object({ index: whole(), value: text({ max: 128 }), active: flag() }), { max: 2_000 }),
});

export const readTrackingCodes = endpoint({
  method: 'GET',
  path: 'site/tracking-codes',
  summary: 'Lists the tracking codes of the site.',
  may: readsSite,
  run: ({ site }): TrackingCodesAnswer => ({ codes: site.settings.trackingCodes }),
});

export const saveTrackingCodes = endpoint({
  method: 'PUT',
  path: 'site/tracking-codes',
  summary: 'Puts these tracking codes in the place of those there are. `was` tells the ones that were read.',
  may: administers,
  bodyLimit: 4 * 1024 * 1024,
  body: object({ codes: list(code, { max: 10 }), was: optional(list(code, { max: 10 })) }),
  async run({ context, site }, { body: { codes, was } }): Promise<TrackingCodesAnswer> {
    const trackingCodes: readonly TrackingCode[] = codes;
    checkTrackingCodes(trackingCodes);
    const after = await context.sites.change(site.siteName, { settings: { trackingCodes } }, (current) => {
      if (was && !isDeepStrictEqual(was, current.trackingCodes))
        throw new StaleVersion(current.trackingCodes);
    });
    return { codes: after.settings.trackingCodes };
  },
});

export const checkTrackingFile = endpoint({
  method: 'POST',
  path: 'site/tracking-codes/list',
  summary:
    'Reads the values of a tracking code from a CSV file and changes nothing: those that are taken, and the faulty rows as a file with the column Comments.',
  may: administers,
  upload: true,
  bodyLimit: 2 * 1024 * 1024,
  run: (_call, { file }) => readTrackingList(file.bytes),
});
