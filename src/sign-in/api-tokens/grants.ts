/**
 * What people grant to integrations: a code, which becomes an access token and a refresh token (RFC 6749, 4.1 and 6).
 *
 * An integration that keeps a secret is given the same refresh token again, as the original does: its clients store
 * the first one, and a stolen one is worth nothing without the secret. One without a secret gets a new refresh token
 * each time, and an old one that is brought again ends the grant (RFC 9700, 4.14).
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Account } from '../../accounts/account.ts';
import { accountLock } from '../../accounts/account-rows.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { isAnothers, openAudit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import type { Database, Executor } from '../../database/database.ts';
import { type Random, tokenHash } from '../../random.ts';
import type { Site } from '../../sites/site.ts';
import { siteSecurity } from '../../sites/site-rows.ts';
import { checkActive } from '../standing.ts';
import { type GrantRow, grantStatements } from './grant-statements.ts';
import { type Integration, IntegrationNotFound } from './integration.ts';
import { OAuthRefused } from './oauth-refused.ts';
import { ALWAYS_GRANTED, isOfSite, scopeNames, scopeText, stillAllowed } from './scopes.ts';
import { isSecret, newSecret } from './secrets.ts';
import type { TokenUses } from './token-uses.ts';

/** Milliseconds. */
const CODE_LIFE = 2 * 60_000;

/** Seconds, as the original has them: 14 days and 90 days, each from its last issue. */
export const ACCESS_LIFE = 1_209_599;
export const REFRESH_LIFE = 7_775_999;

/** Of one person for one integration; the oldest ends when there are more. */
const MOST_GRANTS = 20;

/** Access tokens of one grant; the oldest ends when there are more. */
const MOST_TOKENS = 10;

/** What a person has been shown, and allows. */
export interface AllowedGrant {
  readonly redirectUri: string;
  /** Those that are granted, `spark:kms` among them. */
  readonly scopes: readonly string[];
  readonly codeChallenge: string | undefined;
}

/** Both lives in seconds. */
export interface GrantedTokens {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly refreshToken: string;
  readonly refreshTokenExpiresIn: number;
  readonly scope: string;
}

/** What somebody has granted to an integration, as they see it. */
export interface GrantedIntegration {
  /** The integration. */
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Epoch milliseconds: of the first grant, and of the last use within ten minutes. */
  readonly grantedAt: number;
  readonly usedAt?: number;
}

export interface GrantParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly accounts: Pick<Accounts, 'findById'>;
  readonly uses: Pick<TokenUses, 'settled'>;
}

/** Ends the transaction's own work with a refusal that what it has written outlives. */
interface Outcome {
  readonly tokens?: GrantedTokens;
  readonly refusal?: OAuthRefused;
}

