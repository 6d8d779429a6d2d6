/** Who helps customers. */
import type { AccountWithProfile } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { isRepresentative } from '../sessions/support.ts';
import type { Site } from '../sites/site.ts';

/** @throws AccessDenied for everybody but customer support representatives. */
export function checkSupports(site: Site, caller: AccountWithProfile): void {
  if (!isRepresentative(site, caller)) {
    throw new AccessDenied('only a host with a session type of the Support Center gives support');
  }
}
