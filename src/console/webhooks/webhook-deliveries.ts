import { optional, whole } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { DeliveriesAnswer } from './webhook-data.ts';
import { deliveryLine, foundWebhook } from './webhook-lines.ts';

const PAGE = 50;

export const listDeliveries = endpoint({
  method: 'GET',
  path: 'webhooks/:id/deliveries',
  summary: 'Lists what a webhook was sent in the last thirty days, the newest first, 50 a page.',
  may: readsSite,
  query: { after: optional(whole({ min: 1 })) },
  async run(call, { params, query }): Promise<DeliveriesAnswer> {
    const webhook = await foundWebhook(call, params.id);
    const found = await call.context.webhooks.deliveriesOf(webhook, query.after, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    return { deliveries: shown.map(deliveryLine), next: last ? String(last.id) : null };
  },
});
