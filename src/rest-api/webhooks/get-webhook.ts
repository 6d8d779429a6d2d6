/** GET /webhooks/{webhookId}. */
import { endpoint } from '../rest-endpoint.ts';
import { presentSeen, seenWebhook } from './found-webhook.ts';
import { webhookType } from './webhook-type.ts';

export const getWebhook = endpoint({
  method: 'GET',
  path: 'webhooks/:webhookId',
  tag: 'Webhooks',
  summary: 'Tells how a webhook is set, and whether it is active.',
  scopes: 'any',
  answer: webhookType,
  throttled: 'meetingLists',
  async run(call, { params }) {
    return presentSeen(call, await seenWebhook(call, params.webhookId));
  },
});
