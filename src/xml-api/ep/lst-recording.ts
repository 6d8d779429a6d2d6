/** LstRecording: the recordings of a host, or of the site, with the links that play and fetch them. */
import { recordingsFor } from '../../policies/kept-recording.ts';
import { FORMATS, type Format } from '../../recordings/recording.ts';
import type { RecordingOrder } from '../../recordings/recording-list.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';
import type { Hint } from '../../xml/decoder.ts';
import { bool, complex, group, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { matchingRecords, matchingRecordsType, orderFields, orderOf, pageOf } from '../types/list.ts';
import { ep } from '../types/namespaces.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { zoneAsked } from '../types/when.ts';
import {
  createdAsked,
  createTimeScopeType,
  epRecordingType,
  formatTold,
  recordingListControlType,
  recordingServiceTypes,
  recordingValue,
  servicesAsked,
} from './recording-type.ts';

const DAY = 86_400_000;

/** What later levels sort by, under the names of the row's elements and those of the history. */
const ORDER_WORDS = {
  CREATETIME: 'CREATED',
  UPLOADTIME: 'CREATED',
  NAME: 'NAME',
  RECORDNAME: 'NAME',
  DURATION: 'DURATION',
  SIZE: 'SIZE',
} as const satisfies Readonly<Record<string, RecordingOrder>>;
type OrderWord = keyof typeof ORDER_WORDS;

export const lstRecording = operation({
  service: epService,
  name: 'LstRecording',
  level: '5.5',
  summary: "Lists the caller's recordings that are ready, or those of the site for administrators.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(epService, 'lstRecording', {
    listControl: optional(recordingListControlType),
    createTimeScope: optional(createTimeScopeType),
    hostWebExID: optional(text()),
    sessionKey: optional(SESSION_KEY, { alias: ['meetingKey'] }),
    returnSessionDetails: optional(bool()),
    recordName: optional(text()),
    serviceTypes: optional(recordingServiceTypes),
    // Of later levels (10.0 and 11.0 SP3).
    returnShareToMeRecording: optional(bool()),
    formatTypes: optional(group({ formatType: many(text(), { max: 16 }) })),
    order: optional(complex(ep, 'recordingOrderType', orderFields)),
  }),
  response: body(epService, 'lstRecordingResponse', {
    matchingRecords: optional(matchingRecordsType),
    recording: many(epRecordingType),
  }),
  samples: { sessionKey: undefined },
  async run({ site, account, hint, app }, request) {
    const page = pageOf(request.listControl, hint);
    const zone = zoneAsked(request.createTimeScope?.timeZoneID);
    const created = createdAsked(request.createTimeScope, zone);
    checkWindow(site, created);
    const whose = await recordingsFor(app.accounts, site, account, request.hostWebExID);
    if (!whose) throw new NoRecordFound();
    const [order] = orderOf(request.order, Object.keys(ORDER_WORDS) as OrderWord[], hint);
    const { total, recordings } = await app.recordingList.search(
      site,
      {
        ...whose,
        withShared: request.returnShareToMeRecording && whose.host !== undefined ? true : undefined,
        ...created,
        sessionKey: request.sessionKey,
        name: request.recordName,
        services: servicesAsked(request.serviceTypes),
        formats: formatsAsked(request.formatTypes?.formatType ?? [], hint),
        inBin: false,
      },
      { ...page, order: order && { ...order, by: ORDER_WORDS[order.by] } },
    );
    const toldAs = { zone, withSharing: request.returnShareToMeRecording, listOf: whose.host };
    return {
      matchingRecords: matchingRecords(total, recordings.length, page),
      recording: recordings.map((one) => recordingValue(app.links, site, one, toldAs)),
    };
  },
});

/**
 * From 11.0 SP7 on no more than 28 days were taken; at 9.0.0 any number was, and clients of that time ask for all.
 * @throws RuleBroken where the site has such a limit
 */
function checkWindow(site: Site, { createdFrom, createdTo }: ReturnType<typeof createdAsked>): void {
  const days = site.settings.xmlAPI.recordingWindow;
  if (days === 0 || createdFrom === undefined || createdTo === undefined) return;
  if (createdTo - createdFrom >= days * DAY + 1_000) {
    throw new RuleBroken('createTimeScope', `must not span more than ${days} days`);
  }
}

/** By the words that rows tell. None of them, or unknown ones alone, means all. */
function formatsAsked(words: readonly string[], hint: Hint): Format[] | undefined {
  const known = new Set<string>(FORMATS.map(formatTold));
  const asked = words.map((word) => word.toUpperCase());
  for (const word of asked) if (!known.has(word)) hint(`formatType ${word.slice(0, 60)} is unknown: skipped`);
  const formats = FORMATS.filter((format) => asked.includes(formatTold(format)));
  return formats.length > 0 ? formats : undefined;
}
