/** CreateSalesSession: schedules a sales session. */
import { AccountNotFound } from '../../accounts/account.ts';
import { TemplateNotFound } from '../../accounts/session-templates.ts';
import { hostFor } from '../../policies/host.ts';
import { AccessDenied } from '../../refusal.ts';
import { OpportunityNotFound } from '../../sales/opportunity.ts';
import { SalesAccountNotFound } from '../../sales/sales-account.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { schedule } from '../../sessions/schedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { AlternateHostNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, extension, long, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { sales } from '../types/namespaces.ts';
import { iCalendarURL } from '../types/session/calendar-links.ts';
import { checkSaysWhatAndWhen } from '../types/session/required-schedule.ts';
import { salesCalendarURL, salesCalendarURLType, salesSessionType } from './sales-session-type.ts';
import { wishOf } from './sales-session-wish.ts';

export const createSalesSession = operation({
  service: salesService,
  name: 'CreateSalesSession',
  level: '5.5',
  summary:
    'Schedules a sales session, for the caller or for a host who lets them. Its account and opportunity are some that the host keeps.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [
    ...REFUSED_WISHES,
    AccessDenied,
    InvalidElement,
    TemplateNotFound,
    AccountNotFound,
    AlternateHostNotFound,
    SalesAccountNotFound,
    OpportunityNotFound,
  ],
  request: extension(sales, 'createSalesSession', salesSessionType, { validateFormat: optional(bool()) }),
  response: body(salesService, 'createSalesSessionResponse', {
    meetingKey: optional(long()),
    iCalendarURL: optional(salesCalendarURLType),
    guestToken: optional(text()),
  }),
  samples: { 'metaData/account': 'Northern Lights', 'prospects/prospect/email': 'nora@example.com' },
  async run(call, request) {
    const { app, site, account } = call;
    checkSaysWhatAndWhen(request);
    const host = await hostFor(app.accounts, site, account, request.schedule?.hostWebExID);
    const wish = await wishOf(call, request);
    const service = SESSION_SERVICES.sales;
    const session = await schedule(app, site, { host, creator: account, service, wish });
    return {
      meetingKey: session.sessionKey,
      iCalendarURL: salesCalendarURL(iCalendarURL(app, site, session)),
      guestToken: session.document.guestToken,
    };
  },
});
