/** The part that somebody has on a site, in one word. */
import { PRIVILEGE_BITS } from './account.ts';

export const ACCOUNT_ROLES = ['admin', 'readOnlyAdmin', 'host', 'attendee'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** @param privileges the bits of `PRIVILEGE_BITS` */
export function accountRole(privileges: number): AccountRole {
  if (privileges & PRIVILEGE_BITS.siteAdmin) return 'admin';
  if (privileges & PRIVILEGE_BITS.roSiteAdmin) return 'readOnlyAdmin';
  return privileges & PRIVILEGE_BITS.attendeeOnly || !(privileges & PRIVILEGE_BITS.host)
    ? 'attendee'
    : 'host';
}

/** Every set of privileges that makes somebody that. */
export function privilegesOfRole(role: AccountRole): number[] {
  const sets = Object.values(PRIVILEGE_BITS).reduce<number>((all, bit) => all + bit, 1);
  return Array.from({ length: sets }, (_, bits) => bits).filter((bits) => accountRole(bits) === role);
}
