/** Webhooks: made, changed and removed; what they are told is written down with what happened, and delivered. */
import type { Account } from '../accounts/account.ts';
import { accountLock } from '../accounts/account-rows.ts';
import { type Act, isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Events } from '../events.ts';
import type { AddressRule } from '../http/public-addresses.ts';
import type { Random } from '../random.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { type DeliveryAttempt, openDeliverer } from './deliverer.ts';
import { hostOf } from './delivery-places.ts';
import { deliveryStatements } from './delivery-statements.ts';
import { feedStatements } from './feed-statements.ts';
import type { Post } from './post.ts';
import type { Presenter } from './presenter.ts';
import { openRecordHappenings } from './record-happenings.ts';
import { openSecretSealing } from './sealed-secret.ts';
import { turnStatements } from './turn-statements.ts';
import {
  checkNewWebhook,
  checkTarget,
  checkTexts,
  filterOn,
  type NewWebhook,
  type Silence,
  subjectOf,
  TooManyWebhooks,
  type Webhook,
  WebhookExists,
  WebhookNotFound,
  withoutQuery,
} from './webhook.ts';
import { openWebhookFeed } from './webhook-feed.ts';
import { openWebhookMessages } from './webhook-messages.ts';
import {
  type AllowedIntegration,
  type JudgeOfHearing,
  type JudgeOfSilence,
  openStanding,
} from './webhook-standing.ts';
import { type WebhookRow, webhookOf, webhookStatements } from './webhook-statements.ts';

export interface WebhookParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  /** The installation's key. */
  readonly secret: Buffer;
  readonly events: Pick<Events, 'listen'>;
  readonly account: (id: number) => Promise<Account | undefined>;
  /** Called once, when it is needed. */
  readonly presenter: () => Promise<Presenter>;
  /** What an integration may do for somebody now. */
  readonly allowed: (account: Account, integration: number) => Promise<AllowedIntegration>;
  readonly hears: JudgeOfHearing;
  readonly silence: JudgeOfSilence;
  readonly post: Post;
  /** Which addresses may be asked. */
  readonly mayConnect: AddressRule;
  readonly report: (error: unknown) => void;
  readonly attempted?: (attempt: DeliveryAttempt) => void;
}

export interface WebhookChange {
  readonly name?: string | undefined;
  readonly targetUrl?: string | undefined;
  /** An empty one takes it away. */
  readonly secret?: string | undefined;
  readonly status?: 'active' | 'inactive' | undefined;
}

/** Documented. */
const MOST_OF_ACCOUNT = 30_000;

/** Milliseconds that deliveries and the feed are kept. */
export const FEED_KEPT = 30 * 24 * 3_600_000;
const SWEEP_EVERY = 10 * 60_000;
const SWEPT_AT_ONCE = 500;

export type Webhooks = ReturnType<typeof openWebhooks>;

