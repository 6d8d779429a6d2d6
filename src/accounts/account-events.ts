/** What happens to accounts. It is recorded in the transaction that does it, for whoever wants to know. */
import type { Executor } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import type { Account } from './account.ts';

export interface AccountEvent {
  readonly kind: 'account.created' | 'account.changed' | 'account.activated' | 'account.deactivated';
  readonly account: EventAccount;
}

/** An account as it is afterwards, without what it signs in with. */
export type EventAccount = Pick<
  Account,
  'id' | 'userId' | 'webExId' | 'email' | 'firstName' | 'lastName' | 'active' | 'locked'
>;

export type RecordAccountEvent = (tx: Executor, site: Pick<Site, 'id'>, event: AccountEvent) => Promise<void>;

export function eventAccount(account: Account): EventAccount {
  const { id, userId, webExId, email, firstName, lastName, active, locked } = account;
  return { id, userId, webExId, email, firstName, lastName, active, locked };
}
