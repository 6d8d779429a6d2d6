/** Whose sessions a list shows, by who asks for it. */
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { SessionSearch } from '../sessions/lists/session-search.ts';
import { MEMBER } from '../sessions/sessions.ts';
import type { Site } from '../sites/site.ts';
import { mayReadSite } from './site.ts';

export interface ListedFor {
  readonly hostWebExID?: string | undefined;
  readonly hostEmail?: string | undefined;
  /** Whether sessions count that one is invited to. */
  readonly invited: boolean;
}

/**
 * An administrator sees the whole site, or one host's sessions when they name one; a host sees their own and those
 * they are alternate host of, whomever they name. Nothing comes back when the named host does not exist.
 */
export async function listedFor(
  accounts: Accounts,
  site: Site,
  caller: Account,
  { hostWebExID, hostEmail, invited }: ListedFor,
): Promise<Pick<SessionSearch, 'member'> | undefined> {
  const kinds = MEMBER.host | MEMBER.alternateHost | (invited ? MEMBER.invited : 0);
  if (!mayReadSite(caller)) return { member: { account: caller.id, kinds } };
  if (hostWebExID === undefined && hostEmail === undefined) return {};
  const host =
    hostWebExID === undefined
      ? await accounts.findByEmail(site, hostEmail ?? '')
      : await accounts.find(site, hostWebExID);
  return host && { member: { account: host.id, kinds } };
}
