/** GET /webhooks/{webhookId}/deliveries: what was sent, and what came of it. Ours: the original has none. */
import { PAGING, page, pageSize, positionOf } from '../paging.ts';
import { endpoint } from '../rest-endpoint.ts';
import { checkMayBeTold, presentDelivery, seenWebhook } from './found-webhook.ts';
import { deliveryList } from './webhook-type.ts';

const LIST = 'deliveries';

export const listDeliveries = endpoint({
  method: 'GET',
  path: 'webhooks/:webhookId/deliveries',
  tag: 'Webhooks',
  summary: 'Lists what a webhook was sent, the newest first, each with every try to deliver it.',
  scopes: 'any',
  query: PAGING,
  answer: deliveryList,
  throttled: 'meetingLists',
  async run(call, { params, query }) {
    const webhook = await seenWebhook(call, params.webhookId);
    checkMayBeTold(call, webhook.resource, webhook.ownedBy);
    const size = pageSize(query, 10, 100);
    const list = `${LIST} ${webhook.id}`;
    const [before] = positionOf<[number]>(call, list, query) ?? [];
    const found = await call.app.webhooks.deliveriesOf(webhook, before, size + 1);
    const shown = found.slice(0, size);
    const last = found.length > size ? shown.at(-1) : undefined;
    const items = await Promise.all(shown.map((delivery) => presentDelivery(call, webhook, delivery)));
    return page(call, list, items, last && [last.id]);
  },
});
