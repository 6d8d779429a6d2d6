/** The meeting, or the personal room, whose participants a call is about: also one that is no longer there, by its history. */
import type { Account } from '../../accounts/account.ts';
import type { Executor } from '../../database/database.ts';
import type { Usage } from '../../history/usage.ts';
import { mayManage, needsNoPassword } from '../../policies/session.ts';
import { personalRoom } from '../../sessions/personal-room.ts';
import { type Relation, relationOf, roomRelation, STRANGER } from '../../sessions/relation.ts';
import { hostsNow } from '../hosts-now.ts';
import { callerOf } from '../named-meeting.ts';
import type { RestCall } from '../rest-caller.ts';
import { TEXTS } from '../rest-problems.ts';
import { NotPermitted, RestFailure } from '../rest-refusals.ts';

export interface HeldMeeting {
  readonly sessionKey: number;
  /** Every time that it ran, and runs. */
  readonly usages: readonly Usage[];
  readonly relation: Relation;
}

/** How the caller stands to what a key names, as it is now. @param on the transaction that it is read in */
export async function relationToKey(call: RestCall, sessionKey: number, on?: Executor): Promise<Relation> {
  return (await standing(call, sessionKey, on)) ?? relationToPast(call);
}

/** Nothing where neither a meeting nor a room has the key now. */
async function standing(call: RestCall, sessionKey: number, on?: Executor): Promise<Relation | undefined> {
  const { app, site } = call;
  const caller: Account = callerOf(call);
  const session = await app.sessions.find(site, sessionKey);
  if (session) return relationOf(app.sessions, session, caller, on);
  const owner = await personalRoom(app.accounts, site, sessionKey);
  return owner && roomRelation(owner, caller);
}

/** What is there no longer is kept for those who see the whole site. */
function relationToPast({ isAdmin }: RestCall): Relation {
  return { ...STRANGER, hasAccount: true, administers: isAdmin, reads: isAdmin };
}

/**
 * For its host, those who manage it, who host it now, and administrators.
 * @throws RestFailure (404) for whoever has nothing to do with it, NotPermitted for those who are only invited
 */
export async function heldMeeting(
  call: RestCall,
  sessionKey: number,
  hostEmail: string | undefined,
): Promise<HeldMeeting> {
  const { app, site, account } = call;
  const host = hostEmail === undefined ? undefined : await call.host(hostEmail);
  const usages = await app.history.usagesOf(site, sessionKey);
  const now = await standing(call, sessionKey);
  if (!now && usages.length === 0) throw new RestFailure(404, TEXTS.noData);
  const stands = now ?? relationToPast(call);
  const relation = { ...stands, isHost: stands.isHost || usages.at(-1)?.host.id === account.id };
  const isOfHost = !host || usages.some((usage) => usage.host.id === host.id);
  if (!isOfHost) throw new RestFailure(404, TEXTS.noData);
  if (mayManage(relation) || relation.reads || (await hostsNow(call, sessionKey))) {
    return { sessionKey, usages, relation };
  }
  if (needsNoPassword(relation)) throw new NotPermitted('Only those who host the meeting may do this.');
  throw new RestFailure(404, TEXTS.noData);
}
