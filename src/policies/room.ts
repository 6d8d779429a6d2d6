/** Who is in charge of a room, and what its people may do there. */
import type { Account } from '../accounts/account.ts';
import type { Executor } from '../database/database.ts';
import type { Outsider, RoomRule, RoomRules, Stay } from '../live/live.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import { AccessDenied } from '../refusal.ts';
import type { Relation } from '../sessions/relation.ts';
import type { SessionWithDocument } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import { sendable } from './media.ts';
import { mayManage } from './session.ts';

/** Whether somebody lets people in and puts them out, locks the room and ends it: the host and co-hosts, while they are in. */
export function runsRoom(stay: Stay): boolean {
  return stay.isHost && stay.state === 'IN';
}

/** Whether somebody says who hosts and who presents: whoever has the host's part, and whose session it is. */
export function leadsRoom(stay: Stay): boolean {
  return runsRoom(stay) && (stay.role === 'HOST' || stay.ownRole === 'HOST');
}

/** Whether somebody may take the host's part back, having given it away: it is their session. */
export function mayTakeBack(stay: Stay): boolean {
  return runsRoom(stay) && stay.role !== 'HOST' && stay.ownRole === 'HOST';
}

/**
 * Whether the room tells somebody the session's password, to invite others by: those whose session it is. Whoever was
 * only given the host's part, and whoever typed the password themselves, are not told.
 */
export function toldPassword({ ownRole, account }: Stay): boolean {
  return account !== null && (ownRole === 'HOST' || ownRole === 'COHOST');
}

/** What somebody may have done to somebody else, judged with what both are inside the write. */
export type JudgeOfTarget = (doer: Stay, target: Stay) => void;

/** Nobody puts themselves out; co-hosts are put out by those who made them. @throws AccessDenied */
export function checkExpels(doer: Stay, target: Stay): void {
  if (doer.id === target.id) throw new AccessDenied('to go is to leave');
  if (target.isHost && !leadsRoom(doer)) throw new AccessDenied('only the host removes a co-host');
}

/** @throws AccessDenied for somebody on the telephone, who sees nothing of the room, and for whoever has it already */
export function checkHandsOver(_doer: Stay, target: Stay): void {
  if (target.via !== 'WEB') throw new AccessDenied('nobody hosts by telephone');
  if (target.role === 'HOST') throw new AccessDenied('the host has the part already');
}

/** A co-host is unmade as they are made; nobody makes anything of the host. @throws AccessDenied */
export function checkAppoints(_doer: Stay, target: Stay): void {
  if (target.role === 'HOST') throw new AccessDenied('the host hands over instead');
}

/** The rules that the session leaves to its host: what its options forbid is allowed by nobody. */
export function rulesOffered(site: Site, session: SessionWithDocument | undefined): readonly RoomRule[] {
  const can = sendable(site, session);
  const chat = chatOf(session);
  const offered: Readonly<Record<RoomRule, boolean>> = {
    unmute: can.microphone,
    camera: can.camera,
    share: can.screen,
    chatAll: chat.all,
    chatHosts: chat.hosts,
    chatOne: chat.one,
  };
  return (Object.keys(offered) as RoomRule[]).filter((rule) => offered[rule]);
}

/** To whom somebody may write. */
export interface ChatRights {
  readonly all: boolean;
  readonly hosts: boolean;
  /** To one who does not host. */
  readonly one: boolean;
}

/**
 * As the options of the session say (meeting.xsd): `chat` for all of it; where one of `chatHost`, `chatPresenter` and
 * `chatAllAttendees` is on, those alone are written to, and `allowContactPrivate` is needed for one alone. Whoever
 * hosts or presents writes to anybody.
 */
export function chatRights(
  session: SessionWithDocument | undefined,
  stay: Stay,
  rules: RoomRules,
): ChatRights {
  const { all, hosts, one } = chatOf(session);
  if (!(all || hosts || one)) return { all, hosts, one };
  if (presents(stay)) return { all: true, hosts: true, one: true };
  return { all: all && rules.chatAll, hosts: hosts && rules.chatHosts, one: one && rules.chatOne };
}

function chatOf(session: SessionWithDocument | undefined): ChatRights {
  if (!session) return { all: true, hosts: true, one: true };
  const { chat, chatHost, chatPresenter, chatAllAttendees, allowContactPrivate } =
    session.document.enableOptions;
  const isLimited = chatHost || chatPresenter || chatAllAttendees;
  return {
    all: chat && (chatAllAttendees || !isLimited),
    hosts: chat && (chatHost || chatPresenter || !isLimited),
    one: chat && (allowContactPrivate || !isLimited),
  };
}

/** Whether somebody is on the stage by their role: what the host allows all others does not count for them. */
export function presents({ isHost, role }: Pick<Stay, 'isHost' | 'role'>): boolean {
  return isHost || role === 'PRESENTER' || role === 'PANELIST';
}

/**
 * Whether somebody reads the name of somebody else. Where the list of people is not for those who attend
 * (`attendeeList`, and `viewAttendeeList` of an event), they know those who host and present, and themselves.
 */
export function seesName(session: SessionWithDocument | undefined, reader: Stay, person: Stay): boolean {
  return knowsNames(session, reader) || reader.id === person.id || presents(person);
}

/** Whether somebody reads everybody's name; whoever does not knows those who host and present alone. */
export function knowsNames(session: SessionWithDocument | undefined, reader: Stay): boolean {
  return !hidesAttendees(session) || presents(reader);
}

function hidesAttendees(session: SessionWithDocument | undefined): boolean {
  if (!session) return false;
  const { document } = session;
  const isForPanel =
    document.kind === 'event' && document.extOptions.viewAttendeeList === 'HOST,PRESENTER,PANELISTS';
  return isForPanel || document.hidesAttendees === true;
}

/**
 * Judges inside the write whoever acts on a room from outside: those who manage its session, and whoever hosts the room
 * by their account now. Nobody puts out whose session it is.
 * @param relation how they stand to the session, or the personal room, read in that transaction
 */
export function judgeFromOutside(
  caller: Pick<Account, 'id'>,
  relation: (tx: Executor) => MaybePromise<Relation>,
): Outsider {
  return {
    async check(tx, people) {
      const isCoHost = people.some(({ account, isHost }) => isHost && account === caller.id);
      if (!isCoHost && !mayManage(await relation(tx))) {
        throw new AccessDenied('this is for those who host the meeting');
      }
    },
  };
}
