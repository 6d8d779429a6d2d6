/**
 * Writes down what webhooks are to be told, in the transaction in which an event is handed on: a process that dies loses
 * nothing, and nothing is written twice.
 */
import type { Account } from '../accounts/account.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Happened, Write } from '../events.ts';
import type { DeliveryStatements } from './delivery-statements.ts';
import type { Happening, Presenter } from './presenter.ts';
import { asksFor, type Webhook } from './webhook.ts';
import type { WebhookStatements } from './webhook-statements.ts';

/** Whether somebody may be told of what happened by a webhook of theirs. */
export type JudgeOfHearing = (
  account: Account | undefined,
  webhook: Pick<Webhook, 'ownedBy' | 'account'>,
  happening: Pick<Happening, 'hosts'>,
) => boolean;

export interface RecordingParts {
  readonly database: Database;
  readonly statements: WebhookStatements;
  readonly deliveries: DeliveryStatements;
  /** All of a site. */
  readonly webhooksOf: (site: number) => Promise<readonly Webhook[]>;
  readonly account: (id: number) => Promise<Account | undefined>;
  readonly hears: JudgeOfHearing;
  readonly presenter: () => Promise<Presenter>;
  /** Called when there is something to deliver. */
  readonly wake: () => void;
}

/** What one account is told of. */
interface Told {
  readonly account: number;
  readonly happening: Happening;
  readonly webhooks: readonly Webhook[];
}

/** Kinds of events that webhooks are told of; of others nothing is even looked up. */
const KINDS = /^(?:session\.|participant\.|recording\.(?:ready|changed|erased)$)/;

export function openRecordHappenings(parts: RecordingParts) {
  const { database, statements, deliveries } = parts;

  async function toldOf(happened: Happened): Promise<Told[]> {
    const all = await parts.webhooksOf(happened.site.id);
    if (all.length === 0) return [];
    const happenings = await (await parts.presenter()).happenings(happened);
    const owners = new Map<number, Account | undefined>();
    for (const { account } of all) {
      if (!owners.has(account)) owners.set(account, await parts.account(account));
    }
    return happenings.flatMap((happening) => {
      const hearing = all.filter(
        (webhook) =>
          asksFor(webhook, happening) && parts.hears(owners.get(webhook.account), webhook, happening),
      );
      const byOwner = Map.groupBy(hearing, ({ account }) => account);
      return [...byOwner].map(([account, webhooks]) => ({ account, happening, webhooks }));
    });
  }

  async function write(tx: Executor, { site, at }: Happened, messages: readonly Told[]): Promise<void> {
    const { message, eventId } = await parts.presenter();
    await statements.beginFeed.run({ site: site.id }, tx);
    for (const { account, happening, webhooks } of messages) {
      const { resource, event, data } = happening;
      const feed = await statements.countOn.first({ site: site.id }, tx);
      if (!feed) throw new Error('the feed of a site is not there');
      const row = { site: site.id, account, resource, event, happened_at: at };
      await statements.addEvent.run({ ...row, number: feed.last, data: JSON.stringify(data) }, tx);
      const id = eventId(site.id, feed.last);
      for (const webhook of webhooks) {
        await deliveries.insert.run(
          {
            site: site.id,
            webhook: webhook.id,
            // One and the same event for each of an account's webhooks: each is a message of its own.
            message: `${id}_${webhook.id}`,
            resource,
            event,
            state: webhook.status === 'active' ? 'WAITING' : 'HELD',
            not_before: at,
            created_at: at,
            body: JSON.stringify(message(webhook, happening)),
          },
          tx,
        );
      }
    }
    database.afterCommit(tx, parts.wake);
  }

  return async (happened: Happened): Promise<Write | undefined> => {
    if (!KINDS.test(happened.event.kind)) return undefined;
    const told = await toldOf(happened);
    return told.length === 0 ? undefined : (tx) => write(tx, happened, told);
  };
}
