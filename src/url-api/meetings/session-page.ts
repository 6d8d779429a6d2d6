/** The page of a session: what it is, when, and the ways in. */

import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { byNumber } from '../../browser/meetings/by-number.ts';
import { recordingOf } from '../../browser/meetings/recording-of.ts';
import { KINDS, sessionDetails, sessionView } from '../../browser/meetings/session-view.ts';
import { ledBy, ledOn } from '../../browser/meetings/shown-beside.ts';
import {
  checkMayLook,
  findMeeting,
  isKnown,
  mayLook,
  relationTo,
  type VisitedMeeting,
} from '../../browser/meetings/visited-meeting.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { SessionPage } from '../../browser/pages/session-pages.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { isOpenBeforeHost } from '../../live/place.ts';
import { readsChatAfterwards } from '../../policies/chat.ts';
import { mayBegin } from '../../policies/host.ts';
import { mayManage, maySeeAll, needsNoPassword } from '../../policies/session.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { hasPlaces, isRegistrationOver } from '../../sessions/registration.ts';
import { nextStart } from '../../sessions/series.ts';
import { type Session, SessionNotFound, type SessionWithDocument } from '../../sessions/session.ts';
import { linkForAttendees, linkForStrangers } from '../../sessions/session-links.ts';
import { RateLimitReached } from '../../throttle/throttle.ts';
import { hostView } from './host-view.ts';

/** What a visitor has come by, where it was a link of their own. */
interface ByLink {
  /** The address of the file for their calendar. */
  readonly calendar?: string;
  /** Their registration id. */
  readonly RID?: string | undefined;
  /** It is the link of those who present. */
  readonly isSpeaker?: boolean;
  /** What has been done with the session. */
  readonly WAS?: string | undefined;
}

/**
 * The page by the number of a session, which anybody may guess.
 * @throws SessionNotFound for somebody who may not know of it
 */
export async function sessionPageByNumber(call: PageCall, meeting: VisitedMeeting): Promise<FastifyReply> {
  // Of what is hidden a guess learns as much as of what is not there.
  await byNumber(call, {
    look: async () => {
      if (await isKnown(call, meeting)) return meeting;
      throw new SessionNotFound(meeting.sessionKey);
    },
    isTold: (known) => known !== undefined,
  });
  return sessionPage(call, meeting);
}

/** The page for a guest who has the number alone; nothing where it leads to nothing that they may see. */
export async function publicFace(
  call: PageCall & { readonly parameters: { readonly MK: number } },
): Promise<FastifyReply | undefined> {
  if (!(await mayLook(call))) return undefined;
  try {
    const meeting = await byNumber(call, {
      look: async () => {
        const found = await findMeeting(call, call.parameters.MK);
        return found?.session && (await isKnown(call, found)) ? found : undefined;
      },
      isTold: (known) => known !== undefined,
    });
    return meeting && (await sessionPage(call, meeting));
  } catch (error) {
    if (error instanceof RateLimitReached) return undefined;
    throw error;
  }
}

