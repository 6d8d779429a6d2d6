/** GetSalesSession: one sales session, whole. */
import { seen } from '../../policies/session.ts';
import { SessionNotFound, statusOf } from '../../sessions/session.ts';
import { extension, long, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { sales } from '../types/namespaces.ts';
import { HOST_TYPE } from '../types/session/host-type.ts';
import { oneSalesSession, salesSessionInstanceType } from './sales-session-type.ts';
import { isSalesSession, salesSessionValue } from './sales-session-value.ts';

export const getSalesSession = operation({
  service: salesService,
  name: 'GetSalesSession',
  level: '5.5',
  summary: 'Returns a sales session to its host, alternate hosts and administrators.',
  may: anyAccount,
  throttled: 'never',
  refuses: [SessionNotFound],
  request: body(salesService, 'getSalesSession', oneSalesSession),
  response: extension(sales, 'getSalesSessionResponse', salesSessionInstanceType, {
    status: optional(text()),
    hostKey: optional(text()),
    eventID: optional(long()),
    guestToken: optional(text()),
    hostType: optional(text()),
  }),
  samples: { meetingKey: '352210764' },
  async run({ site, account, app }, { meetingKey }) {
    const { accounts, sessions } = app;
    const found = await sessions.required(site, meetingKey);
    const session = await sessions.withDocument(found);
    if (!isSalesSession(session)) throw new SessionNotFound(meetingKey);
    await seen(sessions, session, account);
    const host = found.host === account.id ? account : await accounts.findById(found.host);
    const people = await sessions.attendeesOf(session);
    return {
      ...(await salesSessionValue(app, { site, session, hostWebExID: host?.webExId ?? '', people })),
      status: statusOf(session),
      hostKey: session.document.hostKey,
      eventID: session.eventID,
      guestToken: session.document.guestToken,
      hostType: HOST_TYPE,
    };
  },
});
