/** A stay: somebody in a running session, or at its door. */
import type { Account, AccountWithProfile } from '../accounts/account.ts';
import type { StayRole, StayState, Via } from '../database/database.ts';
import { type AttendanceDetails, attendanceDetails } from '../history/details.ts';
import type { BegunAttendance } from '../history/usage.ts';
import { Refusal } from '../refusal.ts';
import type { Attendee } from '../sessions/attendee.ts';
import { documentText, parsedDocument, upgraded } from '../stored/codec.ts';
import type { StayRow } from './live-statements.ts';

export type { StayRole, StayState, Via } from '../database/database.ts';

/** Somebody who wants to come in. Whoever gives an account or an attendee has made sure that it is that person. */
export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly account?: Account | undefined;
  /** Their invitation or registration. */
  readonly attendee?: Attendee | undefined;
  /** The host, an alternate host, or whoever may start the session in the host's stead. */
  readonly isHost: boolean;
  /** By a browser, unless it says otherwise. */
  readonly via?: Via | undefined;
  /** What they are by their account or invitation: HOST is whose session it is. Else that which `isHost` says. */
  readonly role?: StayRole | undefined;
  /** What their browser shows for stays of before. */
  readonly earlier?: readonly string[] | undefined;
  /** Where they come from, and with which program: for the history. */
  readonly address?: string | undefined;
  readonly agent?: string | undefined;
}

/** What somebody in a room sends to the others; a raised hand is one of it. */
export const SENDS = ['microphone', 'camera', 'screen', 'hand'] as const;
export type Sends = Readonly<Record<(typeof SENDS)[number], boolean>>;

export interface Stay {
  /** The row's number; never shown. */
  readonly id: number;
  /** What the others in the room may know it by: 22 characters of base64url. */
  readonly publicId: string;
  /** The run that they are in. */
  readonly run: number;
  readonly sessionKey: number;
  /** WAITING to be let in, IN, or over: they LEFT or were lost, were REFUSED or EXPELLED, or the session ENDED. */
  readonly state: StayState;
  /** Of somebody on the telephone the name is their number. */
  readonly via: Via;
  readonly name: string;
  readonly email: string;
  /** The rows of the person's account and invitation. */
  readonly account: number | null;
  readonly attendee: number | null;
  /** HOST has the host's part: one of a run at most. */
  readonly role: StayRole;
  /** Decides who comes in, is heard and is put out: HOST or COHOST. */
  readonly isHost: boolean;
  /** What they came as. Nobody takes from a HOST or COHOST what is theirs by their account. */
  readonly ownRole: StayRole;
  /** When they came in, or to the door while they wait; epoch milliseconds. */
  readonly joinedAt: number;
  /** It is over when it is not renewed until then. */
  readonly leaseUntil: number;
  /** Their browser has lost the room, and may be back before the lease ends. */
  readonly isAway: boolean;
  /** Which of the pages that their browser has loaded it belongs to: a number that rises; 0 before the first. */
  readonly page: number;
  /** The breakout room that they are in; 0 is the main room. Those of one room alone hear and see each other. */
  readonly breakout: number;
  /** Nobody hears or sees of them what is off here, whatever their browser sends. */
  readonly sends: Sends;
}

/** Longest name, address and program that are kept, in characters. */
const LONGEST = 256;

/** A newcomer's columns and what is beside them, in one line each. */
export function storable(newcomer: Newcomer, account: AccountWithProfile | undefined) {
  const { attendee, isHost, via = 'WEB' } = newcomer;
  const { details } = attendee ?? {};
  const { profile } = account ?? {};
  const kept: AttendanceDetails = {
    ipAddress: newcomer.address === undefined ? undefined : line(newcomer.address),
    clientAgent: newcomer.agent === undefined ? undefined : line(newcomer.agent),
    company: details?.company ?? profile?.company,
    title: details?.title ?? profile?.title,
    address: details?.address ?? profile?.address,
    phones: via === 'WEB' ? (details?.phones ?? profile?.phones) : { phone: line(newcomer.name) },
    invited: attendee !== undefined && attendee.joinStatus !== 'REGISTER',
    registered: attendee !== undefined && attendee.registeredAt !== null,
    isInternal: account !== undefined || (attendee !== undefined && attendee.account !== null),
    personType: details?.type,
    enrolment: enrolmentOf(attendee),
  };
  return {
    via,
    name: line(newcomer.name),
    email: line(newcomer.email),
    account: account?.id ?? null,
    attendee: attendee?.id ?? null,
    is_host: isHost ? 1 : 0,
    ...rolesOf(newcomer),
    credential_version: account?.credentialVersion ?? null,
    document: documentText(attendanceDetails, kept),
  } as const;
}