export function openGrants({ database, clock, random, accounts, uses }: GrantParts) {
  const statements = grantStatements(database);
  const locked = accountLock(database);
  const security = siteSecurity(database);
  const recordAudit = openAudit(database, clock);

  async function end(id: number, tx: Executor): Promise<void> {
    await statements.dropUses.run({ id }, tx);
    await statements.dropTokens.run({ id }, tx);
    await statements.dropSpent.run({ id }, tx);
    await statements.drop.run({ id }, tx);
  }

  /** Whether the person may still be acted for, by the site and the account as they are now. */
  async function stands(row: GrantRow, tx: Executor): Promise<boolean> {
    const account = await accounts.findById(row.account, tx);
    if (!account || account.locked || account.credentialVersion !== row.credential_version) return false;
    const policy = await security.first({ site: row.site }, tx);
    if (policy?.security_version !== row.security_version) return false;
    try {
      checkActive(account, clock.now());
      return true;
    } catch {
      return false;
    }
  }

  async function issue(
    row: GrantRow,
    integration: Integration,
    refresh: string,
    scopes: string,
    tx: Executor,
  ) {
    const now = clock.now();
    const accessToken = newSecret(random, 'access');
    await statements.dropOldTokens.run({ id: row.id, now }, tx);
    const kept = await statements.tokensOf.all({ id: row.id, most: MOST_TOKENS - 1 }, tx);
    const oldest = kept.at(-1);
    if (kept.length === MOST_TOKENS - 1 && oldest) {
      await statements.dropTokensBefore.run({ id: row.id, token: oldest.id }, tx);
    }
    await statements.addToken.run(
      {
        site: row.site,
        account: row.account,
        integration: integration.id,
        grant: row.id,
        hash: tokenHash(accessToken),
        scopes,
        now,
        expires: now + ACCESS_LIFE * 1000,
        credentials: row.credential_version,
        security: row.security_version,
      },
      tx,
    );
    await statements.use.run(
      { id: row.id, now, refresh: tokenHash(refresh), expires: now + REFRESH_LIFE * 1000 },
      tx,
    );
    const lives = { expiresIn: ACCESS_LIFE, refreshTokenExpiresIn: REFRESH_LIFE };
    return { tokens: { accessToken, refreshToken: refresh, scope: scopes, ...lives } };
  }

  async function settled(work: (tx: Executor) => Promise<Outcome>): Promise<GrantedTokens> {
    const { tokens, refusal } = await database.write(work);
    if (!tokens) throw refusal ?? new OAuthRefused('invalid_grant', 'The grant is invalid.');
    return tokens;
  }

  return {
    /**
     * Takes down what a person allows.
     * @param judge sees the account as it is inside the write, and gives the scopes that it may have
     * @returns the code, which works once, within two minutes
     */
    async allow(
      { id: account }: Pick<Account, 'id'>,
      site: Site,
      integration: Integration,
      { redirectUri, scopes, codeChallenge }: AllowedGrant,
      judge: (current: Account, scopes: readonly string[]) => readonly string[],
    ): Promise<string> {
      const code = newSecret(random, 'code');
      const now = clock.now();
      await database.write(async (tx) => {
        await locked.first({ account }, tx);
        const current = await accounts.findById(account, tx);
        if (!current || current.site !== site.id || integration.site !== site.id)
          throw new IntegrationNotFound();
        const policy = (await security.first({ site: site.id }, tx))?.security_version ?? 0;
        const granted = [...new Set([ALWAYS_GRANTED, ...judge(current, scopes)])];
        const others = await statements.ofAccount.all({ account, integration: integration.id }, tx);
        const isOver = (row: { readonly expires_at: number }) => row.expires_at <= now;
        const living = others.filter((row) => !isOver(row));
        const neverUsed = others.filter((row) => isOver(row) && row.code_used_at === null);
        for (const { id } of [...neverUsed, ...living.slice(MOST_GRANTS - 1)]) await end(id, tx);
        await statements.add.run(
          {
            site: site.id,
            integration: integration.id,
            account,
            scopes: scopeText(granted),
            redirectUri,
            code: tokenHash(code),
            challenge: codeChallenge ?? null,
            expires: now + CODE_LIFE,
            credentials: current.credentialVersion,
            security: policy,
            now,
          },
          tx,
        );
        if (granted.some(isOfSite)) {
          const after = { webExID: current.webExId, scopes: granted };
          const { name, id } = integration;
          await recordAudit(tx, { site, act: 'grant.created', name, id, after });
        }
      });
      return code;
    },

    /**
     * The tokens of a code.
     * @param integration that has proven itself
     * @throws OAuthRefused
     */
    async exchange(
      integration: Integration,
      code: string,
      redirectUri: string | undefined,
      verifier: string | undefined,
    ): Promise<GrantedTokens> {
      if (!isSecret(code, 'code')) throw new OAuthRefused('invalid_grant', 'The code is invalid.');
      return settled(async (tx) => {
        const row = await statements.byCode.first({ code: tokenHash(code) }, tx);
        if (!row || row.integration !== integration.id) return refused('The code is invalid.');
        if (row.code_used_at !== null) {
          // Somebody has it who should not: nobody knows which of the two.
          await end(row.id, tx);
          return refused('The code has been used: what came of it is revoked.');
        }
        if (row.code_expires_at <= clock.now()) return refused('The code has expired.');
        if (redirectUri !== row.redirect_uri) return refused('redirect_uri is not that of the code.');
        const isProven =
          row.code_challenge === null ? verifier === undefined : isVerifier(verifier, row.code_challenge);
        if (!isProven) return refused('code_verifier does not match the code_challenge.');
        if (!(await stands(row, tx))) return refused('The account may not be used.');
        // One that has expired says what was allowed until another takes its place (`allowed-now.ts`).
        const of = { account: row.account, integration: integration.id };
        for (const { id, expires_at } of await statements.ofAccount.all(of, tx)) {
          if (id !== row.id && expires_at <= clock.now()) await end(id, tx);
        }
        const scopes = scopeText(stillAllowed(scopeNames(row.scopes), integration.scopes));
        return issue(row, integration, newSecret(random, 'refresh'), scopes, tx);
      });
    },

    /**
     * New tokens for a refresh token.
     * @param integration that has proven itself
     * @param narrowed the scopes that are asked for; without them those that were granted
     * @throws OAuthRefused
     */
    async refresh(
      integration: Integration,
      refreshToken: string,
      narrowed?: readonly string[],
    ): Promise<GrantedTokens> {
      const invalid = 'The refresh token is invalid.';
      if (!isSecret(refreshToken, 'refresh')) throw new OAuthRefused('invalid_grant', invalid);
      return settled(async (tx) => {
        const hash = tokenHash(refreshToken);
        const row = await statements.byRefresh.first({ refresh: hash }, tx);
        if (!row) {
          const spent = await statements.spent.first({ refresh: hash }, tx);
          const theirs = spent && (await statements.byId.first({ id: spent.api_grant }, tx));
          if (!theirs || theirs.integration !== integration.id) return refused(invalid);
          await end(theirs.id, tx);
          return refused('The refresh token has been used: what came of it is revoked.');
        }
        if (row.integration !== integration.id) return refused(invalid);
        if (row.expires_at <= clock.now()) return refused('The refresh token has expired.');
        if (!(await stands(row, tx))) return refused('The account may not be used.');
        const granted = stillAllowed(scopeNames(row.scopes), integration.scopes);
        if (narrowed?.some((scope) => !granted.includes(scope))) {
          return { refusal: new OAuthRefused('invalid_scope', 'The requested scope is invalid.') };
        }
        const scopes = scopeText(narrowed ? new Set([ALWAYS_GRANTED, ...narrowed]) : granted);
        if (!integration.isPublic) return issue(row, integration, refreshToken, scopes, tx);
        const now = clock.now();
        await statements.spend.run({ refresh: hash, id: row.id, now }, tx);
        // Nobody would be given anything for those any more.
        await statements.dropSpentBefore.run({ id: row.id, before: now - REFRESH_LIFE * 1000 }, tx);
        return issue(row, integration, newSecret(random, 'refresh'), scopes, tx);
      });
    },

    /**
     * Ends a token of the integration: a refresh token with all that came of its grant, an access token alone. Nothing
     * happens to an invalid token, or to somebody else's (RFC 7009, 2.2).
     */
    async revoke(integration: Integration, token: string): Promise<void> {
      const hash = tokenHash(token);
      await database.write(async (tx) => {
        if (isSecret(token, 'refresh')) {
          const row = await statements.byRefresh.first({ refresh: hash }, tx);
          if (row?.integration === integration.id) await end(row.id, tx);
        } else if (isSecret(token, 'access')) {
          await statements.dropToken.run({ hash, integration: integration.id }, tx);
        }
      });
    },

    /** The integrations that act for somebody, the newest first. */
    async listGranted(account: Account, securityVersion: number): Promise<GrantedIntegration[]> {
      await uses.settled();
      const rows = await statements.grantedBy.all({
        account: account.id,
        credentials: account.credentialVersion,
        security: securityVersion,
        now: clock.now(),
      });
      const found = new Map<number, GrantedIntegration>();
      for (const row of rows) {
        const { integration: id, name, scopes, created_at, used_at } = row;
        const known = found.get(id);
        const usedAt = Math.max(known?.usedAt ?? 0, used_at ?? 0);
        found.set(id, {
          ...{ id, name, grantedAt: Math.min(known?.grantedAt ?? created_at, created_at) },
          scopes: [
            ...new Set([
              ...(known?.scopes ?? []),
              ...stillAllowed(scopeNames(scopes), scopeNames(row.integration_scopes)),
            ]),
          ],
          ...(usedAt > 0 && { usedAt }),
        });
      }
      return [...found.values()];
    },

    /**
     * Ends all that somebody has granted to an integration.
     * @throws IntegrationNotFound when there is nothing of it
     */
    async revokeGranted(site: Site, account: Account, integration: number): Promise<void> {
      await database.write(async (tx) => {
        const rows = await statements.ofAccount.all({ account: account.id, integration }, tx);
        if (rows.length === 0) throw new IntegrationNotFound();
        for (const { id } of rows) await end(id, tx);
        if (!isAnothers(account.id)) return;
        const before = { webExID: account.webExId };
        const name = rows[0]?.name ?? '';
        await recordAudit(tx, { site, act: 'grant.deleted', name, id: integration, before });
      });
    },
  };
}

function refused(description: string): Outcome {
  return { refusal: new OAuthRefused('invalid_grant', description) };
}

/** RFC 7636, 4.6: BASE64URL(SHA256(verifier)) is the challenge. */
function isVerifier(verifier: string | undefined, challenge: string): boolean {
  if (verifier === undefined || !/^[\w.~-]{43,128}$/.test(verifier)) return false;
  const made = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  const kept = Buffer.from(challenge);
  return made.length === kept.length && timingSafeEqual(made, kept);
}
