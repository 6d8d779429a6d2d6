/** POST /webhooks/{webhookId}/ping: a message that tells of nothing. Ours: the original has none. */
import { checkManagesWebhook } from '../../policies/webhook.ts';
import { AccessDenied } from '../../refusal.ts';
import { endpoint } from '../rest-endpoint.ts';
import { readerOf, webhookIdOf } from './found-webhook.ts';

export const pingWebhook = endpoint({
  method: 'POST',
  path: 'webhooks/:webhookId/ping',
  tag: 'Webhooks',
  summary: 'Sends a test message to the address of a webhook.',
  scopes: 'any',
  refuses: [AccessDenied],
  throttled: 'meetingWrites',
  async run(call, { params }) {
    const { app, site } = call;
    await app.webhooks.ping(site, webhookIdOf(call, params.webhookId), (webhook) =>
      checkManagesWebhook(readerOf(call), webhook),
    );
  },
});
