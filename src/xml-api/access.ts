/** The rules of who may call an operation. */
import { isSiteAdmin, mayReadSite, UserManagementNotAllowed } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { managesItsUsers } from '../sites/site.ts';
import { EXCEPTIONS } from './exceptions/catalogue.ts';
import type { AccountCall } from './operation.ts';

/** Without a security context. */
export const anybody = { needs: 'nothing', words: 'anybody, without a site' } as const;

/** With the site's name or number alone. */
export const anybodyOnTheSite = { needs: 'site', words: 'anybody, with the site alone' } as const;

/** With the site, and with credentials that the operation itself judges. */
export const anybodyWithCredentials = {
  needs: 'credentials',
  words: 'anybody, with a webExID and what proves it',
} as const;

/** Every account, attendee-only ones too. */
export const anyAccount = { needs: 'account', words: 'every account', allows: () => {} } as const;

/** Every account, one whose password has expired too: it may set a new one. */
export const anyAccountEvenExpired = { ...anyAccount, withExpiredPassword: true } as const;

export const siteAdmin = {
  needs: 'account',
  words: 'site administrators',
  allows: ({ account }: AccountCall) => {
    if (!isSiteAdmin(account)) throw new AccessDenied('only a site administrator may do this');
  },
} as const;

/** Site administrators and those who may only read. */
export const siteReader = {
  needs: 'account',
  words: 'site administrators and read-only administrators',
  allows: ({ account }: AccountCall) => {
    if (!mayReadSite(account)) throw new AccessDenied('only an administrator may do this');
  },
} as const;

/** Site administrators, on sites whose users are managed here (release notes 9.0.0: 030098 on CI sites). */
export const userManager = {
  needs: 'account',
  words: `site administrators; not on CI sites (${EXCEPTIONS.userManagementNotAllowed.id})`,
  allows: (call: AccountCall) => {
    if (!managesItsUsers(call.site)) throw new UserManagementNotAllowed();
    siteAdmin.allows(call);
  },
} as const;

/** Errors: `AccessDenied` unless it is the caller's own account or the caller administers the site. */
export function ownOrAdministered(call: AccountCall, target: { readonly id: number }): void {
  if (call.account.id !== target.id) siteAdmin.allows(call);
}

/** Errors: `AccessDenied` unless it is the caller's own account or the caller may read the site. */
export function ownOrReadable(call: AccountCall, target: { readonly id: number }): void {
  if (call.account.id !== target.id) siteReader.allows(call);
}
