/** w.php: One-Click meetings (SO, CO), and joining (JO) or ending (KM) a running meeting. */

import type { TrackingWish } from '../accounts/tracking-values.ts';
import { isKnown, meetingOf, meetingOfSession, relationTo } from '../browser/meetings/visited-meeting.ts';
import { key, required, text } from '../browser/parameters/parameter.ts';
import { SessionNotRunning } from '../live/live.ts';
import { checkStartsSessions, mayBegin } from '../policies/host.ts';
import { AccessDenied } from '../refusal.ts';
import { schedule } from '../sessions/schedule.ts';
import { sessionService } from '../sessions/services.ts';
import { SessionNotFound, type SessionWithDocument } from '../sessions/session.ts';
import { LONGEST } from '../sessions/wish.ts';
import { commandPage, forAccounts, forAnybody, type SignedInCall } from './command.ts';
import { host, joinByNumber } from './meetings/entering.ts';
import { JOINING } from './meetings/joining.ts';

const MEETING = { MK: required(key('the meeting')) };

export const wPhp = commandPage({
  SO: forAccounts({
    summary: 'sets up One-Click meetings',
    parameters: {
      PW: text('their password'),
      TP: text('their name', { longest: LONGEST.confName, cut: true }),
    },
    throttled: 'meetingWrites',
    changes: true,
    async run({ site, account, context, parameters }) {
      checkStartsSessions(account);
      const owner = await context.accounts.withProfile(account);
      const settings = await context.oneClick.of(site, owner);
      const { PW, TP } = parameters;
      await context.oneClick.save(site, owner, {
        ...settings,
        ...(PW !== undefined && { sessionPassword: PW }),
        ...(TP !== undefined && { confName: TP }),
      });
      return {};
    },
  }),
  CO: forAccounts({
    summary: 'begins a One-Click meeting',
    throttled: 'meetingWrites',
    changes: true,
    async run(call) {
      return host(call, await meetingOfSession(call, await oneClickSession(call)));
    },
  }),
  JO: forAnybody({
    summary: 'joins a running meeting',
    parameters: { ...MEETING, ...JOINING },
    run: (call) => joinByNumber(call, call.parameters.MK),
  }),
  KM: forAccounts({
    summary: 'ends a running meeting',
    parameters: MEETING,
    changes: true,
    async run(call) {
      const { context, site, account } = call;
      const meeting = await meetingOf(call, call.parameters.MK);
      if (!mayBegin(site, await relationTo(call, meeting, account), account, meeting.host)) {
        if (!(await isKnown(call, meeting))) throw new SessionNotFound(meeting.sessionKey);
        throw new AccessDenied('only the host ends the meeting');
      }
      if (!(await context.live.end(site, meeting.sessionKey)))
        throw new SessionNotRunning(meeting.sessionKey);
      return {};
    },
  }),
});

/** A session that begins now, as the host has set up their One-Click meetings. */
async function oneClickSession({ site, account, context }: SignedInCall): Promise<SessionWithDocument> {
  checkStartsSessions(account);
  const { accounts, oneClick } = context;
  const owner = await accounts.withProfile(account);
  const settings = await oneClick.of(site, owner);
  return schedule(context, site, {
    host: owner,
    creator: owner,
    service: sessionService(settings.serviceType),
    wish: {
      confName: settings.confName,
      sessionType: settings.sessionType,
      timing: { start: 'now' },
      listStatus: settings.listing,
      document: {
        password: settings.sessionPassword,
        isInternal: settings.isInternal,
        enableOptions: { voip: settings.voip },
        telephony: { telephonySupport: settings.telephony.telephonySupport },
        tracking: trackingOf(settings.trackingCodes),
        attendeeOptions: { request: settings.joinApproval },
      },
    },
    isAtOnce: true,
  });
}

/** As documents keep them: One-Click settings have them by their numbers. */
function trackingOf(codes: Readonly<Record<string, string>>): TrackingWish {
  return Object.fromEntries(Object.entries(codes).map(([index, value]) => [`trackingCode${index}`, value]));
}
