/** The operations of the sales service. */
import { addProducts } from './add-products.ts';
import { createAccount } from './create-account.ts';
import { createOpportunity } from './create-opportunity.ts';
import { lstAccounts } from './lst-accounts.ts';
import { lstOpportunities } from './lst-opportunities.ts';
import { lstProducts } from './lst-products.ts';
import { setAccount } from './set-account.ts';
import { setOpportunity } from './set-opportunity.ts';
import { setProducts } from './set-products.ts';

export const salesOperations = [
  createAccount,
  setAccount,
  lstAccounts,
  createOpportunity,
  setOpportunity,
  lstOpportunities,
  addProducts,
  setProducts,
  lstProducts,
];
