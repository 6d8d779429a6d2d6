/** CreateOpportunity: keeps what might be sold to a customer. */
import { AccountNotFound } from '../../accounts/account.ts';
import { salesOwner } from '../../policies/sales.ts';
import { AccessDenied } from '../../refusal.ts';
import { SalesLimitReached } from '../../sales/limits.ts';
import { OpportunityNameTaken } from '../../sales/opportunity.ts';
import { SalesAccountNotFound } from '../../sales/sales-account.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { integer, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { opptyType } from './account-type.ts';

export const createOpportunity = operation({
  service: salesService,
  name: 'CreateOpportunity',
  level: '5.5',
  summary:
    'Keeps an opportunity of the caller, or for administrators one of another user; its account is one of the same user.',
  may: anyAccount,
  throttled: 'never',
  refuses: [
    InvalidElement,
    AccessDenied,
    AccountNotFound,
    SalesAccountNotFound,
    OpportunityNameTaken,
    SalesLimitReached,
  ],
  request: body(salesService, 'createOpportunity', { webExID: optional(text()), opportunity: opptyType }),
  response: body(salesService, 'createOpportunityResponse', { intOpptyID: integer() }),
  samples: { 'opportunity/name': 'Forty seats' },
  async run({ app, site, account: caller }, { webExID, opportunity: { name, ...opportunity } }) {
    const owner = await salesOwner(app.accounts, site, caller, { webExID, to: 'change' });
    if (name === undefined) throw new InvalidElement('name', 'missing', 'is required');
    return { intOpptyID: await app.opportunities.create(owner, { name, ...opportunity }) };
  },
});
