/** CreateMeeting: schedules a meeting. */

import { TemplateNotFound } from '../../accounts/session-templates.ts';
import { hostFor } from '../../policies/host.ts';
import { AccessDenied } from '../../refusal.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { schedule } from '../../sessions/schedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { AlternateHostNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, extension, long, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { meet } from '../types/namespaces.ts';
import { iCalendarURL, iCalendarURLType } from '../types/session/calendar-links.ts';
import { checkSaysWhatAndWhen } from '../types/session/required-schedule.ts';
import { meetingType } from './meeting-type.ts';
import { wishOf } from './meeting-wish.ts';

export const createMeeting = operation({
  service: meetingService,
  name: 'CreateMeeting',
  level: '5.5',
  summary: 'Schedules a meeting, for the caller or for a host who lets them.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [...REFUSED_WISHES, AccessDenied, InvalidElement, TemplateNotFound, AlternateHostNotFound],
  request: extension(meet, 'createMeeting', meetingType, { validateFormat: optional(bool()) }),
  response: body(meetingService, 'createMeetingResponse', {
    meetingkey: optional(long()),
    iCalendarURL: optional(iCalendarURLType),
    guestToken: optional(text()),
  }),
  async run({ app, site, account, hint }, request) {
    checkSaysWhatAndWhen(request);
    const wish = wishOf(request, hint);
    const host = await hostFor(app.accounts, site, account, wish.host);
    const service = SESSION_SERVICES.meeting;
    const session = await schedule(app, site, { host, creator: account, service, wish });
    return {
      meetingkey: session.sessionKey,
      iCalendarURL: iCalendarURL(app, site, session),
      guestToken: session.document.guestToken,
    };
  },
});
