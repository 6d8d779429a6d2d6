/** ActivateUser and InactivateUser name an account by its number or by its webExID. */
import { type Account, AccountNotFound, type Active } from '../../accounts/account.ts';
import { AccessDenied } from '../../refusal.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { long, optional, text } from '../../xml/schema.ts';
import type { AccountCall } from '../operation.ts';

export const oneUser = { userID: optional(long()), webexID: optional(text({ sample: 'hostid' })) };

interface OneUser {
  readonly userID?: number | undefined;
  readonly webexID?: string | undefined;
}

/**
 * @throws InvalidElement when nobody is named
 * @throws AccountNotFound when there is no such account
 * @throws AccessDenied when callers name themselves
 */
export async function setActive(call: AccountCall, named: OneUser, active: Active): Promise<void> {
  const target = await found(call, named);
  if (target.id === call.account.id) throw new AccessDenied('an administrator cannot do this to themselves');
  await call.app.accounts.change(call.site, target.webExId, () => ({ active }));
}

async function found(
  { site, app: { accounts } }: AccountCall,
  { userID, webexID }: OneUser,
): Promise<Account> {
  if (webexID !== undefined) return accounts.required(site, webexID);
  if (userID === undefined)
    throw new InvalidElement('webexID', 'missing', 'or userID: one of them is required');
  const account = await accounts.findByUserId(site, userID);
  if (!account) throw new AccountNotFound(String(userID));
  return account;
}
