/** An opportunity: something that might be sold to a customer. The names are the interface's own (sales.xsd). */
import { Refusal } from '../refusal.ts';

export interface NewOpportunity {
  readonly name: string;
  /** The account that it is one of, if that is known. */
  readonly intAccountID?: number | undefined;
  /** Its number in a system outside, and which one that is. */
  readonly extOpptyID?: string | undefined;
  readonly extSystemID?: number | undefined;
}

export interface Opportunity extends NewOpportunity {
  readonly intOpptyID: number;
  /** The number of its account in a system outside. */
  readonly extAccountID?: string | undefined;
}

/** What is absent stays. */
export type OpportunityChange = Partial<NewOpportunity>;

/** Whoever is asked about it keeps no such opportunity, or not with that account. */
export class OpportunityNotFound extends Refusal {
  constructor(opportunity: number | string) {
    super(`there is no opportunity ${opportunity}`);
  }
}

/** The account has another opportunity of that name, or there is another without an account. */
export class OpportunityNameTaken extends Refusal {
  constructor(name: string) {
    super(`there is an opportunity ${name} already`);
  }
}
