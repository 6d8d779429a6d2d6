/** The meeting that an id of a call names, for whoever has to do with it. */
import type { Account } from '../accounts/account.ts';
import { mayManage, needsNoPassword } from '../policies/session.ts';
import { asOrdinaryUser } from '../policies/token-holder.ts';
import { type Occurrence, occurrenceAtStart } from '../sessions/occurrence-list.ts';
import { type Relation, relationOf } from '../sessions/relation.ts';
import type { SessionWithDocument } from '../sessions/session.ts';
import { hostsNow } from './hosts-now.ts';
import type { MeetingId } from './ids.ts';
import type { RestCall } from './rest-caller.ts';
import { TEXTS } from './rest-problems.ts';
import { NotPermitted, RestFailure } from './rest-refusals.ts';

export interface NamedMeeting {
  /** As it was sent. */
  readonly id: string;
  readonly named: MeetingId;
  readonly session: SessionWithDocument;
  /** Of an id that names one start of a series. */
  readonly occurrence: Occurrence | undefined;
  readonly relation: Relation;
  /** The caller, with the rights that the token gives. */
  readonly caller: Account;
}

interface Asked {
  readonly hostEmail?: string | undefined;
  /** What is said of a meeting that is not there for the caller. */
  readonly unknown?: string;
  /** Whoever hosts the room now, as a co-host of it, does it too. */
  readonly alsoCoHosts?: boolean;
}

/** The account of a call with the rights that its token gives. */
export function callerOf({ account, isAdmin }: Pick<RestCall, 'account' | 'isAdmin'>): Account {
  return isAdmin ? account : asOrdinaryUser(account);
}

/**
 * The meeting of an id, for whoever manages it, is invited to it or reads the site.
 * @throws RestFailure (404) for whoever has nothing to do with it, as for an unknown one
 * @throws NotPermitted, HostUnknown as `call.host`
 */
export async function knownMeeting(
  call: RestCall,
  id: string,
  { hostEmail, unknown = TEXTS.noData, alsoCoHosts = false }: Asked = {},
): Promise<NamedMeeting> {
  const { app, site, ids } = call;
  const host = hostEmail === undefined ? undefined : await call.host(hostEmail);
  const named = ids.meeting(site.id, id);
  const found = named && (await app.sessions.find(site, named.sessionKey));
  if (!found || (host && host.id !== found.host)) throw new RestFailure(404, unknown);
  const caller = callerOf(call);
  const relation = await relationOf(app.sessions, found, caller);
  if (!needsNoPassword(relation) && !(alsoCoHosts && (await hostsNow(call, found.sessionKey)))) {
    throw new RestFailure(404, unknown);
  }
  const session = await app.sessions.withDocument(found);
  const occurrence = named.of === 'occurrence' ? occurrenceAtStart(session, named.startAt) : undefined;
  if (named.of === 'occurrence' && !occurrence) throw new RestFailure(404, unknown);
  return { id, named, session, occurrence, relation, caller };
}

/**
 * The same for whoever manages it.
 * @throws NotPermitted for somebody who is invited, or reads the site, and may no more
 */
export async function managedMeeting(call: RestCall, id: string, options: Asked = {}): Promise<NamedMeeting> {
  const meeting = await knownMeeting(call, id, options);
  const { relation, session } = meeting;
  if (!mayManage(relation) && !(options.alsoCoHosts && (await hostsNow(call, session.sessionKey)))) {
    throw new NotPermitted('Only those who host the meeting may do this.');
  }
  return meeting;
}

/** The same for whoever sees all of it. @throws NotPermitted for somebody who is only invited */
export async function seenMeeting(call: RestCall, id: string, options: Asked = {}): Promise<NamedMeeting> {
  const meeting = await knownMeeting(call, id, options);
  const { relation } = meeting;
  if (!mayManage(relation) && !relation.reads) {
    throw new NotPermitted('Only those who host the meeting may see this.');
  }
  return meeting;
}

/** What an id names that the call cannot be about: one time that a meeting ran. @throws RestFailure (400) */
export function checkNoInstance({ id, named }: Pick<NamedMeeting, 'id' | 'named'>): void {
  if (named.of === 'instance') throw notAllowed(id);
}

/**
 * The same, and one start of a series of several: what the call changes is that of the whole series.
 * @throws RestFailure (400)
 */
export function checkWhole({ id, named, session }: NamedMeeting): void {
  checkNoInstance({ id, named });
  if (named.of === 'occurrence' && session.recurring) throw notAllowed(id);
}

function notAllowed(id: string): RestFailure {
  return new RestFailure(400, `Meeting ID '${id}' is not allowed for this API.`);
}
