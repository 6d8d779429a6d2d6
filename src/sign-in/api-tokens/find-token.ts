/** Finds whose a token is. Rows are remembered as those of sites and accounts are: a call of REST costs no question. */
import type { Account } from '../../accounts/account.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { Memory } from '../../database/remembered.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import { tokenHash } from '../../random.ts';
import type { Site } from '../../sites/site.ts';
import type { Sites } from '../../sites/sites.ts';
import { checkActive } from '../standing.ts';
import type { ApiToken } from './api-token.ts';
import { scopeNames, stillAllowed } from './scopes.ts';
import { isSecret } from './secrets.ts';

interface TokenRow {
  readonly id: number;
  readonly site: number;
  readonly account: number;
  readonly kind: 'personal' | 'integration';
  readonly integration: number | null;
  readonly scopes: string;
  readonly expires_at: number;
  readonly credential_version: number;
  readonly security_version: number;
  readonly version: number;
}

interface TokenRecord extends Omit<TokenRow, 'scopes'> {
  readonly scopes: ReadonlySet<string>;
}

interface IntegrationRow {
  readonly id: number;
  readonly name: string;
  readonly scopes: string;
  readonly enabled: number;
  readonly version: number;
}

interface IntegrationRecord extends Omit<IntegrationRow, 'scopes'> {
  readonly scopes: readonly string[];
}

/** Rows that a token hangs on; they never become others. */
type Whose = Pick<TokenRow, 'site' | 'account' | 'integration'>;

export interface FindingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: Pick<Accounts, 'findById'>;
  readonly sites: Pick<Sites, 'byId'>;
  /** Told of every use. */
  readonly used: (token: number) => void;
}

export function openFindToken({ database, clock, accounts, sites, used }: FindingParts) {
  const tokens = database.lookup<{ hash: Buffer }, TokenRow, TokenRecord>({
    table: 'api_token',
    statement: database.prepare((db, p) =>
      db
        .selectFrom('api_token')
        .select([
          'id',
          'site',
          'account',
          'kind',
          'integration',
          'scopes',
          'expires_at',
          'credential_version',
          'security_version',
          'version',
        ])
        .where('hash', '=', p('hash')),
    ),
    keyOf: ({ hash }) => hash.toString('base64'),
    make: (row) => ({ ...row, scopes: new Set(scopeNames(row.scopes)) }),
  });
  const integrations = database.lookup<{ id: number }, IntegrationRow, IntegrationRecord>({
    table: 'integration',
    statement: database.prepare((db, p) =>
      db
        .selectFrom('integration')
        .select(['id', 'name', 'scopes', 'enabled', 'version'])
        .where('id', '=', p('id')),
    ),
    keyOf: ({ id }) => String(id),
    make: (row) => ({ ...row, scopes: scopeNames(row.scopes) }),
  });
  /** What each token may do under its integration as it was when the token was last used. */
  const narrowed = new WeakMap<
    TokenRecord,
    { readonly under: IntegrationRecord; readonly scopes: ReadonlySet<string> }
  >();

  /** What an administrator has taken from the integration counts no longer, whatever the token was given with. */
  function allowedNow(token: TokenRecord, integration: IntegrationRecord): ReadonlySet<string> {
    const before = narrowed.get(token);
    if (before?.under === integration) return before.scopes;
    const scopes = new Set(stillAllowed(token.scopes, integration.scopes));
    narrowed.set(token, { under: integration, scopes });
    return scopes;
  }

  /** By the hash: what is asked with a token can be asked in one question. */
  const known = new Memory<Whose>();

  function rest({ account, site, integration }: Whose) {
    return [
      accounts.findById(account),
      sites.byId(site),
      integration === null ? undefined : integrations.find({ id: integration }),
    ] as const;
  }

  function standing(
    token: TokenRecord | undefined,
    account: Account | undefined,
    site: Site | undefined,
    integration: IntegrationRecord | undefined,
  ): ApiToken | undefined {
    if (!token || !account || !site) return undefined;
    const now = clock.now();
    if (token.expires_at <= now || site.status !== 'ACTIVE') return undefined;
    if (token.credential_version !== account.credentialVersion) return undefined;
    if (token.security_version !== site.securityVersion) return undefined;
    if (token.integration !== null && integration?.enabled !== 1) return undefined;
    if (!mayBeUsed(account, now)) return undefined;
    used(token.id);
    const { id, kind, expires_at: expires } = token;
    const scopes = integration ? allowedNow(token, integration) : token.scopes;
    const by = integration && { integration: { id: integration.id, name: integration.name } };
    return { id, kind, account, site, scopes, expires, ...by };
  }

  /**
   * Whose token it is, and for what. Nothing when it is unknown, expired or revoked, when its account may not be used
   * now, its integration is switched off, its site is closed, or when the account was signed out everywhere since.
   */
  return (token: string): MaybePromise<ApiToken | undefined> => {
    if (!isSecret(token, 'access')) return undefined;
    const hash = tokenHash(token);
    const key = hash.toString('base64');
    const whose = known.get(key);
    if (whose) return Promise.all([tokens.find({ hash }), ...rest(whose)]).then((all) => standing(...all));
    return firstTime(key, hash);
  };

  async function firstTime(key: string, hash: Buffer): Promise<ApiToken | undefined> {
    const token = await tokens.find({ hash });
    if (!token) return undefined;
    known.set(key, token);
    return standing(token, ...(await Promise.all(rest(token))));
  }
}

/** An administrator's lock counts, and wrong passwords that somebody tries do not: they would shut the owner out. */
function mayBeUsed(account: Account, now: number): boolean {
  if (account.locked) return false;
  try {
    checkActive(account, now);
    return true;
  } catch {
    return false;
  }
}
