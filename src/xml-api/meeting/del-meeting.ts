/** DelMeeting: takes a meeting off; its key is never given again. */
import { managed } from '../../policies/session.ts';
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
    const found = await sessions.required(site, meetingKey);
    await managed(sessions, found, account);
    if (!SESSION_SERVICES.meeting.has(site, found)) throw new SessionNotFound(meetingKey);
    const removed = await sessions.remove(site, meetingKey, (current) => {
      if (current.inProgress) throw new SessionInProgress(meetingKey);
    });
    return { iCalendarURL: await cancelledCalendarURL(call.app, site, removed) };
  },
});
