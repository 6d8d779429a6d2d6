/** DelSalesSession: takes a sales session off; its key is never given again. */
import { judgeOfDeletion } from '../../policies/session.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { cancelledCalendarURL } from '../types/session/calendar-links.ts';
import { oneSalesSession, salesCalendarURL, salesCalendarURLType } from './sales-session-type.ts';

export const delSalesSession = operation({
  service: salesService,
  name: 'DelSalesSession',
  level: '5.5',
  summary: 'Deletes a sales session; one that is in progress stays.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [SessionNotFound, SessionInProgress],
  request: body(salesService, 'delSalesSession', oneSalesSession),
  response: body(salesService, 'delSalesSessionResponse', { iCalendarURL: optional(salesCalendarURLType) }),
  samples: { meetingKey: '640917255' },
  async run(call, { meetingKey }) {
    const { site, account } = call;
    const { sessions } = call.app;
    const judge = judgeOfDeletion(sessions, account);
    const removed = await sessions.remove(site, meetingKey, async (current, tx) => {
      if (!SESSION_SERVICES.sales.has(site, current)) throw new SessionNotFound(meetingKey);
      await judge(current, tx);
    });
    return { iCalendarURL: salesCalendarURL(await cancelledCalendarURL(call.app, site, removed)) };
  },
});