export function openWebhooks(parts: WebhookParts) {
  const { database, clock, random, events } = parts;
  const statements = webhookStatements(database);
  const feed = feedStatements(database);
  const deliveries = deliveryStatements(database);
  const turns = turnStatements(database);
  const sealing = openSecretSealing(parts.secret, random);
  const audit = openAudit(database, clock);
  const locked = accountLock(database);
  let loaded: Promise<Presenter> | undefined;
  const presenter = () => {
    loaded ??= parts.presenter().catch((error) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  const standing = openStanding(parts);
  const deliverer = openDeliverer({
    ...parts,
    statements,
    deliveries,
    turns,
    sealing,
    silenceOf: (row, resource) => silenceOf(webhookOf(row), resource),
  });
  let sweeping: NodeJS.Timeout | undefined;

  events.listen(
    openRecordHappenings({
      ...parts,
      statements,
      feed,
      deliveries,
      turns,
      presenter,
      standing,
      wake: deliverer.wake,
    }),
    // Mail does not wait for what cannot be told.
    'webhooks',
  );

  async function silenceOf(webhook: Webhook, resource: Webhook['resource']): Promise<Silence | undefined> {
    return parts.silence(webhook, await standing(webhook), resource);
  }

  /**
   * In a transaction its row is held, so that of two who change it at once none undoes what the other does.
   * @throws WebhookNotFound also where it is another site's
   */
  async function required(site: Pick<Site, 'id'>, id: number, tx?: Executor): Promise<WebhookRow> {
    const row = tx ? await statements.toChange.first({ id }, tx) : await statements.byId.first({ id });
    if (row?.site !== site.id) throw new WebhookNotFound();
    return row;
  }

  /** An act on what is the whole site's, or somebody else's; what people do to their own is none. */
  async function note(
    tx: Executor,
    { site, account, owned_by, name }: WebhookRow,
    act: Pick<Act, 'act' | 'before' | 'after'>,
  ): Promise<void> {
    if (owned_by === 'org' || isAnothers(account)) await audit(tx, { site: { id: site }, name, ...act });
  }

  async function sweep(): Promise<void> {
    const before = clock.now() - FEED_KEPT;
    while ((await deliveries.sweep.run({ before, most: SWEPT_AT_ONCE })) === SWEPT_AT_ONCE);
    while ((await feed.sweep.run({ before, most: SWEPT_AT_ONCE })) === SWEPT_AT_ONCE);
  }

  const { wake } = deliverer;
  return {
    deliverer,
    sweep,
    ...openWebhookFeed(feed),
    ...openWebhookMessages({ database, clock, random, deliveries, turns, presenter, required, note, wake }),

    /**
     * @param by the integration
     * @throws RuleBroken, WebhookExists, TooManyWebhooks
     */
    async create(site: Site, account: Account, wish: NewWebhook, by?: number): Promise<Webhook> {
      checkNewWebhook(wish, parts.mayConnect);
      const { name, targetUrl, resource, event, filter = '', secret, ownedBy = 'creator' } = wish;
      const row = {
        ...{ site: site.id, account: account.id, integration: by ?? null, owned_by: ownedBy },
        ...{ name, target_url: targetUrl, target_host: hostOf(targetUrl), status: 'active' as const },
        ...{ resource, event, filter, filter_on: filterOn(filter) },
        secret: secret === undefined || secret === '' ? null : sealing.seal(secret),
        created_at: clock.now(),
        only_of_site: ownedBy === 'org' ? subjectOf(wish) : null,
      };
      return database.write(async (tx) => {
        await locked.first({ account: account.id }, tx);
        const count = Number((await statements.count.first({ account: account.id }, tx))?.count ?? 0);
        if (count >= MOST_OF_ACCOUNT) throw new TooManyWebhooks(MOST_OF_ACCOUNT);
        const made = await statements.insert.first(row, tx);
        if (!made) throw new WebhookExists();
        if (ownedBy === 'org') {
          await audit(tx, { site, act: 'webhook.made', name, after: shownInAudit(row) });
        }
        return webhookOf({ ...row, id: made.id, disabled_at: null });
      });
    },

    async find(site: Pick<Site, 'id'>, id: number): Promise<Webhook> {
      return webhookOf(await required(site, id));
    },

    /** Why it is told nothing, though nobody has switched it off; nothing when it is told. */
    silenceOf: (webhook: Webhook): Promise<Silence | undefined> => silenceOf(webhook, webhook.resource),

    /**
     * @param after the number of the last one of the page before, or 0
     * @param by those made by this integration alone
     */
    async listOf(
      { id: account }: Pick<Account, 'id'>,
      after: number,
      most: number,
      by?: number,
    ): Promise<Webhook[]> {
      const page = { account, after, most };
      const rows =
        by === undefined
          ? await statements.ofAccount.all(page)
          : await statements.ofAccountBy.all({ ...page, integration: by });
      return rows.map(webhookOf);
    },

    async listOfSite(site: Pick<Site, 'id'>, after: number, most: number): Promise<Webhook[]> {
      return (await statements.ofSite.all({ site: site.id, after, most })).map(webhookOf);
    },

    /** Those of the whole site alone. @param by those made by this integration alone */
    async listOfOrg(
      { id: site }: Pick<Site, 'id'>,
      after: number,
      most: number,
      by?: number,
    ): Promise<Webhook[]> {
      const page = { site, after, most };
      const rows =
        by === undefined
          ? await statements.ofOrg.all(page)
          : await statements.ofOrgBy.all({ ...page, integration: by });
      return rows.map(webhookOf);
    },

    /** What its creator set, to be told to them alone. */
    async secretOf(site: Pick<Site, 'id'>, id: number): Promise<string | undefined> {
      const { secret } = await required(site, id);
      return secret === null ? undefined : sealing.open(secret);
    },

    /**
     * @param judge asked inside the write
     * @throws RuleBroken, WebhookNotFound
     */
    async change(
      site: Site,
      id: number,
      change: WebhookChange,
      judge: (webhook: Webhook) => void,
    ): Promise<Webhook> {
      checkTexts(change);
      if (change.targetUrl !== undefined) checkTarget(change.targetUrl, parts.mayConnect);
      if (change.status === 'inactive') throw new RuleBroken('status', 'can only be set to active');
      const changed = await database.write(async (tx) => {
        const row = await required(site, id, tx);
        judge(webhookOf(row));
        const { name = row.name, targetUrl = row.target_url, status = row.status, secret } = change;
        const sealed = secret === undefined ? row.secret : secret === '' ? null : sealing.seal(secret);
        const kept = sealed === null ? null : Buffer.from(sealed);
        const target = { target_url: targetUrl, target_host: hostOf(targetUrl) };
        await statements.update.run({ id, name, ...target, status, secret: kept }, tx);
        if (status === 'active') {
          const now = clock.now();
          const goOn = await deliveries.goOn.run({ webhook: id, now }, tx);
          if (goOn > 0) await turns.comesDue.run({ id, at: now }, tx);
        }
        const after = { ...row, name, target_url: targetUrl, status, secret: kept };
        // Of an address's query, and of a secret, nothing is told but that it is another one.
        const shown = {
          ...shownInAudit(after),
          ...(targetUrl !== row.target_url && { isAnotherTarget: true }),
          ...(secret !== undefined && { secret: 'another' }),
        };
        await note(tx, row, { act: 'webhook.changed', before: shownInAudit(row), after: shown });
        database.afterCommit(tx, deliverer.wake);
        return after;
      });
      return webhookOf(changed);
    },

    /** @throws WebhookNotFound */
    async remove(site: Site, id: number, judge: (webhook: Webhook) => void): Promise<void> {
      await database.write(async (tx) => {
        const row = await required(site, id, tx);
        judge(webhookOf(row));
        await statements.remove.run({ id }, tx);
        await note(tx, row, { act: 'webhook.removed', before: shownInAudit(row) });
      });
    },

    start(): void {
      deliverer.start();
      sweeping ??= setInterval(() => sweep().catch(parts.report), SWEEP_EVERY).unref();
    },

    async stop(): Promise<void> {
      clearInterval(sweeping);
      await deliverer.stop();
    },
  };
}

/** What others are told of a webhook of the site: its secret is nobody's. */
function shownInAudit(row: Omit<WebhookRow, 'id' | 'disabled_at'>) {
  const { name, target_url: targetUrl, resource, event, filter, status, secret } = row;
  return { name, target: withoutQuery(targetUrl), resource, event, filter, status, signs: secret !== null };
}
