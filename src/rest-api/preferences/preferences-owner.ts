/** Whose preferences a call is about, and what it takes. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import { optional, text } from '../../xml/schema.ts';
import { checkSiteUrl } from '../own-site.ts';
import type { RestCall } from '../rest-caller.ts';
import { TEXTS } from '../rest-problems.ts';
import { NotPermitted, RestFailure } from '../rest-refusals.ts';

export const PREFERENCES_READ = {
  user: 'meeting:preferences_read',
  admin: 'meeting:admin_preferences_read',
} as const;

export const PREFERENCES_WRITE = {
  user: 'meeting:preferences_write',
  admin: 'meeting:admin_preferences_write',
} as const;

export const OWNER = {
  userEmail: optional(text({ max: 256, sample: 'hostid@acme.com' })),
  siteUrl: optional(text({ max: 256 })),
};

interface OwnerAsked {
  readonly userEmail?: string | undefined;
  readonly siteUrl?: string | undefined;
}

/**
 * The caller, or for an administrator the account of that address.
 * @throws NotPermitted for anybody else who names another, RestFailure when there is nobody of that address
 */
export async function ownerOf(
  call: RestCall,
  { userEmail, siteUrl }: OwnerAsked,
): Promise<AccountWithProfile> {
  const { app, site, account, isAdmin } = call;
  const isOwn = userEmail === undefined || userEmail.toLowerCase() === account.email.toLowerCase();
  if (!isOwn && !isAdmin) {
    throw new NotPermitted("Not permitted to view or change other user's preferences.");
  }
  // As it is now: whoever has just changed it reads on.
  const owner = isOwn
    ? await app.accounts.findById(account.id)
    : await app.accounts.findByEmail(site, userEmail);
  if (!owner) throw new RestFailure(404, TEXTS.noData, ["'userEmail' is not a user of this site."]);
  checkSiteUrl(site, siteUrl);
  return app.accounts.withProfile(owner);
}
