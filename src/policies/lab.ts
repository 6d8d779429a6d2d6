/** Who makes labs, who reserves their computers, and who is told what a reservation is for. */
import { type Account, type AccountWithProfile, isHost, isSiteAdmin } from '../accounts/account.ts';
import type { Reservation } from '../labs/lab.ts';
import { AccessDenied } from '../refusal.ts';
import { mayReadSite } from './site.ts';

/** Site administrators, and whoever has the privilege labAdmin. */
export function mayManageLabs(account: AccountWithProfile): boolean {
  return isSiteAdmin(account) || account.profile.privileges.labAdmin;
}

/** @throws AccessDenied for everybody else */
export function checkManagesLabs(account: AccountWithProfile): void {
  if (!mayManageLabs(account)) throw new AccessDenied('only an administrator of the labs may do this');
}

/** Whoever may host sees the labs, and administrators do. @throws AccessDenied for everybody else */
export function checkSeesLabs(account: Account): void {
  if (!isHost(account) && !mayReadSite(account)) throw new AccessDenied('only a host sees the labs');
}

/** @throws AccessDenied for everybody but hosts and site administrators */
export function checkReservesLabs(account: Account): void {
  if (!isHost(account) && !isSiteAdmin(account)) throw new AccessDenied('only a host reserves computers');
}

/** What somebody does in a lab is their own affair: others are told that it is taken, and by whom. */
export function mayKnowTopic(account: Account, reservation: Reservation): boolean {
  return reservation.account === account.id || mayReadSite(account);
}
