/** SetAccount: changes what is given of a customer. */
import { AccountNotFound } from '../../accounts/account.ts';
import { salesOwner } from '../../policies/sales.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { SalesAccountNameTaken, SalesAccountNotFound } from '../../sales/sales-account.ts';
import { integer, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { numberedAccountType } from './account-type.ts';

export const setAccount = operation({
  service: salesService,
  name: 'SetAccount',
  level: '5.5',
  summary: 'Changes what is given of a customer of the caller, or for administrators of another user.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, AccountNotFound, SalesAccountNameTaken, SalesAccountNotFound, RuleBroken],
  request: body(salesService, 'setAccount', { webExID: optional(text()), account: numberedAccountType }),
  response: body(salesService, 'setAccountResponse', { intAccountID: integer() }),
  samples: { 'account/name': 'Northern Lights Ltd' },
  async run({ app, site, account: caller }, { webExID, account: { intAccountID, ...change } }) {
    const owner = await salesOwner(app.accounts, site, caller, { webExID, to: 'change' });
    await app.salesAccounts.change(owner, intAccountID, change);
    return { intAccountID };
  },
});
