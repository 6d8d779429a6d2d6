/** The page of a session: what it is, when, and the ways in. */

import type { FastifyReply } from 'fastify';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { sessionView } from '../../browser/meetings/session-view.ts';
import { checkMayLook, relationTo, type VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import { ownFormField } from '../../browser/own-form.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { mayBegin } from '../../policies/host.ts';
import { mayManage, needsNoPassword } from '../../policies/session.ts';

/** What a visitor has come by, where it was a link of their own. */
interface ByLink {
  /** The address of the file for their calendar. */
  readonly calendar?: string;
  /** Their registration id. */
  readonly RID?: string | undefined;
}

export async function sessionPage(
  call: PageCall,
  meeting: VisitedMeeting,
  { calendar, RID }: ByLink = {},
): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const { session, sessionKey, host } = meeting;
  await checkMayLook(call);
  const signedIn = await browserSessionOf(call);
  const relation = await relationTo(call, meeting, signedIn?.account);
  const MK = String(sessionKey);
  const start = { AT: 'HM', MK };
  const manages = mayManage(relation);
  const pending =
    manages && session?.registration
      ? (await context.sessions.attendeesOf(session)).filter(({ joinStatus }) => joinStatus === 'REGISTER')
      : undefined;
  const begins = signedIn && mayBegin(site, relation, signedIn.account, host);
  const mayKnow = needsNoPassword(relation);
  // Numbers may be guessed: the file behind them has no password in it, the one behind the token has.
  const asked: Readonly<Record<string, string>> | undefined =
    session &&
    (mayKnow ? { MTID: `m${session.attendeeToken}` } : { ED: `${session.eventID}`, UID: `${host.userId}` });
  return show(call, {
    page: 'session',
    session: await sessionView(call, meeting, mayKnow),
    calendar: calendar ?? (asked && folder.address('j.php', { ...asked, ICS: 'MIFA' })),
    callIn:
      site.settings.telephony.tollNumber === '' || !session
        ? undefined
        : folder.address('globalcallin.php', { serviceType: 'MC', ED: String(session.eventID) }),
    join: relation.isHost
      ? undefined
      : folder.address('m.php', { AT: 'JM', MK, ...(RID !== undefined && { RID }) }),
    start: begins
      ? { action: folder.address('m.php'), fields: { ...start, ...ownFormField(call) } }
      : undefined,
    register: session?.registration && !manages ? folder.address('m.php', { AT: 'GF', MK }) : undefined,
    registrants: pending && { url: folder.address('registrants.php', { MK }), pending: pending.length },
    hostSignIn: signedIn ? undefined : folder.address('signin.php', { MU: folder.address('m.php', start) }),
  });
}