export async function sessionPage(
  call: PageCall,
  meeting: VisitedMeeting,
  { calendar, RID, isSpeaker = false, WAS }: ByLink = {},
): Promise<FastifyReply> {
  const { context, site, folder } = call;
  const { session, sessionKey, host } = meeting;
  await checkMayLook(call);
  const signedIn = await browserSessionOf(call);
  const relation = await relationTo(call, meeting, signedIn?.account);
  const MK = String(sessionKey);
  const start = { AT: 'HM', MK };
  const manages = mayManage(relation);
  const seesAll = session !== undefined && maySeeAll(relation);
  const people =
    session && (seesAll || session.registration) ? await context.sessions.attendeesOf(session) : [];
  const begins = signedIn && mayBegin(site, relation, signedIn.account, host);
  const mayKnow = needsNoPassword(relation);
  // The file for strangers has no password in it.
  const link = session && (mayKnow ? linkForAttendees(session) : linkForStrangers(session));
  const view = await sessionView(call, meeting, mayKnow);
  const opens = session && !view.inProgress ? opensAt(call, session) : undefined;
  const isOver = session !== undefined && !view.inProgress && opens === 'never';
  const state = signedIn && ownState(people, signedIn.account);
  const takesRegistrations = session?.registration === true && !manages && !isSpeaker && !isOver;
  const closed = takesRegistrations ? closedFor(call, session, people) : undefined;
  const led = await ledOn(call, sessionKey);
  // Whoever may see this page need not be told less on the next.
  const isListed = session?.listStatus === 'PUBLIC' || signedIn !== undefined;
  return show(call, {
    page: 'session',
    session: {
      ...view,
      ...(session && (await sessionDetails(call, session))),
      image: session && (await imageOf(call, session)),
    },
    calendar: calendar ?? (link && folder.address('j.php', { MTID: `m${link.token}`, ICS: 'MIFA' })),
    callIn:
      site.settings.telephony.tollNumber === '' || !session
        ? undefined
        : folder.address('globalcallin.php', {
            serviceType: 'MC',
            ED: String(session.eventID),
            MTID: `m${linkForStrangers(session).token}`,
          }),
    join:
      relation.isHost || opens !== undefined
        ? undefined
        : folder.address('m.php', { AT: 'JM', MK, ...(RID !== undefined && { RID }), ...led }),
    opens: typeof opens === 'number' && !relation.isHost ? opens : undefined,
    isSpeaker,
    state,
    closed,
    start: begins
      ? { action: folder.address('m.php'), fields: { ...start, ...ownFormField(call) } }
      : undefined,
    register:
      takesRegistrations && closed === undefined && (state === undefined || state === 'rejected')
        ? folder.address('m.php', { AT: 'GF', MK, ...led, ...(isListed ? {} : ledBy(call, sessionKey)) })
        : undefined,
    tests: (await hasTests(call, session))
      ? folder.address('tests.php', { MK, ...(RID !== undefined && { RID }) })
      : undefined,
    chats:
      site.settings.history.keepsChat && readsChatAfterwards(relation)
        ? folder.address('chats.php', { MK })
        : undefined,
    recording: await recordingOf(call, meeting),
    registrants:
      manages && session?.registration
        ? {
            url: folder.address('registrants.php', { MK }),
            pending: people.filter(({ joinStatus }) => joinStatus === 'REGISTER').length,
          }
        : undefined,
    hosting: seesAll ? await hostView(call, meeting, session, relation, people) : undefined,
    done: seesAll ? DEEDS.find((deed) => deed === WAS) : undefined,
    hostSignIn:
      signedIn || isSpeaker
        ? undefined
        : folder.address('signin.php', { MU: folder.address('m.php', start) }),
  });
}

const DEEDS = ['SCHEDULED', 'CHANGED', 'MOVED', 'DROPPED'] as const;

/** The address of an event's picture. */
async function imageOf({ context, folder }: PageCall, session: Session): Promise<string | undefined> {
  if (session.service !== 'EventCenter') return undefined;
  const token = await context.eventImages.tokenOf(session);
  return token === undefined ? undefined : folder.address(`event-image/${token}`);
}

/**
 * Minutes before the start from which one may join, while one may not; 0 where it is the host who opens it. Nothing
 * where one may: into a meeting always, since its page for those who are early goes on by itself.
 */
function opensAt({ site, context }: PageCall, session: SessionWithDocument): number | 'never' | undefined {
  const now = context.clock.now();
  if (KINDS[session.service] === 'meeting' || isOpenBeforeHost(site, session, now)) return undefined;
  if (nextStart(session, now) === undefined) return 'never';
  const { openTime, attendeeOptions } = session.document;
  const opensItself = site.settings.security.joinBeforeHost && !attendeeOptions.request;
  return opensItself ? Math.floor(openTime / 60) : 0;
}

const STATES = { ACCEPT: 'accepted', REGISTER: 'pending', REJECT: 'rejected', INVITE: undefined } as const;

function ownState(people: readonly Attendee[], { id }: Account): SessionPage['state'] {
  const own = people.find(({ account }) => account === id);
  return own && STATES[own.joinStatus];
}

/** Why nobody registers any more. */
function closedFor(
  { context }: PageCall,
  session: SessionWithDocument,
  people: readonly Attendee[],
): SessionPage['closed'] {
  if (isRegistrationOver(session, context.clock.now())) return 'closed';
  return hasPlaces(session, people) ? undefined : 'full';
}

async function hasTests({ context }: PageCall, session: VisitedMeeting['session']): Promise<boolean> {
  if (session?.service !== 'TrainingCenter') return false;
  return (await context.exams.scheduled.of(session)).length > 0;
}
