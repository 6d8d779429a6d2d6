/** DELETE /webhooks/{webhookId}. */
import { checkManagesWebhook } from '../../policies/webhook.ts';
import { AccessDenied } from '../../refusal.ts';
import { endpoint } from '../rest-endpoint.ts';
import { readerOf, webhookIdOf } from './found-webhook.ts';

export const deleteWebhook = endpoint({
  method: 'DELETE',
  path: 'webhooks/:webhookId',
  tag: 'Webhooks',
  summary: 'Removes a webhook, with what still waited for it.',
  scopes: 'any',
  refuses: [AccessDenied],
  throttled: 'meetingWrites',
  async run(call, { params }) {
    const { app, site } = call;
    await app.webhooks.remove(site, webhookIdOf(call, params.webhookId), (webhook) =>
      checkManagesWebhook(readerOf(call), webhook),
    );
  },
});
