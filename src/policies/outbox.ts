/** Who reads the mails of a site, and sends them again. */
import type { Account } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { mayAdminister } from './site.ts';

/** In these is a link that opens the account of whoever follows it, or that confirms an address as theirs. */
const OPENING: ReadonlySet<string> = new Set(['passwordReset', 'welcome', 'emailConfirmation']);

/** Administrators read every mail; those who may only read, none by which they could become somebody else. */
export function mayReadMail(account: Account, { kind }: { readonly kind: string }): boolean {
  return mayAdminister(account) || !OPENING.has(kind);
}

/** @throws AccessDenied */
export function checkReadsMail(account: Account, mail: { readonly kind: string }): void {
  if (!mayReadMail(account, mail)) throw new AccessDenied('this mail has a link that opens an account');
}
