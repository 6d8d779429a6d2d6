/** LstMeeting: meetings, whole. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { many, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { matchingRecords, matchingRecordsType } from '../types/list.ts';
import { meetingListFields, searchMeetings } from './meeting-search.ts';
import { meetingInstanceType } from './meeting-type.ts';
import { meetingValue } from './meeting-value.ts';
import { managedOrShown } from './shown.ts';

export const lstMeeting = operation({
  service: meetingService,
  name: 'LstMeeting',
  level: '5.5',
  summary: "Lists the caller's meetings and those that they are invited to, with everything that they hold.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(meetingService, 'lstMeeting', meetingListFields),
  response: body(meetingService, 'lstMeetingResponse', {
    meeting: many(meetingInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { total, sessions, page } = await searchMeetings(call, request);
    const meeting = [];
    for (const session of sessions) {
      // Of a series the start that was found: a list holds nothing that lies outside of its dateScope.
      const shown = await managedOrShown(call, { ...session, startAt: session.at });
      meeting.push(meetingValue({ site: call.site, hostWebExID: session.hostWebExID, ...shown }));
    }
    return { meeting, matchingRecords: matchingRecords(total, meeting.length, page) };
  },
});
