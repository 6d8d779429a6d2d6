/** SetMeeting: changes what is given of a meeting. */

import { judgeOfChange } from '../../policies/session.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { AlternateHostNotFound, SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { bool, extension, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { meet } from '../types/namespaces.ts';
import { iCalendarURL, iCalendarURLType } from '../types/session/calendar-links.ts';
import { meetingInstanceType } from './meeting-type.ts';
import { wishOf } from './meeting-wish.ts';

export const setMeeting = operation({
  service: meetingService,
  name: 'SetMeeting',
  level: '5.5',
  summary: 'Changes what is given of a meeting; people who are named replace those who were invited.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [...REFUSED_WISHES, AlternateHostNotFound, SessionNotFound, SessionInProgress],
  request: extension(meet, 'setMeeting', meetingInstanceType, { validateFormat: optional(bool()) }),
  response: body(meetingService, 'setMeetingResponse', { iCalendarURL: optional(iCalendarURLType) }),
  async run({ app, site, account, hint }, request) {
    const session = await reschedule(app, site, {
      sessionKey: request.meetingkey,
      caller: account,
      judge: judgeOfChange(site, account),
      service: SESSION_SERVICES.meeting,
      wish: wishOf(request, hint),
    });
    return { iCalendarURL: iCalendarURL(app, site, session) };
  },
});
