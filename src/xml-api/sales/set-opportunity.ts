/** SetOpportunity: changes what is given of an opportunity. */
import { AccountNotFound } from '../../accounts/account.ts';
import { salesOwner } from '../../policies/sales.ts';
import { AccessDenied } from '../../refusal.ts';
import { OpportunityNameTaken, OpportunityNotFound } from '../../sales/opportunity.ts';
import { SalesAccountNotFound } from '../../sales/sales-account.ts';
import { integer, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { opptyInstanceType } from './account-type.ts';

export const setOpportunity = operation({
  service: salesService,
  name: 'SetOpportunity',
  level: '5.5',
  summary: 'Changes what is given of an opportunity of the caller, or for administrators of another user.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, AccountNotFound, SalesAccountNotFound, OpportunityNotFound, OpportunityNameTaken],
  request: body(salesService, 'setOpportunity', {
    webExID: optional(text()),
    opportunity: opptyInstanceType,
  }),
  response: body(salesService, 'setOpportunityResponse', { intOpptyID: integer() }),
  samples: { 'opportunity/name': 'Fifty desks' },
  async run({ app, site, account: caller }, { webExID, opportunity: { intOpptyID, ...change } }) {
    const owner = await salesOwner(app.accounts, site, caller, { webExID, to: 'change' });
    await app.opportunities.change(owner, intOpptyID, change);
    return { intOpptyID };
  },
});
