/** For whom something is looked up that helps to schedule: the caller, or the host whom an administrator names. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import { optional, text } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import type { RestCall } from '../rest-caller.ts';
import { RestFailure } from '../rest-refusals.ts';
import { isSiteUrl } from '../site-url.ts';

export const WHOSE = { hostEmail: HOST_EMAIL, siteUrl: optional(text({ max: 256 })) };

/** @throws RestFailure (404) for another site */
export async function whose(
  call: RestCall,
  { hostEmail, siteUrl }: { readonly hostEmail?: string | undefined; readonly siteUrl?: string | undefined },
): Promise<AccountWithProfile> {
  if (siteUrl !== undefined && !isSiteUrl(call.site, siteUrl)) {
    throw new RestFailure(404, 'Cannot find the data', ["'siteUrl' is not the site of the token."]);
  }
  return call.app.accounts.withProfile(await call.host(hostEmail));
}
