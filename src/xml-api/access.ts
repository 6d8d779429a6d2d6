/** The rules of who may call an operation. */
import { checkAdministers, checkManagesItsUsers, checkReadsSite } from '../policies/site.ts';
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
  allows: ({ account }: AccountCall) => checkAdministers(account),
} as const;

/** Site administrators and those who may only read. */
export const siteReader = {
  needs: 'account',
  words: 'site administrators and read-only administrators',
  allows: ({ account }: AccountCall) => checkReadsSite(account),
} as const;

/** Site administrators, on sites whose users are managed here (release notes 9.0.0: 030098 on CI sites). */
export const userManager = {
  needs: 'account',
  words: `site administrators; not on CI sites (${EXCEPTIONS.userManagementNotAllowed.id})`,
  allows: (call: AccountCall) => {
    checkManagesItsUsers(call.site);
    checkAdministers(call.account);
  },
} as const;
