/** What narrows the list of accounts: each knows where its accounts stand in an index, and what tells them there. */
import { type RawBuilder, sql } from 'kysely';
import type { Site } from '../../sites/site.ts';
import type { Active } from '../account.ts';
import { type AccountRole, privilegesOfRole } from '../account-role.ts';

export const ACCOUNT_STATES = ['active', 'inactive', 'awaiting', 'locked', 'expired', 'unconfirmed'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** When a wrong password locks, and when locks of that kind have ended. */
export interface Lockout {
  readonly tries: number;
  /** Epoch milliseconds: who failed last before that is free again. */
  readonly since: number;
}

export interface Narrowing {
  /** Its accounts along an index, as a column `id`; some may come twice. */
  readonly ids: RawBuilder<{ readonly id: number }>;
  /** Whether an account is among them; absent where words tell. */
  readonly holds?: RawBuilder<boolean>;
}

const ACTIVE_OF = {
  active: 'ACTIVATED',
  inactive: 'DEACTIVATED',
  awaiting: 'REQUEST_TO_ACTIVATE',
} as const satisfies Partial<Record<AccountState, Active>>;

/** The state that is a column of its own, and that counts are kept of. */
export function activeOf(state: AccountState): Active | undefined {
  return (ACTIVE_OF as Partial<Record<AccountState, Active>>)[state];
}

export function byTerm(site: Site, term: string): Narrowing {
  return {
    ids: sql`select account as id from account_word
      where site = ${site.id} and word >= ${term} and word < ${`${term}\u{10ffff}`}`,
  };
}

export function byRoles(site: Site, roles: readonly AccountRole[]): Narrowing {
  return along(site, sql`privileges in (${sql.join(roles.flatMap(privilegesOfRole))})`);
}

export function byState(site: Site, state: AccountState, now: number, lockout: Lockout): Narrowing {
  const active = activeOf(state);
  if (active) return along(site, sql`active = ${active}`);
  if (state === 'expired') return along(site, sql`coalesce(expires_at, 9007199254740991) <= ${now}`);
  if (state === 'unconfirmed') return along(site, sql`email_confirmed = 0`);
  const isLocked = sql<boolean>`locked = 1`;
  const hasFailed = sql<boolean>`failed_sign_ins > 0 and failed_since > ${lockout.since}
    and failed_sign_ins >= ${lockout.tries}`;
  return {
    ids: sql`select id from account where site = ${site.id} and ${isLocked}
      union all select id from account where site = ${site.id} and ${hasFailed}`,
    holds: sql`(${isLocked} or (${hasFailed}))`,
  };
}

function along(site: Site, holds: RawBuilder<boolean>): Narrowing {
  return { ids: sql`select id from account where site = ${site.id} and ${holds}`, holds };
}
