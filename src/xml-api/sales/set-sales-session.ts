/** SetSalesSession: changes what is given of a sales session. */
import { AccountNotFound } from '../../accounts/account.ts';
import { judgeOfChange } from '../../policies/session.ts';
import { OpportunityNotFound } from '../../sales/opportunity.ts';
import { SalesAccountNotFound } from '../../sales/sales-account.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { AlternateHostNotFound, SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { bool, extension, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { sales } from '../types/namespaces.ts';
import { iCalendarURL } from '../types/session/calendar-links.ts';
import { salesCalendarURL, salesCalendarURLType, salesSessionInstanceType } from './sales-session-type.ts';
import { wishOf } from './sales-session-wish.ts';

export const setSalesSession = operation({
  service: salesService,
  name: 'SetSalesSession',
  level: '5.5',
  summary:
    'Changes what is given of a sales session. Prospects who are named replace the prospects, and a team the team; another account leaves the opportunity behind.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [
    ...REFUSED_WISHES,
    SessionNotFound,
    SessionInProgress,
    AccountNotFound,
    AlternateHostNotFound,
    SalesAccountNotFound,
    OpportunityNotFound,
  ],
  request: extension(sales, 'setSalesSession', salesSessionInstanceType, {
    validateFormat: optional(bool()),
  }),
  response: body(salesService, 'setSalesSessionResponse', { iCalendarURL: optional(salesCalendarURLType) }),
  samples: { meetingKey: '352210764' },
  async run(call, request) {
    const { app, site, account } = call;
    const session = await reschedule(app, site, {
      sessionKey: request.meetingKey,
      caller: account,
      judge: judgeOfChange(site, account),
      service: SESSION_SERVICES.sales,
      wish: await wishOf(call, request),
    });
    return { iCalendarURL: salesCalendarURL(iCalendarURL(app, site, session)) };
  },
});
