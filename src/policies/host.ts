/** For whom somebody may schedule, and who begins a session with its host's rights. */
import { type Account, type AccountWithProfile, isHost, isSiteAdmin } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { AccessDenied } from '../refusal.ts';
import type { Relation } from '../sessions/relation.ts';
import type { Handover } from '../sessions/reschedule.ts';
import { canBeHost } from '../sessions/scheduling.ts';
import { HostNotFound, SchedulingNotPermitted } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';

/**
 * The account that a session is scheduled for.
 * @throws AccessDenied for a caller who is no host.
 * @throws HostNotFound for a webExID without an account that may host.
 * @throws SchedulingNotPermitted when that host has not permitted the caller.
 */
export async function hostFor(
  accounts: Accounts,
  site: Site,
  caller: Account,
  wished: string | undefined,
): Promise<AccountWithProfile> {
  const webExId = wished?.toLowerCase() === caller.webExId.toLowerCase() ? undefined : wished;
  // An administrator who is no host schedules for those who are.
  const maySchedule = isHost(caller) || (webExId !== undefined && isSiteAdmin(caller));
  if (!maySchedule) throw new AccessDenied('only a host may schedule');
  if (webExId === undefined) return accounts.withProfile(caller);
  const named = await accounts.find(site, webExId);
  if (!named || !canBeHost(named)) throw new HostNotFound(webExId);
  const host = await accounts.withProfile(named);
  if (!mayScheduleFor(site, caller, host)) throw new SchedulingNotPermitted(webExId);
  return host;
}

/**
 * Who begins a session with its host's rights, as themselves: host, alternate hosts, administrators, and whoever
 * scheduled it, while they may schedule for that host.
 */
export function mayBegin(site: Site, relation: Relation, caller: Account, host: AccountWithProfile): boolean {
  return relation.isAlternateHost || mayHandOver(site, relation, caller, host);
}

/**
 * Who gives a session to another host: its host, administrators, and whoever scheduled it, while they may schedule for
 * its host. An alternate host stands in for the host and does not take their place.
 */
function mayHandOver(
  site: Site,
  relation: Relation,
  caller: Account,
  host: AccountWithProfile | undefined,
): boolean {
  if (relation.isHost || relation.administers) return true;
  return relation.isCreator && isHost(caller) && host !== undefined && mayScheduleFor(site, caller, host);
}

/** As whom they begin it: a ticket opens the account of whoever asked. Site administrators alone open another's. */
export function comesAs(relation: Relation, caller: Account, host: Account): Account {
  const hostsThemselves = relation.isHost || relation.isAlternateHost;
  return relation.administers && !hostsThemselves ? host : caller;
}

/**
 * Whether somebody may make another account the host of a session, where they could schedule for that account.
 * @throws AccessDenied for a caller who is no host.
 * @throws SchedulingNotPermitted when the caller may not give the session away, or the new host has not permitted it.
 */
export function checkGivesTo(site: Site, caller: Account, relation: Relation, { from, to }: Handover): void {
  if (!isHost(caller) && !relation.administers) throw new AccessDenied('only a host may schedule');
  if (!mayHandOver(site, relation, caller, from) || !mayScheduleFor(site, caller, to)) {
    throw new SchedulingNotPermitted(to.webExId);
  }
}

/** Whether somebody starts sessions of their own: instant meetings, One-Click meetings, a personal room. */
export function mayStartSessions(account: Account): boolean {
  return isHost(account);
}

/** @throws AccessDenied when they may not. */
export function checkStartsSessions(account: Account): void {
  if (!mayStartSessions(account)) throw new AccessDenied('only a host starts sessions');
}

/** Whether there may be somebody whom they schedule for. */
export function mayScheduleForOthers(site: Site, caller: Account): boolean {
  return isSiteAdmin(caller) || (isHost(caller) && site.settings.scheduling.scheduleOnBehalf);
}

/** Administrators, and those whom the host's schedulingPermission names. */
export function mayScheduleFor(site: Site, caller: Account, host: AccountWithProfile): boolean {
  if (isSiteAdmin(caller) || caller.id === host.id) return true;
  if (!site.settings.scheduling.scheduleOnBehalf) return false;
  const permitted = (host.profile.schedulingPermission ?? '').split(';');
  return permitted.some((name) => name.trim().toLowerCase() === caller.webExId.toLowerCase());
}
