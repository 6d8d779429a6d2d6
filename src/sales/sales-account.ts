/** An account in the sense of sales: a customer. The names are the interface's own (sales.xsd). */
import { Refusal } from '../refusal.ts';

export interface NewSalesAccount {
  readonly name: string;
  /** Its number in a system outside, and which one that is. */
  readonly extAccountID?: string | undefined;
  readonly extSystemID?: number | undefined;
  /** The number of the account that it is a part of. */
  readonly parentIntID?: number | undefined;
}

export interface SalesAccount extends NewSalesAccount {
  readonly intAccountID: number;
}

/** What is absent stays. */
export type SalesAccountChange = Partial<NewSalesAccount>;

/** Whoever is asked about it keeps no such account. */
export class SalesAccountNotFound extends Refusal {
  constructor(account: number | string) {
    super(`there is no sales account ${account}`);
  }
}

export class SalesAccountNameTaken extends Refusal {
  constructor(name: string) {
    super(`there is a sales account ${name} already`);
  }
}
