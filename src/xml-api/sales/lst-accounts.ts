/** LstAccounts: customers, with their opportunities if that is asked for. */
import { AccountNotFound } from '../../accounts/account.ts';
import { salesOwner } from '../../policies/sales.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { bool, integer, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { accountInstanceType, accountValue } from './account-type.ts';

export const lstAccounts = operation({
  service: salesService,
  name: 'LstAccounts',
  level: '5.5',
  summary:
    'Lists the customers of the caller by their names, or for administrators those of another user; what is given must match.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, AccountNotFound, NoRecordFound],
  request: body(salesService, 'lstAccounts', {
    webExID: optional(text()),
    intAccountID: optional(integer()),
    extAccountID: optional(text()),
    extSystemID: optional(integer()),
    returnOppty: optional(bool()),
  }),
  response: body(salesService, 'lstAccountsResponse', { account: many(accountInstanceType) }),
  async run({ app, site, account: caller }, { webExID, returnOppty = false, ...search }) {
    const owner = await salesOwner(app.accounts, site, caller, { webExID, to: 'read' });
    const found = await app.salesAccounts.of(owner, search);
    if (found.length === 0) throw new NoRecordFound();
    const { intAccountID } = search;
    const opportunities = returnOppty ? await app.opportunities.byAccount(owner, intAccountID) : undefined;
    return { account: found.map((one) => accountValue(one, opportunities?.get(one.intAccountID))) };
  },
});
