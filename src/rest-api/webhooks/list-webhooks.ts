/** GET /webhooks: the caller's webhooks, or those of the whole site. */
import { checkReadsSite } from '../../policies/site.ts';
import { oneOf, optional } from '../../xml/schema.ts';
import { PAGING, page, pageSize, positionOf } from '../paging.ts';
import { endpoint } from '../rest-endpoint.ts';
import { presentSeen, readerOf } from './found-webhook.ts';
import { webhookList } from './webhook-type.ts';

const LIST = 'webhooks';
const PAGE = 100;

export const listWebhooks = endpoint({
  method: 'GET',
  path: 'webhooks',
  tag: 'Webhooks',
  summary:
    "Lists the caller's webhooks; with `ownedBy` `org` those of the whole site, for its administrators.",
  description:
    'The token of an integration shows, changes and removes what was made by that integration alone; a personal token all of ' +
    'one’s own.',
  scopes: 'any',
  query: { ...PAGING, ownedBy: optional(oneOf(['org'])) },
  answer: webhookList,
  throttled: 'meetingLists',
  async run(call, { query }) {
    const { app, site, account } = call;
    const { integration } = readerOf(call);
    const size = pageSize(query, PAGE, PAGE);
    const [after = 0] = positionOf<[number]>(call, LIST, query) ?? [];
    if (query.ownedBy === 'org') checkReadsSite(account);
    const found =
      query.ownedBy === 'org'
        ? await app.webhooks.listOfOrg(site, after, size + 1, integration)
        : await app.webhooks.listOf(account, after, size + 1, integration);
    const shown = found.slice(0, size);
    const last = found.length > size ? shown.at(-1) : undefined;
    const items = await Promise.all(shown.map((webhook) => presentSeen(call, webhook)));
    return page(call, LIST, items, last && [last.id]);
  },
  sample: { query: { max: 10 } },
});
