/** Who sends calls with the test tool, and as whom. */
import type { Account } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { checkAdministers } from './site.ts';

/**
 * An administrator sends as themselves, at the site where they are signed in: they could do the same with their
 * password. As somebody else they send with that person's credentials alone, which stand in the message: a console that
 * lent an administrator another person's identity would make every log and every audit worthless.
 * @throws AccessDenied
 */
export function checkSendsAsThemselves(
  account: Account,
  { home, site }: { readonly home: Site; readonly site: Site },
): void {
  checkAdministers(account);
  if (home.id !== site.id) {
    throw new AccessDenied(
      'you have no account on this site: send with the credentials of one that is there',
    );
  }
}
