/** Coming into a meeting: as its host (HM), or as whoever the entrance lets in (JM). */

import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { type Meeting, relationTo } from '../../browser/meetings/place.ts';
import { setRoomCookie } from '../../browser/meetings/room-cookie.ts';
import { sessionView } from '../../browser/meetings/session-view.ts';
import { ownStay } from '../../browser/meetings/stay.ts';
import type { Parameters } from '../../browser/parameters.ts';
import { Refused, reasonOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import { askToSignIn } from '../../browser/sign-in/sign-in-page.ts';
import { type Newcomer, SessionNotRunning, type Stay } from '../../live/live.ts';
import {
  AccountRequired,
  type Entrance,
  entranceToRoom,
  entranceToSession,
  type Knock,
  RegistrationIDInvalid,
} from '../../policies/admission.ts';
import { mayBegin } from '../../policies/host.ts';
import { AccessDenied } from '../../refusal.ts';
import { WrongSessionPassword } from '../../sessions/session.ts';
import type { CommandCall, SignedInCall } from '../command.ts';
import { failed } from '../command.ts';
import { joinPage } from './join-page.ts';

/** The command and the back URL that the room reports to when it is left. */
export function wayBack({ command, parameters }: CommandCall): Readonly<Record<string, string>> {
  const BU = parameters.get('BU');
  return { AT: command, ...(BU !== undefined && { BU }) };
}

/** HM: the host, or somebody who may host in their place, begins the meeting. Errors: `AccessDenied`. */
export async function host(call: SignedInCall, meeting: Meeting): Promise<FastifyReply> {
  const { account, context, site } = call;
  const relation = await relationTo(call, meeting, account);
  if (!mayBegin(site, relation, account, meeting.host))
    throw new AccessDenied('only the host may begin the meeting');
  const own = await ownStay(call, meeting.sessionKey);
  if (own && own.stay.state === 'IN' && own.stay.isHost) return intoRoom(call, own.stay);
  const { stay, token } = await context.live.enter(site, meeting.place, {
    ...asks(call),
    name: `${account.firstName} ${account.lastName}`.trim(),
    email: account.email,
    account,
    isHost: true,
  });
  setRoomCookie(call, stay.sessionKey, token);
  return intoRoom(call, stay);
}

function intoRoom(call: CommandCall, { sessionKey }: Stay): FastifyReply {
  return redirect(call, call.folder.page('room.php', { MK: String(sessionKey), ...wayBack(call) }));
}

/**
 * JM: somebody joins. What he has not shown is asked for on a page; a program that shows something wrong is told so
 * at its back URL.
 */
export async function join(call: CommandCall, meeting: Meeting): Promise<FastifyReply> {
  const { context, site, parameters, browserSession } = call;
  const isForm = parameters.get('ASKED') === '1';
  try {
    const own = await ownStay(call, meeting.sessionKey);
    if (own && (own.stay.state === 'IN' || own.stay.state === 'WAITING')) return intoRoom(call, own.stay);
    const entrance = await entranceOf(call, meeting);
    if ('lacks' in entrance) {
      const { lacks } = entrance;
      const isProgram = parameters.get('BU') !== undefined && !isForm;
      if (isProgram && lacks.includes('registrationID')) throw new Refused('RegistrationIDIsRequired');
      return await joinPage(call, meeting, { lacks });
    }
    const { stay, token } = await context.live.enter(site, meeting.place, {
      ...asks(call),
      ...entrance.admitted,
    } satisfies Newcomer);
    setRoomCookie(call, stay.sessionKey, token);
    return intoRoom(call, stay);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    if (parameters.get('BU') !== undefined && !isForm) return failed(call, reason);
    if (error instanceof SessionNotRunning) return waitForStart(call, meeting);
    if (error instanceof AccountRequired && !browserSession) {
      return joinPage(call, meeting, { lacks: [], accountRequired: true });
    }
    if (error instanceof AccessDenied && !browserSession) return askToSignIn(call);
    return joinPage(call, meeting, { lacks: lacksAfter(parameters), problem: reason });
  }
}

/** Errors: those of the entrance, and `TooManyGuesses`. */
export async function entranceOf(call: CommandCall, meeting: Meeting): Promise<Entrance> {
  const { context, site, parameters, browserSession } = call;
  const account = browserSession?.account;
  const knock: Knock = {
    account,
    relation: await relationTo(call, meeting, account),
    name: parameters.get('AN') ?? fullName(parameters),
    email: parameters.get('AE') ?? parameters.get('EM'),
    password: parameters.get('PW'),
    registrationID: parameters.get('RID'),
  };
  if (!meeting.session) return entranceToRoom(site, knock);
  const { guesses, sessions, callerAddress } = context;
  const address = callerAddress(call.request.raw);
  const people = await sessions.attendeesOf(meeting.session);
  // Both are short enough to be tried.
  const guessed = knock.password !== undefined || knock.registrationID !== undefined;
  try {
    const entrance = entranceToSession(site, meeting.session, people, knock);
    if (guessed) await guesses.check(site, meeting.sessionKey, address);
    return entrance;
  } catch (error) {
    const isWrong = error instanceof WrongSessionPassword || error instanceof RegistrationIDInvalid;
    if (guessed && isWrong) await guesses.wrong(site, meeting.sessionKey, address);
    throw error;
  }
}

/** The page that goes on by itself when the meeting begins. */
async function waitForStart(call: CommandCall, meeting: Meeting): Promise<FastifyReply> {
  const { folder, parameters } = call;
  const MK = String(meeting.sessionKey);
  const given = ['AN', 'AE', 'FN', 'LN', 'PW', 'RID', 'BU'].flatMap((name) => {
    const value = parameters.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return show(call, {
    page: 'waiting',
    session: await sessionView(call, meeting, false),
    waitsFor: 'start',
    events: folder.address('events.php', { MK, for: 'start' }),
    next: {
      action: folder.address('m.php'),
      fields: { ...Object.fromEntries(given), AT: call.command, MK, ASKED: '1' },
    },
  });
}

function asks(call: CommandCall): Pick<Newcomer, 'address' | 'agent'> {
  return {
    address: call.context.callerAddress(call.request.raw),
    agent: call.request.headers['user-agent']?.slice(0, 300),
  };
}

function fullName(parameters: Parameters): string | undefined {
  return [parameters.get('FN'), parameters.get('LN')].filter(Boolean).join(' ') || undefined;
}

/** What is asked for again beside the problem: what was asked for before. */
function lacksAfter(parameters: Parameters): ('name' | 'email' | 'password' | 'registrationID')[] {
  const names = { AN: 'name', AE: 'email', PW: 'password', RID: 'registrationID' } as const;
  return Object.entries(names).flatMap(([name, lack]) => (parameters.get(name) === undefined ? [] : [lack]));
}
