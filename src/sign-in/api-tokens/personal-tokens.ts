/** Tokens that people make for themselves: named, shown once, ended by their time or by hand. */
import type { Account } from '../../accounts/account.ts';
import { accountLock } from '../../accounts/account-rows.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { isAnothers, openAudit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { type Random, tokenHash } from '../../random.ts';
import { RuleBroken } from '../../refusal.ts';
import { siteSecurity } from '../../sites/site-rows.ts';
import type { Sites } from '../../sites/sites.ts';
import { ApiTokenNotFound, type NewPersonalToken, type PersonalToken } from './api-token.ts';
import { isOfSite, isScope, scopeNames, scopeText } from './scopes.ts';
import { newSecret } from './secrets.ts';
import type { TokenUses } from './token-uses.ts';

const DAY = 24 * 60 * 60_000;

/** Days. */
export const SHORTEST_LIFE = 0.5;
export const LONGEST_LIFE = 365;

/** Letters. */
const LONGEST_NAME = 64;

/** Of one account. */
const MOST_TOKENS = 100;

interface PersonalRow {
  readonly id: number;
  readonly name: string | null;
  readonly scopes: string;
  readonly created_at: number;
  readonly expires_at: number;
  readonly used_at: number | null;
}

export interface PersonalTokenParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly accounts: Pick<Accounts, 'findById'>;
  readonly sites: Pick<Sites, 'byId'>;
  readonly uses: Pick<TokenUses, 'settled'>;
}

