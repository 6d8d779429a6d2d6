/** LstrecordedEvent: recordings of events, by their hosts. */
import { mayReadSite } from '../../policies/site.ts';
import { RECORDED_ORDERS, type RecordedEvent } from '../../recordings/recorded-events.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
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
  isEmptyOnDemo: true,
  async run({ site, account, hint, app: { accounts, recordedEvents } }, request) {
    const page = pageOf(request.listControl, hint);
    const zone = zoneAsked(request.dateScope?.timeZoneID) ?? zoneOf(account.timeZoneID);
    const { hostWebExID } = request;
    const named = hostWebExID === undefined ? undefined : await accounts.find(site, hostWebExID);
    if (mayReadSite(account) && hostWebExID !== undefined && !named) throw new NoRecordFound();
    const { total, recordings } = await recordedEvents.search(site, {
      ...windowAsked(request.dateScope, zone),
      host: mayReadSite(account) ? named?.id : account.id,
      program: request.programID,
      first: page.startFrom,
      most: page.maximumNum,
      order: orderOf(request.order, RECORDED_ORDERS, hint),
    });
    const byHost = Map.groupBy(recordings, (one) => one.hostWebExID);
    return {
      matchingRecords: matchingRecords(total, recordings.length, page),
      event: [...byHost].map(([webExID, ones]) => ({ webExID, recordedEvent: ones.map(recordedValue) })),
    };
  },
});

function recordedValue(one: RecordedEvent): ValueOf<typeof recordedEventType> {
  return {
    eventName: one.eventName,
    eventType: one.eventType,
    recordingStartTime: formatSiteTime(one.startedAt, zoneOf(one.timeZoneID)),
    timeZoneID: one.timeZoneID,
    playTime: one.playTime,
    panelistsInfo: one.panelistsInfo,
    description: one.description,
    destinationURL: one.destinationURL,
    size: one.size,
    isAccessPassword: one.hasAccessPassword,
    isEnrollmentPassword: one.hasEnrollmentPassword,
    hostWebExID: one.hostWebExID,
    viewURL: one.viewURL,
  };
}
