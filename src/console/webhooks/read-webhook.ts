import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { WebhookAnswer } from './webhook-data.ts';
import { foundWebhook, webhookAnswer } from './webhook-lines.ts';

export const readWebhook = endpoint({
  method: 'GET',
  path: 'webhooks/:id',
  summary: 'A webhook: whose it is, what it is told of and where, and whether it is switched off.',
  may: readsSite,
  async run(call, { params }): Promise<WebhookAnswer> {
    return webhookAnswer(call, await foundWebhook(call, params.id));
  },
});
