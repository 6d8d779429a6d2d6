/** The feed: what webhooks were told, to be fetched. */
import type { Account } from '../accounts/account.ts';
import type { EventRow, FeedStatements } from './feed-statements.ts';
import type { Resource } from './webhook.ts';

/** What an account's webhooks are told of. */
export interface FeedEvent {
  /** In order; none is seen before one with a smaller number. */
  readonly number: number;
  readonly resource: string;
  readonly event: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly data: unknown;
}

export interface FeedQuestion {
  /** Of what is told to webhooks of one's own things, and to those of the whole site, the resources that may be read. */
  readonly of: { readonly creator: readonly Resource[]; readonly org: readonly Resource[] };
  /** What the webhooks of this integration were told, and no others; without it those of all. */
  readonly by?: number | undefined;
  readonly after: number;
  readonly most: number;
}

export type WebhookFeed = ReturnType<typeof openWebhookFeed>;

export function openWebhookFeed(statements: FeedStatements) {
  return {
    /** What an account's webhooks were told after that number, in order. */
    async eventsOf(
      { id: account }: Pick<Account, 'id'>,
      { of, by, after, most }: FeedQuestion,
    ): Promise<FeedEvent[]> {
      const [own1 = '', own2 = '', own3 = '', own4 = ''] = of.creator;
      const [org1 = '', org2 = '', org3 = '', org4 = ''] = of.org;
      const question = { account, after, most, ...{ own1, own2, own3, own4 }, ...{ org1, org2, org3, org4 } };
      const rows =
        by === undefined
          ? await statements.ofAccount.all(question)
          : await statements.ofIntegration.all({ ...question, integration: by });
      return rows.map(feedEventOf);
    },
  };
}

function feedEventOf({ number, resource, event, happened_at: at, data }: EventRow): FeedEvent {
  return { number, resource, event, at, data: JSON.parse(data) as unknown };
}
