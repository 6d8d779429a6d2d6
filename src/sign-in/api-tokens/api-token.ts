/** A bearer token of the REST interface, as it stands when it is used. */
import type { Account } from '../../accounts/account.ts';
import { OwnRefusal } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';

export interface ApiToken {
  readonly id: number;
  readonly kind: 'personal' | 'integration';
  readonly account: Account;
  readonly site: Site;
  /** What was granted. Whether the account may still do it is asked of the policies. */
  readonly scopes: ReadonlySet<string>;
  readonly integration?: { readonly id: number; readonly name: string };
  /** Epoch milliseconds. */
  readonly expires: number;
}

/** A token of the person's own, as its owner sees it. The token itself is known once, when it is made. */
export interface PersonalToken {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Epoch milliseconds; the last use is right within ten minutes. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt?: number;
}

export interface NewPersonalToken {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Half a day is the shortest. */
  readonly days: number;
}

/** There is no such token, or it is somebody else's. */
export class ApiTokenNotFound extends OwnRefusal {
  constructor() {
    super('there is no such token');
  }
}
