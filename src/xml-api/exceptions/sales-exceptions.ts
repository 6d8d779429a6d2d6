/** Customers, opportunities and products. */
import { SalesLimitReached } from '../../sales/limits.ts';
import { OpportunityNameTaken, OpportunityNotFound } from '../../sales/opportunity.ts';
import { ProductNotFound } from '../../sales/products.ts';
import { SalesAccountNameTaken, SalesAccountNotFound } from '../../sales/sales-account.ts';
import { type Exception, exception } from './exception.ts';

export const salesExceptions = {
  salesAccountNotFound: exception(
    '000950',
    'Corresponding sales account not found',
    'ours',
    'SetAccount, CreateOpportunity, CreateSalesSession: whose account is meant keeps no such one.',
    [SalesAccountNotFound],
  ),
  salesAccountNameTaken: exception(
    '000951',
    'A sales account of that name exists',
    'ours',
    'CreateAccount, SetAccount: another account of the same owner has the name.',
    [SalesAccountNameTaken],
  ),
  opportunityNotFound: exception(
    '000952',
    'Corresponding opportunity not found',
    'ours',
    'SetOpportunity, CreateSalesSession: whose opportunity is meant keeps no such one, or it belongs to another account.',
    [OpportunityNotFound],
  ),
  opportunityNameTaken: exception(
    '000953',
    'An opportunity of that name exists',
    'ours',
    'CreateOpportunity, SetOpportunity: another opportunity of the account has the name.',
    [OpportunityNameTaken],
  ),
  productNotFound: exception(
    '000954',
    'Corresponding product not found',
    'ours',
    'SetProducts: the site has no product of that number. Nothing was changed.',
    [ProductNotFound],
  ),
  salesLimitReached: exception(
    '000955',
    'Too many sales records',
    'ours',
    'An owner keeps 5000 accounts and 5000 opportunities, a site 5000 products.',
    [SalesLimitReached],
  ),
} as const satisfies Record<string, Exception>;
