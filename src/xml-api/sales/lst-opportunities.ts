/** LstOpportunities: what might be sold. */
import { AccountNotFound } from '../../accounts/account.ts';
import { salesOwner } from '../../policies/sales.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { integer, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { listedOpptyType } from './account-type.ts';

export const lstOpportunities = operation({
  service: salesService,
  name: 'LstOpportunities',
  level: '5.5',
  summary:
    'Lists the opportunities of the caller by their names, or for administrators those of another user; what is given must match.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, AccountNotFound, NoRecordFound],
  request: body(salesService, 'lstOpportunities', {
    webExID: optional(text()),
    intAccountID: optional(integer()),
    extAccountID: optional(text()),
    intOpptyID: optional(integer()),
    extOpptyID: optional(text()),
    extSystemID: optional(integer()),
  }),
  response: body(salesService, 'lstOpportunitiesResponse', { opportunity: many(listedOpptyType) }),
  async run({ app, site, account: caller }, { webExID, ...search }) {
    const owner = await salesOwner(app.accounts, site, caller, { webExID, to: 'read' });
    const opportunity = await app.opportunities.of(owner, search);
    if (opportunity.length === 0) throw new NoRecordFound();
    return { opportunity };
  },
});
