/** What a sales session is about: a customer of its host, and what might be sold to them. */
import type { Account } from '../accounts/account.ts';
import type { Executor } from '../database/database.ts';
import { RuleBroken } from '../refusal.ts';
import type { Opportunities } from '../sales/opportunities.ts';
import { OpportunityNotFound } from '../sales/opportunity.ts';
import type { SalesAccounts } from '../sales/sales-accounts.ts';
import type { NewDocument } from './documents/session-document.ts';

/** By number, or by name in any case; where both are said, the number counts. */
export interface SubjectWish {
  readonly intAccountID?: number | undefined;
  readonly account?: string | undefined;
  readonly intOpptyID?: number | undefined;
  readonly opportunity?: string | undefined;
}

export type Subject = Pick<SubjectWish, 'intAccountID' | 'intOpptyID'>;

/** Where subjects are kept. */
export interface SubjectParts {
  readonly salesAccounts: SalesAccounts;
  readonly opportunities: Opportunities;
}

/** What a session's document says of it; nothing where the session is no sales session. */
export function subjectOf(document: NewDocument): Subject {
  const { intAccountID, intOpptyID }: NewDocument & Subject = document;
  return { intAccountID, intOpptyID };
}

/**
 * The subject after a wish. Another account alone leaves the opportunity behind; an opportunity alone brings its own.
 * @param owner the host, whose accounts and opportunities are meant
 * @throws SalesAccountNotFound when the host keeps no such account.
 * @throws OpportunityNotFound when the host keeps no such opportunity, or not with that account.
 * @throws RuleBroken when the name alone does not tell which opportunity is meant.
 */
export async function subjectAfter(
  { salesAccounts, opportunities }: SubjectParts,
  owner: Account,
  { wish, before }: { readonly wish: SubjectWish; readonly before: Subject },
  on?: Executor,
): Promise<Subject> {
  const { account, intOpptyID, opportunity } = wish;
  const namesAccount = wish.intAccountID !== undefined || account !== undefined;
  const intAccountID = namesAccount
    ? (await salesAccounts.meant(owner, { intAccountID: wish.intAccountID, name: account }, on)).intAccountID
    : before.intAccountID;
  if (intOpptyID === undefined && opportunity === undefined) {
    return { intAccountID, intOpptyID: intAccountID === before.intAccountID ? before.intOpptyID : undefined };
  }
  const name = intOpptyID === undefined ? opportunity : undefined;
  const found = await opportunities.of(owner, { intOpptyID, name }, on);
  const ofAccount = found.filter((one) => one.intAccountID === intAccountID);
  const [meant, ...others] = ofAccount.length > 0 || namesAccount ? ofAccount : found;
  if (!meant) throw new OpportunityNotFound(intOpptyID ?? opportunity ?? '');
  if (others.length > 0) {
    throw new RuleBroken('opportunity', 'is the name of several: say of which account, or its intOpptyID');
  }
  return { intAccountID: meant.intAccountID, intOpptyID: meant.intOpptyID };
}
