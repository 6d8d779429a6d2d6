/** The integrations of a site, as its administrators register them. */
import { openAudit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import type { Database, Executor } from '../../database/database.ts';
import { type Random, tokenHash } from '../../random.ts';
import { RuleBroken, StaleVersion } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';
import { siteLock } from '../../sites/site-rows.ts';
import type { Sites } from '../../sites/sites.ts';
import { checkedDocument } from '../../stored/codec.ts';
import { list, text } from '../../stored/shape.ts';
import {
  type Integration,
  type IntegrationChange,
  IntegrationNotFound,
  type ListedIntegration,
  type NewIntegration,
} from './integration.ts';
import { type IntegrationRow, integrationStatements } from './integration-statements.ts';
import { checkRedirectUri } from './redirect-uri.ts';
import { isScope, scopeNames, scopeText } from './scopes.ts';
import { newSecret } from './secrets.ts';

/** Letters. */
const LONGEST_NAME = 64;

/** Addresses of one integration. */
const MOST_ADDRESSES = 20;

/** Of one site. */
export const MOST_INTEGRATIONS = 200;

export interface IntegrationsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly sites: Pick<Sites, 'byId'>;
}

export function openIntegrations({ database, clock, random, sites }: IntegrationsParts) {
  const statements = integrationStatements(database);
  const lockedSite = siteLock(database);
  const recordAudit = openAudit(database, clock);

  async function found(site: Pick<Site, 'id'>, id: number, tx?: Executor): Promise<Integration> {
    const row = tx ? await statements.toChange.first({ id }, tx) : await statements.byId.first({ id });
    if (!row || row.site !== site.id) throw new IntegrationNotFound();
    return integrationOf(row);
  }

  return {
    /** In the order in which they were registered. */
    async list(site: Site): Promise<ListedIntegration[]> {
      const granted = await statements.granted.all({
        site: site.id,
        security: site.securityVersion,
        now: clock.now(),
      });
      const counts = new Map(granted.map(({ integration, people }) => [integration, Number(people)]));
      const rows = await statements.ofSite.all({ site: site.id });
      return rows.map((row) => ({ ...integrationOf(row), grants: counts.get(row.id) ?? 0 }));
    },

    /** @throws IntegrationNotFound */
    one: (site: Site, id: number): Promise<Integration> => found(site, id),

    async byClientId(clientId: string): Promise<Integration | undefined> {
      if (!/^[0-9a-zA-Z]{1,64}$/.test(clientId)) return undefined;
      const row = await statements.byClientId.first({ clientId });
      return row && integrationOf(row);
    },

    siteOf: ({ site }: Integration): Promise<Site | undefined> => sites.byId(site),

    /** The hash of its secret; nothing where it has none. */
    async secretOf({ id }: Integration): Promise<Buffer | undefined> {
      const hash = (await statements.secret.first({ id }))?.secret_hash;
      return hash ? Buffer.from(hash) : undefined;
    },

    /**
     * Registers one. Its secret is told here alone; one that can keep none has none.
     * @throws RuleBroken
     */
    async register(site: Site, wished: NewIntegration): Promise<Integration & { readonly secret?: string }> {
      const { name, redirectUris, scopes } = checked(wished);
      const secret = wished.isPublic ? undefined : newSecret(random, 'client');
      const clientId = random.bytes(32).toString('hex');
      const made = await database.write(async (tx) => {
        await lockedSite.first({ site: site.id }, tx);
        const counted = await statements.counted.first({ site: site.id }, tx);
        if (Number(counted?.count ?? 0) >= MOST_INTEGRATIONS) {
          throw new RuleBroken('integrations', `can be ${MOST_INTEGRATIONS} at most`);
        }
        await statements.insert.run(
          {
            site: site.id,
            clientId,
            name,
            redirectUris: JSON.stringify(redirectUris),
            scopes: scopeText(scopes),
            secret: secret === undefined ? null : tokenHash(secret),
            now: clock.now(),
          },
          tx,
        );
        const row = await statements.byClientId.first({ clientId }, tx);
        if (!row) throw new IntegrationNotFound();
        const after = factsOf(integrationOf(row));
        await recordAudit(tx, { site, act: 'integration.created', name, id: row.id, after });
        return integrationOf(row);
      });
      return { ...made, ...(secret !== undefined && { secret }) };
    },

    /**
     * Changes what is given. One that is switched off is refused at once, with all tokens that it holds.
     * @param version that was read
     * @throws IntegrationNotFound
     * @throws StaleVersion when somebody else was first
     * @throws RuleBroken
     */
    async change(site: Site, id: number, version: number, change: IntegrationChange): Promise<Integration> {
      return database.write(async (tx) => {
        const before = await found(site, id, tx);
        if (before.version !== version) throw new StaleVersion(before);
        const after = { ...before, ...checked({ ...before, ...given(change) }) };
        const enabled = change.enabled ?? before.enabled;
        await statements.update.run(
          {
            id,
            name: after.name,
            redirectUris: JSON.stringify(after.redirectUris),
            scopes: scopeText(after.scopes),
            enabled: enabled ? 1 : 0,
          },
          tx,
        );
        await recordAudit(tx, {
          ...{ site, act: 'integration.changed', name: after.name, id },
          before: factsOf(before),
          after: factsOf({ ...after, enabled }),
        });
        return found(site, id, tx);
      });
    },

    /**
     * Gives it another secret; the one of before is refused at once, and tokens stay.
     * @throws IntegrationNotFound
     * @throws RuleBroken for one that has no secret
     */
    async rotateSecret(site: Site, id: number): Promise<string> {
      const secret = newSecret(random, 'client');
      await database.write(async (tx) => {
        const { name, isPublic } = await found(site, id, tx);
        if (isPublic) throw new RuleBroken('secret', 'is nothing that this integration has');
        await statements.setSecret.run({ id, secret: tokenHash(secret) }, tx);
        await recordAudit(tx, { site, act: 'integration.secretRotated', name, id });
      });
      return secret;
    },

    /**
     * Ends all that people have granted it.
     * @returns how many grants there were
     * @throws IntegrationNotFound
     */
    async revokeAll(site: Site, id: number): Promise<number> {
      return database.write(async (tx) => {
        const { name } = await found(site, id, tx);
        const ended = await revokeAllOf(id, tx);
        await recordAudit(tx, { site, act: 'integration.revoked', name, id, before: { grants: ended } });
        return ended;
      });
    },

    /**
     * Deletes it, with all that people have granted it.
     * @throws IntegrationNotFound
     */
    async remove(site: Site, id: number): Promise<void> {
      await database.write(async (tx) => {
        const before = await found(site, id, tx);
        await revokeAllOf(id, tx);
        await statements.remove.run({ id }, tx);
        const { name } = before;
        await recordAudit(tx, { site, act: 'integration.deleted', name, id, before: factsOf(before) });
      });
    },
  };

  async function revokeAllOf(id: number, tx: Executor): Promise<number> {
    await statements.dropUses.run({ id }, tx);
    await statements.dropTokens.run({ id }, tx);
    await statements.dropSpent.run({ id }, tx);
    return statements.dropGrants.run({ id }, tx);
  }
}

