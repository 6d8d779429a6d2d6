/** LstsummaryMeeting: meetings, a short row each. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { statusOf } from '../../sessions/session.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { labelAt, zoneOf } from '../../time/time-zones.ts';
import { bool, extension, integer, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { bodyContentType } from '../types/body.ts';
import { matchingRecords, matchingRecordsType } from '../types/list.ts';
import { meet } from '../types/namespaces.ts';
import { listingType } from '../types/session/listing.ts';
import { meetingListFields, searchMeetings } from './meeting-search.ts';

const meetingSummaryInstanceType = extension(meet, 'meetingSummaryInstanceType', bodyContentType, {
  meetingKey: long(),
  confName: text(),
  meetingType: long(),
  hostWebExID: optional(text()),
  otherHostWebExID: optional(text()),
  timeZoneID: optional(long()),
  timeZone: optional(text()),
  status: optional(text()),
  startDate: text(),
  duration: integer(),
  listStatus: optional(listingType),
  hostJoined: optional(bool()),
  participantsJoined: optional(bool()),
  telePresence: optional(bool()),
});

export const lstSummaryMeeting = operation({
  service: meetingService,
  name: 'LstsummaryMeeting',
  level: '5.5',
  summary: "Lists the caller's meetings and those that they are invited to, a short row each.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(meetingService, 'lstsummaryMeeting', { ...meetingListFields, hostWebExID: optional(text()) }),
  response: body(meetingService, 'lstsummaryMeetingResponse', {
    meeting: many(meetingSummaryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { total, sessions, page } = await searchMeetings(call, request);
    const meeting = sessions.map((session) => {
      const zone = zoneOf(session.timeZoneID);
      return {
        meetingKey: session.sessionKey,
        confName: session.confName,
        meetingType: session.sessionType,
        hostWebExID: session.hostWebExID,
        otherHostWebExID: '',
        timeZoneID: zone.id,
        timeZone: labelAt(zone, session.at),
        status: statusOf(session),
        startDate: formatSiteTime(session.at, zone),
        duration: session.duration,
        listStatus: session.listStatus,
        hostJoined: session.hostJoined,
        participantsJoined: session.participantsJoined,
        telePresence: false,
      };
    });
    return { meeting, matchingRecords: matchingRecords(total, meeting.length, page) };
  },
});
