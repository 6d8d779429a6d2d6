/** Accounts and opportunities, as sales.xsd has them. */
import type { Opportunity } from '../../sales/opportunity.ts';
import type { SalesAccount } from '../../sales/sales-account.ts';
import { complex, extension, group, integer, many, optional, text, type ValueOf } from '../../xml/schema.ts';
import { sales } from '../types/namespaces.ts';

/** The number of something that is kept. */
export const NUMBER = integer({ min: 1, sample: '1' });
const NAME = text({ max: 128 });
const EXTERNAL = text({ max: 512 });

const accountFields = {
  name: optional(NAME),
  extAccountID: optional(EXTERNAL),
  extSystemID: optional(integer()),
  parentIntID: optional(integer({ min: 1 })),
};

export const accountType = complex(sales, 'accountType', accountFields);

/** SetAccount has to say which one. */
export const numberedAccountType = group({ ...accountFields, intAccountID: NUMBER });

const opptySummaryType = complex(sales, 'opptySummaryType', {
  name: NAME,
  intOpptyID: integer(),
  extOpptyID: optional(EXTERNAL),
});

export const accountInstanceType = extension(sales, 'accountInstanceType', accountType, {
  intAccountID: optional(integer()),
  opportunity: many(opptySummaryType),
});

const opptyFields = {
  name: optional(NAME),
  intAccountID: optional(NUMBER),
  extOpptyID: optional(EXTERNAL),
  extSystemID: optional(integer()),
};

export const opptyType = complex(sales, 'opptyType', opptyFields);

export const opptyInstanceType = extension(sales, 'opptyInstanceType', opptyType, { intOpptyID: NUMBER });

/** LstOpportunities tells the account's number outside as well. */
export const listedOpptyType = group({
  ...opptyFields,
  intOpptyID: integer(),
  extAccountID: optional(EXTERNAL),
});

export function accountValue(
  account: SalesAccount,
  opportunities: readonly Opportunity[] = [],
): ValueOf<typeof accountInstanceType> {
  return {
    ...account,
    opportunity: opportunities.map(({ name, intOpptyID, extOpptyID }) => ({ name, intOpptyID, extOpptyID })),
  };
}
