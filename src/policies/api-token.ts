/** What a token may be used for: what its owner may do, and of that no more than was granted. */
import type { Account } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { isScope, SCOPES, type Scope } from '../sign-in/api-tokens/scopes.ts';
import { mayAdminister, mayReadSite } from './site.ts';

/** Whether somebody's token may have the scope: what is done to a whole site takes its administrator. */
export function mayHaveScope(account: Account, scope: Scope): boolean {
  const kind = SCOPES[scope];
  if (kind === 'user') return true;
  return kind === 'adminRead' ? mayReadSite(account) : mayAdminister(account);
}

/** Those of the scopes that somebody's token may have. */
export function scopesOf(account: Account, scopes: readonly string[]): Scope[] {
  return scopes.filter(isScope).filter((scope) => mayHaveScope(account, scope));
}

/** @throws AccessDenied when one of the scopes is more than the account may do */
export function checkMayHaveScopes(account: Account, scopes: readonly string[]): void {
  const beyond = scopes.filter(isScope).find((scope) => !mayHaveScope(account, scope));
  if (beyond !== undefined) throw new AccessDenied(`${beyond} takes an administrator`);
}

/** Whose tokens somebody ends: their own, and an administrator everybody's. @throws AccessDenied */
export function checkEndsTokens(caller: Account, owner: Pick<Account, 'id'>): void {
  if (caller.id !== owner.id && !mayAdminister(caller)) {
    throw new AccessDenied('only a site administrator ends the tokens of others');
  }
}
