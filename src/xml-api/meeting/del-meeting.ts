/** DelMeeting: takes a meeting off; its key is never given again. */
import { judgeOfDeletion } from '../../policies/session.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { cancelledCalendarURL, iCalendarURLType } from '../types/session/calendar-links.ts';
import { oneMeeting } from './meeting-type.ts';

export const delMeeting = operation({
  service: meetingService,
  name: 'DelMeeting',
  level: '5.5',
  summary: 'Deletes a meeting; one that is in progress stays.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [SessionNotFound, SessionInProgress],
  request: body(meetingService, 'delMeeting', oneMeeting),
  response: body(meetingService, 'delMeetingResponse', { iCalendarURL: optional(iCalendarURLType) }),
  samples: { meetingKey: '471204885' },
  async run(call, { meetingKey }) {
    const { site, account } = call;
    const { sessions } = call.app;
    const judge = judgeOfDeletion(sessions, account);
    const removed = await sessions.remove(site, meetingKey, async (current, tx) => {
      if (!SESSION_SERVICES.meeting.has(site, current)) throw new SessionNotFound(meetingKey);
      await judge(current, tx);
    });
    return { iCalendarURL: await cancelledCalendarURL(call.app, site, removed) };
  },
});
