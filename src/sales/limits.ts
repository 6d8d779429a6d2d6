/** How much is kept of what there is to sell. */
import { Refusal } from '../refusal.ts';

/** Accounts, and opportunities, that somebody who sells may keep. */
export const MOST_ACCOUNTS = 5000;
export const MOST_OPPORTUNITIES = 5000;
/** Products that a site may keep. */
export const MOST_PRODUCTS = 5000;

export class SalesLimitReached extends Refusal {
  constructor(what: string, limit: number) {
    super(`at most ${limit} ${what} are kept`);
  }
}