function rolesOf({ isHost, role: asked }: Newcomer) {
  const own = asked ?? (isHost ? 'HOST' : 'ATTENDEE');
  return { own_role: own, role: own === 'HOST' ? 'COHOST' : own } as const;
}

/** What they wrote beside what everybody is asked. */
function enrolmentOf(attendee: Attendee | undefined): AttendanceDetails['enrolment'] {
  if (attendee?.details.enrollFields === undefined) return undefined;
  const { leadSourceID, leadScore, numEmployees, receiveInfo, ...answers } = attendee.details.enrollFields;
  return { leadSourceID, leadScore, answers };
}

function line(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
}

export function stayOf(row: StayRow): Stay {
  return {
    id: row.id,
    publicId: row.public_id,
    run: row.run,
    sessionKey: row.session_key,
    state: row.state,
    via: row.via,
    name: row.name,
    email: row.email,
    account: row.account,
    attendee: row.attendee,
    role: roleOf(row),
    isHost: hosts(row),
    ownRole: row.own_role,
    joinedAt: row.joined_at,
    leaseUntil: row.lease_until,
    isAway: row.away === 1,
    page: row.page,
    breakout: row.breakout,
    sends: sendsOf(row),
  };
}

/** In, or at the door. */
export function isThere({ state }: Pick<StayRow, 'state'>): boolean {
  return state === 'IN' || state === 'WAITING';
}

export function roleOf({ leads, role }: Pick<StayRow, 'leads' | 'role'>): StayRole {
  return leads === 1 ? 'HOST' : role;
}

function hosts(row: Pick<StayRow, 'leads' | 'role'>): boolean {
  const role = roleOf(row);
  return role === 'HOST' || role === 'COHOST';
}

/** The same without the right of a host, which they have lost. */
export function withoutHostRight(stay: Stay): Stay {
  const role = stay.ownRole === 'HOST' || stay.ownRole === 'COHOST' ? 'ATTENDEE' : stay.ownRole;
  return { ...stay, role, ownRole: role, isHost: false };
}

function sendsOf({ sends }: StayRow): Sends {
  const words = new Set(sends.split(' '));
  return Object.fromEntries(SENDS.map((word) => [word, words.has(word)])) as Record<keyof Sends, boolean>;
}

/** What is stored of what they send after a change. */
export function sendsAfter(row: StayRow, change: Partial<Sends>): string {
  const after = { ...sendsOf(row), ...change };
  return SENDS.filter((word) => after[word]).join(' ');
}

/**
 * A host's right ends with the credentials that they came by: when the account is deactivated or locked, and when it
 * gets a new password.
 * @param account that of the stay as it is now
 */
export function keepsHostRight(row: StayRow, account: Account | undefined): boolean {
  if (!hosts(row)) return false;
  if (row.account === null || row.credential_version === null) return true;
  return account?.id === row.account && account.credentialVersion === row.credential_version;
}

/** What the history begins to say of somebody who comes in. */
export function attendanceOf(row: StayRow): BegunAttendance {
  return {
    id: row.id,
    usage: row.run,
    via: row.via,
    name: row.name,
    email: row.email,
    account: row.account,
    attendee: row.attendee,
    isHost: row.is_host === 1,
    joinedAt: row.joined_at,
    details: upgraded(attendanceDetails, parsedDocument(row.document)),
  };
}

/** It does not run, and the newcomer cannot start it. */
export class SessionNotRunning extends Refusal {
  constructor(sessionKey: number) {
    super(`the session ${sessionKey} is not in progress`);
  }
}

export class SessionLocked extends Refusal {
  constructor(sessionKey: number) {
    super(`the session ${sessionKey} is locked`);
  }
}

/** The host has put them out of it. */
export class RemovedFromSession extends Refusal {
  constructor(sessionKey: number) {
    super(`somebody was removed from the session ${sessionKey}, and is kept out of it`);
  }
}

/** As many people are in it as may be. */
export class SessionFull extends Refusal {
  constructor(sessionKey: number, capacity: number) {
    super(`the session ${sessionKey} has ${capacity} people, and no room for more`);
  }
}