export function openPersonalTokens({ database, clock, random, accounts, sites, uses }: PersonalTokenParts) {
  const locked = accountLock(database);
  const security = siteSecurity(database);
  const recordAudit = openAudit(database, clock);
  const insert = database.prepare<
    {
      site: number;
      account: number;
      name: string;
      hash: Buffer;
      scopes: string;
      now: number;
      expires: number;
      credentials: number;
      security: number;
    },
    unknown
  >((db, p) =>
    db.insertInto('api_token').values({
      site: p('site'),
      account: p('account'),
      kind: 'personal',
      name: p('name'),
      integration: null,
      api_grant: null,
      hash: p('hash'),
      scopes: p('scopes'),
      created_at: p('now'),
      expires_at: p('expires'),
      credential_version: p('credentials'),
      security_version: p('security'),
      version: 1,
    }),
  );
  const byHash = database.prepare<{ hash: Buffer }, { id: number }>((db, p) =>
    db.selectFrom('api_token').select('id').where('hash', '=', p('hash')),
  );
  const dropOver = database.prepare<{ account: number; now: number }, unknown>((db, p) =>
    db
      .deleteFrom('api_token')
      .where('account', '=', p('account'))
      .where('kind', '=', 'personal')
      .where('expires_at', '<=', p('now')),
  );
  const living = database.prepare<
    { account: number; credentials: number; security: number; now: number; most: number },
    PersonalRow
  >((db, p) =>
    db
      .selectFrom('api_token')
      .leftJoin('api_token_use', 'api_token_use.token', 'api_token.id')
      .select(['id', 'name', 'scopes', 'created_at', 'expires_at', 'used_at'])
      .where('account', '=', p('account'))
      .where('kind', '=', 'personal')
      .where('credential_version', '=', p('credentials'))
      .where('security_version', '=', p('security'))
      .where('expires_at', '>', p('now'))
      .orderBy('id', 'desc')
      .limit(p('most')),
  );
  const one = database.prepare<{ account: number; id: number }, { name: string | null; site: number }>(
    (db, p) =>
      db
        .selectFrom('api_token')
        .select(['name', 'site'])
        .where('account', '=', p('account'))
        .where('id', '=', p('id'))
        .where('kind', '=', 'personal'),
  );
  const drop = database.prepare<{ id: number }, unknown>((db, p) =>
    db.deleteFrom('api_token').where('id', '=', p('id')),
  );
  const dropUse = database.prepare<{ id: number }, unknown>((db, p) =>
    db.deleteFrom('api_token_use').where('token', '=', p('id')),
  );

  return {
    /**
     * Makes a token; it is told here alone.
     * @param judge sees the account as it is inside the write
     * @throws RuleBroken for a name, scopes or days that cannot be; and what the judge throws
     */
    async createPersonal(
      { id: account, site: ofSite }: Pick<Account, 'id' | 'site'>,
      chosen: NewPersonalToken,
      judge?: (current: Account) => void,
    ): Promise<PersonalToken & { readonly token: string }> {
      const name = checkedName(chosen.name);
      const scopes = checkedScopes(chosen.scopes);
      const token = newSecret(random, 'access');
      const hash = tokenHash(token);
      const now = clock.now();
      const most = (await sites.byId(ofSite))?.settings.apiTokenDays ?? LONGEST_LIFE;
      const expires = now + checkedDays(chosen.days, most) * DAY;
      const id = await database.write(async (tx) => {
        await locked.first({ account }, tx);
        const current = await accounts.findById(account, tx);
        if (!current) throw new ApiTokenNotFound();
        judge?.(current);
        await dropOver.run({ account, now }, tx);
        const { site, credentialVersion: credentials } = current;
        const policy = (await security.first({ site }, tx))?.security_version ?? 0;
        const others = await living.all(
          { account, credentials, security: policy, now, most: MOST_TOKENS },
          tx,
        );
        if (others.length >= MOST_TOKENS) throw new RuleBroken('tokens', `can be ${MOST_TOKENS} at most`);
        const row = { site, account, name, hash, scopes: scopeText(scopes), now, expires };
        await insert.run({ ...row, credentials, security: policy }, tx);
        const made = (await byHash.first({ hash }, tx))?.id ?? 0;
        // What is done with it to the whole site is begun here.
        if (scopes.some(isOfSite)) {
          const after = { webExID: current.webExId, scopes };
          await recordAudit(tx, { site: { id: site }, act: 'token.created', name, id: made, after });
        }
        return made;
      });
      return { id, token, name, scopes, createdAt: now, expiresAt: expires };
    },

    /** Those that can be used, the newest first. */
    async listPersonal(account: Account, securityVersion: number): Promise<PersonalToken[]> {
      await uses.settled();
      const rows = await living.all({
        account: account.id,
        credentials: account.credentialVersion,
        security: securityVersion,
        now: clock.now(),
        most: MOST_TOKENS,
      });
      return rows.map((row) => ({
        id: row.id,
        name: row.name ?? '',
        scopes: scopeNames(row.scopes),
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        ...(row.used_at !== null && { usedAt: row.used_at }),
      }));
    },

    /**
     * Ends a token at once, in every process.
     * @throws ApiTokenNotFound when the account has no such token
     */
    async revokePersonal(account: Account, id: number): Promise<void> {
      await database.write(async (tx) => {
        const row = await one.first({ account: account.id, id }, tx);
        if (!row) throw new ApiTokenNotFound();
        await dropUse.run({ id }, tx);
        await drop.run({ id }, tx);
        if (!isAnothers(account.id)) return;
        const before = { webExID: account.webExId };
        const name = row.name ?? '';
        await recordAudit(tx, { site: { id: row.site }, act: 'token.deleted', name, id, before });
      });
    },
  };
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new RuleBroken('name', 'must say what the token is for');
  if (trimmed.length > LONGEST_NAME) throw new RuleBroken('name', `can have ${LONGEST_NAME} letters at most`);
  return trimmed;
}

function checkedScopes(scopes: readonly string[]): string[] {
  const unknown = scopes.find((scope) => !isScope(scope));
  if (unknown !== undefined) throw new RuleBroken('scopes', `${unknown} is no scope`);
  if (scopes.length === 0) throw new RuleBroken('scopes', 'must be one at least');
  return [...new Set(scopes)];
}

function checkedDays(days: number, most: number): number {
  if (days >= SHORTEST_LIFE && days <= most) return days;
  throw new RuleBroken('days', `must be from ${SHORTEST_LIFE} to ${most}`);
}
