/** LstrecordedEvent: recordings of events, by their hosts. */
import type { Links } from '../../links.ts';
import { recordingsFor } from '../../policies/kept-recording.ts';
import { RECORDED_EVENT_ORDERS, type RecordedEvent } from '../../recordings/recorded-events.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { bool, complex, integer, long, many, optional, text, type ValueOf } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { eventService } from '../service.ts';
import { lstControlType, matchingRecords, matchingRecordsType, orderOf, pageOf } from '../types/list.ts';
import { event } from '../types/namespaces.ts';
import { windowAsked } from '../types/session/date-scope.ts';
import { zoneAsked } from '../types/when.ts';
import { eventDateScopeType, eventOrderType } from './event-type.ts';

const recordedEventType = complex(event, 'recordedEventType', {
  eventName: text(),
  eventType: text(),
  recordingStartTime: optional(text()),
  timeZoneID: optional(integer()),
  playTime: optional(long()),
  panelistsInfo: optional(text()),
  description: optional(text()),
  // Nobody is told where files lie.
  recordFilePath: optional(text()),
  destinationURL: text(),
  size: integer(),
  isAccessPassword: optional(bool()),
  isEnrollmentPassword: optional(bool()),
  hostWebExID: optional(text()),
  viewURL: text(),
});

const recordedEventsType = complex(event, 'recordedEventsType', {
  webExID: optional(text()),
  recordedEvent: many(recordedEventType),
});

export const lstRecordedEvent = operation({
  service: eventService,
  name: 'LstrecordedEvent',
  level: '5.5',
  summary: "Lists recordings of the caller's events, or of the site's for administrators, by their hosts.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(eventService, 'lstrecordedEvent', {
    listControl: optional(lstControlType),
    order: optional(eventOrderType),
    dateScope: optional(eventDateScopeType),
    hostWebExID: optional(text()),
    programID: optional(long()),
  }),
  response: body(eventService, 'lstrecordedEventResponse', {
    matchingRecords: optional(matchingRecordsType),
    event: many(recordedEventsType),
  }),
  // Recordings lie in the past, whenever the demo is begun.
  samples: { 'dateScope/startDateStart': undefined, 'dateScope/startDateEnd': undefined },
  async run({ site, account, hint, app: { accounts, recordedEvents, links } }, request) {
    const page = pageOf(request.listControl, hint);
    const zone = zoneAsked(request.dateScope?.timeZoneID) ?? zoneOf(account.timeZoneID);
    const whose = await recordingsFor(accounts, site, account, request.hostWebExID);
    if (!whose) throw new NoRecordFound();
    const { total, recordings } = await recordedEvents.search(site, {
      ...windowAsked(request.dateScope, zone),
      ...whose,
      program: request.programID,
      first: page.startFrom,
      most: page.maximumNum,
      order: orderOf(request.order, RECORDED_EVENT_ORDERS, hint),
    });
    const byHost = Map.groupBy(recordings, (one) => one.hostWebExID);
    return {
      matchingRecords: matchingRecords(total, recordings.length, page),
      event: [...byHost].map(([webExID, ones]) => ({
        webExID,
        recordedEvent: ones.map((one) => recordedValue(links, site, one)),
      })),
    };
  },
});

function recordedValue(links: Links, site: Site, one: RecordedEvent): ValueOf<typeof recordedEventType> {
  const { document } = one;
  return {
    eventName: one.name,
    eventType: one.eventType,
    recordingStartTime: formatSiteTime(one.createdAt, zoneOf(one.timeZoneID)),
    timeZoneID: one.timeZoneID,
    playTime: one.duration,
    panelistsInfo: document.panelist,
    description: document.description,
    destinationURL: document.fileAccess.endPlayURL,
    size: one.bytes,
    isAccessPassword: document.password !== undefined,
    // People register for a recording without a password.
    isEnrollmentPassword: false,
    hostWebExID: one.hostWebExID,
    viewURL: links.olderRecording(site, one, 'stream'),
  };
}
