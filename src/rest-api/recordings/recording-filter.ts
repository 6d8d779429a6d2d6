/** The filters of lists of recordings, as the query and as the domain's search. */
import { type Format, LONGEST_NAME } from '../../recordings/recording.ts';
import type { RecordingSearch } from '../../recordings/recording-list.ts';
import { group, oneOf, optional, text, type ValueOf } from '../../xml/schema.ts';
import { checkSiteUrl } from '../own-site.ts';
import { PAGING } from '../paging.ts';
import type { RestCall } from '../rest-caller.ts';
import { pastWindow, type TimeWindow, WINDOW, type WindowLimits } from '../time-window.ts';
import { ofMeeting } from './meeting-filter.ts';
import { RECORDING_STATUSES, SERVICE_TYPES } from './recording-types.ts';

export const RECORDING_FILTERS = {
  ...PAGING,
  ...WINDOW,
  meetingId: optional(text({ max: 128 })),
  siteUrl: optional(text({ max: 256 })),
  integrationTag: optional(text({ max: 64 })),
  topic: optional(text({ max: LONGEST_NAME })),
  format: optional(oneOf(['MP4', 'ARF'])),
  serviceType: optional(oneOf(SERVICE_TYPES)),
  status: optional(oneOf(RECORDING_STATUSES)),
};

const filters = group(RECORDING_FILTERS);
export type RecordingFilters = ValueOf<typeof filters>;

/** What is told as MP4 can be played, and WARF is ARF without pictures. */
const FORMATS: Readonly<Record<'MP4' | 'ARF', readonly Format[]>> = {
  MP4: ['MP4', 'WEBM'],
  ARF: ['ARF', 'WARF'],
};

export type FoundBy = Omit<RecordingSearch, 'inBin'>;

/**
 * @param window the one that counts where no meeting is named: of a meeting all recordings are told, unless the caller
 *   bounds them
 * @throws InvalidItem, ResourceUnknown
 */
export async function searchFor(
  call: RestCall,
  query: RecordingFilters,
  limits: WindowLimits & { readonly ignoresWindowOfMeeting?: boolean } = {},
): Promise<FoundBy> {
  const { meetingId, topic: name, format, serviceType } = query;
  const now = call.app.clock.now();
  const plain = {
    name,
    formats: format && FORMATS[format],
    services: serviceType && [serviceType],
  };
  if (meetingId !== undefined) {
    const isBounded = query.from !== undefined || query.to !== undefined;
    const window =
      isBounded && !limits.ignoresWindowOfMeeting ? pastWindow(query, { now, zone: call.zone }) : undefined;
    return { ...plain, ...(await ofMeeting(call, meetingId)), ...createdWithin(window) };
  }
  checkSiteUrl(call.site, query.siteUrl);
  return { ...plain, ...createdWithin(pastWindow(query, { now, zone: call.zone }, limits)) };
}

function createdWithin(window: TimeWindow | undefined): Pick<FoundBy, 'createdFrom' | 'createdTo'> {
  return window ? { createdFrom: window.from, createdTo: window.to - 1 } : {};
}