const ADDRESSES = { name: 'addresses of an integration', shape: list(text) };

export function integrationOf(row: IntegrationRow): Integration {
  return {
    id: row.id,
    site: row.site,
    clientId: row.client_id,
    name: row.name,
    redirectUris: checkedDocument(ADDRESSES, JSON.parse(row.redirect_uris)),
    scopes: scopeNames(row.scopes),
    isPublic: row.has_secret !== 1,
    enabled: row.enabled === 1,
    createdAt: row.created_at,
    version: row.version,
  };
}

/** What an entry of the audit tells. */
function factsOf({
  name,
  redirectUris,
  scopes,
  isPublic,
  enabled,
}: Omit<Integration, 'id' | 'site' | 'clientId' | 'createdAt' | 'version'>) {
  return { name, redirectUris, scopes, isPublic, enabled };
}

function given(change: IntegrationChange): IntegrationChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function checked(wished: Pick<NewIntegration, 'name' | 'redirectUris' | 'scopes'>) {
  const name = wished.name.trim();
  if (name === '') throw new RuleBroken('name', 'must say what people are asked by');
  if (name.length > LONGEST_NAME) throw new RuleBroken('name', `can have ${LONGEST_NAME} letters at most`);
  if (/\p{Cc}/u.test(name)) throw new RuleBroken('name', 'can have no control characters');
  const redirectUris = [...new Set(wished.redirectUris.map((address) => address.trim()))];
  if (redirectUris.length === 0) throw new RuleBroken('redirectUris', 'must be one at least');
  if (redirectUris.length > MOST_ADDRESSES) {
    throw new RuleBroken('redirectUris', `can be ${MOST_ADDRESSES} at most`);
  }
  for (const address of redirectUris) checkRedirectUri(address);
  const scopes = [...new Set(wished.scopes)];
  const unknown = scopes.find((scope) => !isScope(scope));
  if (unknown !== undefined) throw new RuleBroken('scopes', `${unknown} is no scope`);
  if (scopes.length === 0) throw new RuleBroken('scopes', 'must be one at least');
  return { name, redirectUris, scopes };
}
