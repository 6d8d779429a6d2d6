/** Coming into a meeting: as its host (HM), or as whoever the entrance lets in (JM). */

import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { redirect } from '../../browser/answer.ts';
import { ask } from '../../browser/ask.ts';
import { aboutSession } from '../../browser/meetings/about-session.ts';
import { ownStay } from '../../browser/meetings/own-stay.ts';
import { roomTokensOf, setRoomCookie } from '../../browser/meetings/room-cookie.ts';
import { devicesAsked, sessionView } from '../../browser/meetings/session-view.ts';
import { ledOn } from '../../browser/meetings/shown-beside.ts';
import {
  isKnown,
  meetingOf,
  relationTo,
  type VisitedMeeting,
} from '../../browser/meetings/visited-meeting.ts';
import { Refused, reasonOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import { askToSignIn } from '../../browser/sign-in/sign-in-page.ts';
import {
  type Newcomer,
  RemovedFromSession,
  SessionLocked,
  SessionNotRunning,
  type Stay,
} from '../../live/live.ts';
import {
  AccountRequired,
  type Entrance,
  entranceToRoom,
  entranceToSession,
  type Knock,
  type Lack,
  RegistrationIDInvalid,
} from '../../policies/admission.ts';
import { mayBegin } from '../../policies/host.ts';
import { AccessDenied } from '../../refusal.ts';
import { beginRecording, willRecordItself } from '../../room-recorder.ts';
import { holderOf } from '../../sessions/attendee.ts';
import type { ShownByTicket } from '../../sessions/join-tickets.ts';
import { SessionNotFound, WrongSessionPassword } from '../../sessions/session.ts';
import { LoginTicketInvalid } from '../../sign-in/failures.ts';
import { checkActive, checkLock } from '../../sign-in/standing.ts';
import { RateLimitReached } from '../../throttle/throttle.ts';
import type { CommandCall, SignedInCall } from '../command.ts';
import { failed } from '../command.ts';
import { heldBackPage, joinPage } from './join-page.ts';
import { atByGet, carried, type Joining, wayBack } from './joining.ts';
import { forgetJoining, keepJoining, withKept } from './kept-joining.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * HM: the host, or somebody who may host in their place, begins the meeting.
 * @throws AccessDenied when the caller may not, SessionNotFound when it is not listed to them either
 */
export async function host(call: SignedInCall, meeting: VisitedMeeting): Promise<FastifyReply> {
  const { account, site } = call;
  const relation = await relationTo(call, meeting, account);
  if (!mayBegin(site, relation, account, meeting.host)) {
    if (!(await isKnown(call, meeting))) throw new SessionNotFound(meeting.sessionKey);
    throw new AccessDenied('only the host may begin the meeting');
  }
  const own = await ownStay(call, meeting.sessionKey);
  if (own && own.stay.state === 'IN' && own.stay.isHost) return intoRoom(call, own.stay);
  return enterAsHost(call, meeting, account, relation.isHost);
}

async function enterAsHost(
  call: CommandCall,
  meeting: VisitedMeeting,
  account: Account,
  isOwner: boolean,
): Promise<FastifyReply> {
  const { stay, token } = await enterRoom(call, meeting, {
    ...asks(call),
    name: `${account.firstName} ${account.lastName}`.trim(),
    email: account.email,
    account,
    isHost: true,
    role: isOwner ? 'HOST' : 'COHOST',
    earlier: roomTokensOf(call, meeting.sessionKey),
  });
  setRoomCookie(call, stay.sessionKey, token);
  return intoRoom(call, stay);
}

/**
 * Whoever comes by a link to start begins the meeting as the account that the link is of, and is signed in nowhere else.
 * @throws LoginTicketInvalid when the account's credentials are others now
 * @throws AccountInactive, AccountExpired, AccountLocked when it may not be used
 * @throws AccessDenied when it may not begin the meeting
 */
export async function startByTicket(
  call: CommandCall,
  meeting: VisitedMeeting,
  { account: id, credentials }: NonNullable<ShownByTicket['starts']>,
): Promise<FastifyReply> {
  const { context, site } = call;
  const account = await context.accounts.findById(id);
  if (account?.site !== site.id || account.credentialVersion !== credentials) throw new LoginTicketInvalid();
  const now = context.clock.now();
  checkActive(account, now);
  checkLock(account, site, now);
  const relation = await relationTo(call, meeting, account);
  if (!mayBegin(site, relation, account, meeting.host)) {
    throw new AccessDenied('only the host may begin the meeting');
  }
  return enterAsHost(call, meeting, account, relation.isHost);
}

/** Where the session is to be recorded by itself, it is with its host. */
async function enterRoom(
  { context, site }: CommandCall,
  { place, session }: VisitedMeeting,
  newcomer: Newcomer,
): Promise<{ readonly stay: Stay; readonly token: string }> {
  const records = newcomer.isHost && (await willRecordItself(context, site, session));
  const entered = await context.live.enter(site, place, newcomer);
  if (records && session) {
    // They are in, whatever becomes of the recording: the room shows whether there is one.
    await beginRecording(context, site, session).catch((error: unknown) =>
      context.log.fault('recordings', error),
    );
  }
  return entered;
}

function intoRoom(call: CommandCall, { sessionKey }: Stay): FastifyReply {
  return redirect(call, call.folder.page('room.php', { MK: String(sessionKey), ...wayBack(call) }));
}

/** The same by the number of the meeting, which anybody may guess. */
export async function joinByNumber(call: CommandCall<Joining>, sessionKey: number): Promise<FastifyReply> {
  let meeting: VisitedMeeting;
  try {
    meeting = await meetingOf(call, sessionKey, withKept(call, sessionKey).parameters);
  } catch (error) {
    if (!(error instanceof RateLimitReached) || ask(call) === 'program') throw error;
    return heldBackPage(call, sessionKey);
  }
  return join(call, meeting);
}

/**
 * JM: somebody joins. What they have not shown is asked for on a page; a program that shows something wrong is told so
 * at its back URL.
 */
export async function join(sent: CommandCall<Joining>, meeting: VisitedMeeting): Promise<FastifyReply> {
  const call = withKept(sent, meeting.sessionKey);
  const { parameters, browserSession } = call;
  const isProgram = ask(call) === 'program';
  let name = '';
  try {
    const own = await ownStay(call, meeting.sessionKey);
    if (own && (own.stay.state === 'IN' || own.stay.state === 'WAITING')) return intoRoom(call, own.stay);
    const entrance = await entranceOf(call, meeting);
    if ('lacks' in entrance) {
      const { lacks } = entrance;
      if (isProgram && lacks.includes('registrationID')) throw new Refused('RegistrationIDIsRequired');
      return await joinPage(call, meeting, { lacks });
    }
    name = entrance.admitted.name;
    const { stay, token } = await enterRoom(call, meeting, {
      ...asks(call),
      ...entrance.admitted,
      earlier: roomTokensOf(call, meeting.sessionKey),
    });
    forgetJoining(call, meeting.sessionKey);
    setRoomCookie(call, stay.sessionKey, token);
    await tellOwner(call, meeting, name, stay.state === 'WAITING' ? 'waits' : 'enters');
    return intoRoom(call, stay);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    if (isProgram) return failed(call, reason, error);
    if (error instanceof RemovedFromSession) {
      const session = await sessionView(call, meeting, false);
      return show(call, { page: 'ended', session, why: 'expelled', home: call.folder.address('') });
    }
    if (error instanceof SessionNotRunning || error instanceof SessionLocked) {
      await tellOwner(call, meeting, name, 'waits');
      return waitFor(error instanceof SessionLocked ? 'unlock' : 'start', call, meeting);
    }
    if (error instanceof AccountRequired && !browserSession) {
      return joinPage(call, meeting, { lacks: [], accountRequired: true });
    }
    if (error instanceof AccessDenied && !browserSession) return askToSignIn(call);
    return joinPage(call, meeting, { lacks: lacksAfter(parameters, error), problem: reason });
  }
}

/**
 * @throws what the entrance throws
 * @throws TooManyGuesses when the guesses are used up
 */
export async function entranceOf(call: CommandCall<Joining>, meeting: VisitedMeeting): Promise<Entrance> {
  const { context, site, parameters, browserSession } = call;
  const account = browserSession?.account;
  const knock: Knock = {
    account,
    relation: await relationTo(call, meeting, account),
    name: parameters.AN ?? fullName(parameters),
    email: parameters.AE ?? parameters.EM,
    wasAsked: call.isForm,
    password: parameters.PW,
    registrationID: parameters.RID,
  };
  if (!meeting.session) return entranceToRoom(site, knock);
  const { guesses, sessions, callerAddress } = context;
  const address = callerAddress(call.request.raw);
  const people = await sessions.attendeesOf(meeting.session);
  // Both are short enough to be tried.
  const { password, registrationID } = knock;
  const guessed = password !== undefined || registrationID !== undefined;
  const isNobodys = registrationID !== undefined && !holderOf(people, registrationID);
  try {
    const entrance = entranceToSession(site, meeting.session, people, knock);
    // A session that asks for no registration lets people in all the same, and tells who has the id that is right.
    if (isNobodys) await guesses.wrong(site, meeting.sessionKey, address);
    else if (guessed) await guesses.check(site, meeting.sessionKey, address);
    return entrance;
  } catch (error) {
    const isWrong = error instanceof WrongSessionPassword || error instanceof RegistrationIDInvalid;
    if (guessed && isWrong) await guesses.wrong(site, meeting.sessionKey, address);
    throw error;
  }
}

/**
 * The page that goes on by itself when the meeting begins, or is unlocked. Whoever has filled in a form is redirected
 * to it.
 */
async function waitFor(
  waitsFor: 'start' | 'unlock',
  call: CommandCall<Joining>,
  meeting: VisitedMeeting,
): Promise<FastifyReply> {
  const { folder, parameters, request, browserSession } = call;
  const MK = String(meeting.sessionKey);
  if (request.method === 'POST' && keepJoining(call, meeting.sessionKey)) {
    return redirect(call, folder.page('m.php', { ...wayBack(call), MK, ASKED: '1', KEPT: '1' }));
  }
  const led = await ledOn(call, meeting.sessionKey);
  return show(call, {
    page: 'waiting',
    session: await sessionView(call, meeting, false),
    waitsFor,
    at: atByGet(call, meeting),
    events: folder.address('events.php', { MK, for: waitsFor, ...led }),
    next: {
      action: folder.address('m.php'),
      fields: { ...carried(parameters), ...led, ...wayBack(call), MK, ASKED: '1' },
    },
    leave:
      aboutSession(call, meeting, await relationTo(call, meeting, browserSession?.account)) ??
      folder.address(''),
    devices: devicesAsked(call, meeting),
  });
}

function asks(call: CommandCall): Pick<Newcomer, 'address' | 'agent'> {
  return {
    address: call.context.callerAddress(call.request.raw),
    agent: call.request.headers['user-agent']?.slice(0, 300),
  };
}

function fullName({ FN, LN }: Joining): string | undefined {
  return [FN, LN].filter(Boolean).join(' ') || undefined;
}

/** What is asked for again beside the problem: what was asked for before. */
function lacksAfter(parameters: Joining, error: unknown): Lack[] {
  const PW = error instanceof WrongSessionPassword && error.ofPanel ? 'panelPassword' : 'password';
  const names = { AN: 'name', AE: 'email', PW, RID: 'registrationID' } as const;
  return (['AN', 'AE', 'PW', 'RID'] as const).flatMap((name) =>
    parameters[name] === undefined ? [] : [names[name]],
  );
}
