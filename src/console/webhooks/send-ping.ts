import { checkAdministers } from '../../policies/site.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { WebhookAnswer } from './webhook-data.ts';
import { foundWebhook, webhookAnswer } from './webhook-lines.ts';

export const pingWebhook = endpoint({
  method: 'POST',
  path: 'webhooks/:id/ping',
  summary: 'Sends a message that tells of nothing, to see whether it arrives: it is the newest delivery.',
  may: administers,
  async run(call, { params }): Promise<WebhookAnswer> {
    const { account, context, site } = call;
    const webhook = await foundWebhook(call, params.id);
    await context.webhooks.ping(site, webhook.id, () => checkAdministers(account));
    return webhookAnswer(call, webhook);
  },
});
