/**
 * The meeting, or the personal room, that somebody wants to join: by its id, its number or its address, and what they
 * have to show.
 */

import type { Account, AccountWithProfile } from '../../accounts/account.ts';
import {
  entranceToRoom,
  entranceToSession,
  type Lack,
  RegistrationIDInvalid,
} from '../../policies/admission.ts';
import { mayHost, mayKnowOf } from '../../policies/session.ts';
import { asAt } from '../../sessions/as-occurrence.ts';
import { hasPersonalRoom, personalRoom } from '../../sessions/personal-room.ts';
import { type Relation, relationOf, roomRelation } from '../../sessions/relation.ts';
import { type Session, type SessionWithDocument, WrongSessionPassword } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/invalid-element.ts';
import { callerOf } from '../named-meeting.ts';
import type { RestCall } from '../rest-caller.ts';
import { TEXTS } from '../rest-problems.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';

export interface JoinedBy {
  readonly meetingId?: string | undefined;
  readonly meetingNumber?: string | undefined;
  readonly webLink?: string | undefined;
}

interface WhoJoins {
  readonly relation: Relation;
  readonly caller: Account;
}

export interface SessionToJoin extends WhoJoins {
  readonly kind: 'session';
  readonly session: SessionWithDocument;
}

export interface RoomToJoin extends WhoJoins {
  readonly kind: 'room';
  readonly owner: AccountWithProfile;
}

export type MeetingToJoin = SessionToJoin | RoomToJoin;

/**
 * @throws InvalidItem where not exactly one of the three names it
 * @throws RestFailure (404) where there is none
 */
export async function meetingToJoin(call: RestCall, by: JoinedBy): Promise<MeetingToJoin> {
  const given = [by.meetingId, by.meetingNumber, by.webLink].filter((one) => one !== undefined);
  if (given.length !== 1) {
    throw new InvalidItem("Exactly one of 'meetingId', 'meetingNumber' and 'webLink' must be specified.");
  }
  const caller = callerOf(call);
  const found = await sessionNamed(call, by);
  if (!found) {
    const owner = await roomNamed(call, by);
    if (!owner) throw new RestFailure(404, TEXTS.noData);
    return { kind: 'room', owner, relation: roomRelation(owner, caller), caller };
  }
  const { sessions } = call.app;
  const relation = await relationOf(sessions, found, caller);
  // Whoever has the link has been told of it.
  if (by.webLink === undefined && !mayKnowOf(found, relation)) throw new RestFailure(404, TEXTS.noData);
  const session = asAt(await sessions.withDocument(found), call.app.clock.now());
  return { kind: 'session', session, relation, caller };
}

async function sessionNamed(
  { app, ids, site }: RestCall,
  { meetingId, meetingNumber, webLink }: JoinedBy,
): Promise<Session | undefined> {
  const { sessions } = app;
  if (meetingId !== undefined) {
    const named = ids.meeting(site.id, meetingId);
    return named && sessions.find(site, named.sessionKey);
  }
  if (meetingNumber !== undefined) {
    const number = numberIn(meetingNumber);
    return number === undefined ? undefined : sessions.find(site, number);
  }
  const [, token] = /[?&]MTID=[mte]([0-9a-f]{32})(?:&|$)/.exec(webLink ?? '') ?? [];
  return token === undefined ? undefined : (await sessions.findByToken(site, token))?.session;
}

/** Whose personal room it is, by its number or its address. */
async function roomNamed(
  { app, site }: RestCall,
  { meetingNumber, webLink }: JoinedBy,
): Promise<AccountWithProfile | undefined> {
  const { accounts } = app;
  const number = meetingNumber === undefined ? undefined : numberIn(meetingNumber);
  if (number !== undefined) return personalRoom(accounts, site, number);
  const [, siteName, name] = /\/([^/]+)\/(?:meet|join)\/([\w.~-]+)\/?(?:[?#]|$)/.exec(webLink ?? '') ?? [];
  if (name === undefined || siteName?.toLowerCase() !== site.siteName.toLowerCase()) return undefined;
  const found = await accounts.findByPersonalUrl(site, name);
  const owner = found && (await accounts.withProfile(found));
  return owner && hasPersonalRoom(owner) ? owner : undefined;
}

/** As people write it, with blanks or hyphens between its digits. */
function numberIn(text: string): number | undefined {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

export interface Comer {
  readonly name: string;
  readonly email: string;
  readonly password: string | undefined;
  readonly registrationId: string | undefined;
}

/** How a lack of the door is called here. */
const NAMES: Readonly<Record<Lack, string>> = {
  name: 'displayName',
  email: 'email',
  password: 'password',
  panelPassword: 'password',
  registrationID: 'registrationId',
};

/**
 * Asks the door of the meeting, as it asks whoever comes by a page.
 * @throws InvalidElement, InvalidItem for what has to be shown, and is wrong or missing
 * @throws TooManyGuesses
 * @throws AccessDenied, AccountRequired, RuleBroken
 */
export async function checkEntrance(
  call: RestCall,
  meeting: MeetingToJoin,
  { name, email, password, registrationId }: Comer,
): Promise<void> {
  const { app, site, address } = call;
  const { relation, caller } = meeting;
  const knock = {
    account: caller,
    relation,
    name,
    email,
    wasAsked: true,
    password,
    registrationID: registrationId,
  };
  if (meeting.kind === 'room') {
    entranceToRoom(site, knock);
    return;
  }
  const { session } = meeting;
  const { sessionKey } = session;
  const guessed = password !== undefined || registrationId !== undefined;
  try {
    const entrance = entranceToSession(site, session, await app.sessions.attendeesOf(session), knock);
    const lack = 'lacks' in entrance && !mayHost(relation) ? entrance.lacks[0] : undefined;
    if (lack) throw new InvalidElement(NAMES[lack], 'missing', 'is required');
    if (guessed) await app.guesses.check(site, sessionKey, address);
  } catch (error) {
    const wrong =
      error instanceof WrongSessionPassword
        ? 'password'
        : error instanceof RegistrationIDInvalid
          ? 'registrationId'
          : undefined;
    if (wrong === undefined) throw error;
    if (guessed) await app.guesses.wrong(site, sessionKey, address);
    throw new InvalidItem(`'${wrong}' is not valid for this meeting.`, wrong);
  }
}
