/** CreateAccount: keeps a customer. */
import { AccountNotFound } from '../../accounts/account.ts';
import { salesOwner } from '../../policies/sales.ts';
import { AccessDenied } from '../../refusal.ts';
import { SalesLimitReached } from '../../sales/limits.ts';
import { SalesAccountNameTaken, SalesAccountNotFound } from '../../sales/sales-account.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { integer, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { accountType } from './account-type.ts';

export const createAccount = operation({
  service: salesService,
  name: 'CreateAccount',
  level: '5.5',
  summary: 'Keeps a customer of the caller, or for administrators one of another user.',
  may: anyAccount,
  throttled: 'never',
  refuses: [
    InvalidElement,
    AccessDenied,
    AccountNotFound,
    SalesAccountNameTaken,
    SalesAccountNotFound,
    SalesLimitReached,
  ],
  request: body(salesService, 'createAccount', { webExID: optional(text()), account: accountType }),
  response: body(salesService, 'createAccountResponse', { intAccountID: integer() }),
  samples: { 'account/name': 'Example Ltd' },
  async run({ app, site, account: caller }, { webExID, account: { name, ...account } }) {
    const owner = await salesOwner(app.accounts, site, caller, { webExID, to: 'change' });
    if (name === undefined) throw new InvalidElement('name', 'missing', 'is required');
    return { intAccountID: await app.salesAccounts.create(owner, { name, ...account }) };
  },
});
