/** Who may read a site, administer it, and manage its users. */
import { type Account, isReadOnlyAdmin, isSiteAdmin, UserManagementNotAllowed } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { managesItsUsers, type Site } from '../sites/site.ts';

export function mayAdminister(account: Account): boolean {
  return isSiteAdmin(account);
}

/** Site administrators, and those who may only read. */
export function mayReadSite(account: Account): boolean {
  return isSiteAdmin(account) || isReadOnlyAdmin(account);
}

/** @throws AccessDenied for everybody but site administrators. */
export function checkAdministers(account: Account): void {
  if (!mayAdminister(account)) throw new AccessDenied('only a site administrator may do this');
}

/** @throws AccessDenied for everybody but administrators, of either kind. */
export function checkReadsSite(account: Account): void {
  if (!mayReadSite(account)) throw new AccessDenied('only an administrator may do this');
}

/** Whoever knows a site's partner id makes accounts on it: that is administering. */
export function maySeeSharedSecrets(account: Account): boolean {
  return mayAdminister(account);
}

/** Whether people without an account see anything of the site. */
export function admitsStrangers({ settings }: Site): boolean {
  return !settings.security.requireLoginBeforeSiteAccess;
}

/** @throws UserManagementNotAllowed on sites whose users are managed elsewhere (release notes 9.0.0: 030098 on CI sites). */
export function checkManagesItsUsers(site: Site): void {
  if (!managesItsUsers(site)) throw new UserManagementNotAllowed();
}
