/** The operations of the sales service. */
import { addProducts } from './add-products.ts';
import { createAccount } from './create-account.ts';
import { createOpportunity } from './create-opportunity.ts';
import { createSalesSession } from './create-sales-session.ts';
import { delSalesSession } from './del-sales-session.ts';
import { getSalesSession } from './get-sales-session.ts';
import { lstAccounts } from './lst-accounts.ts';
import { lstOpportunities } from './lst-opportunities.ts';
import { lstProducts } from './lst-products.ts';
import { lstSummarySalesSession } from './lst-summary-sales-session.ts';
import { setAccount } from './set-account.ts';
import { setOpportunity } from './set-opportunity.ts';
import { setProducts } from './set-products.ts';
import { setSalesSession } from './set-sales-session.ts';

export const salesOperations = [
  createSalesSession,
  delSalesSession,
  getSalesSession,
  lstSummarySalesSession,
  setSalesSession,
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
