/** w.php: One-Click meetings (SO, CO), and joining (JO) or ending (KM) a running meeting. */

import { isHost } from '../accounts/account.ts';
import { meetingOf, meetingOfSession, readKey, relationTo } from '../browser/meetings/place.ts';
import { Refused } from '../browser/reasons.ts';
import { SessionNotRunning } from '../live/live.ts';
import { mayBegin } from '../policies/host.ts';
import { AccessDenied } from '../refusal.ts';
import { schedule } from '../sessions/schedule.ts';
import { sessionService } from '../sessions/services.ts';
import type { SessionWithDocument } from '../sessions/session.ts';
import { LONGEST } from '../sessions/wish.ts';
import { type CommandCall, commandPage, type SignedInCall } from './command.ts';
import { host, join } from './meetings/entering.ts';

function keyIn({ parameters }: CommandCall): number {
  const key = readKey(parameters.get('MK'));
  if (key === undefined) throw new Refused('InvalidDataFormat');
  return key;
}

export const wPhp = commandPage({
  SO: {
    needs: 'account',
    throttled: 'meetingWrites',
    changes: true,
    async run({ site, account, context, parameters }) {
      if (!isHost(account)) throw new AccessDenied('only a host starts sessions');
      const owner = await context.accounts.withProfile(account);
      const settings = await context.oneClick.of(site, owner);
      const [PW, TP] = [parameters.get('PW'), parameters.get('TP')];
      await context.oneClick.save(site, owner, {
        ...settings,
        ...(PW !== undefined && { sessionPassword: PW }),
        ...(TP !== undefined && { confName: TP.slice(0, LONGEST.confName) }),
      });
      return {};
    },
  },
  CO: {
    needs: 'account',
    throttled: 'meetingWrites',
    changes: true,
    async run(call) {
      return host(call, await meetingOfSession(call, await oneClickSession(call)));
    },
  },
  JO: {
    needs: 'nobody',
    run: async (call) => join(call, await meetingOf(call, keyIn(call))),
  },
  KM: {
    needs: 'account',
    changes: true,
    async run(call) {
      const { context, site, account } = call;
      const meeting = await meetingOf(call, keyIn(call));
      if (!mayBegin(site, await relationTo(call, meeting, account), account, meeting.host)) {
        throw new AccessDenied('only the host ends the meeting');
      }
      if (!(await context.live.end(site, meeting.sessionKey)))
        throw new SessionNotRunning(meeting.sessionKey);
      return {};
    },
  },
});

/** A session that begins now, as the host has set up his One-Click meetings. */
async function oneClickSession({ site, account, context }: SignedInCall): Promise<SessionWithDocument> {
  if (!isHost(account)) throw new AccessDenied('only a host starts sessions');
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
        attendeeOptions: { request: settings.joinApproval },
      },
    },
  });
}
