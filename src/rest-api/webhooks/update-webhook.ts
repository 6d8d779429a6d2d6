/** PUT /webhooks/{webhookId}: another name, address or secret; and on again, when failures have switched it off. */
import { checkManagesWebhook } from '../../policies/webhook.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { endpoint } from '../rest-endpoint.ts';
import { checkMayBeTold, presentSeen, readerOf, webhookIdOf } from './found-webhook.ts';
import { webhookChange, webhookType } from './webhook-type.ts';

export const updateWebhook = endpoint({
  method: 'PUT',
  path: 'webhooks/:webhookId',
  tag: 'Webhooks',
  summary: 'Changes name, address and secret of a webhook, and switches it on again.',
  description:
    'What it is told of stays as it is. `status` can only be set to `active`: what waited meanwhile is sent then. Without ' +
    '`secret` the secret stays; an empty one takes it away.',
  scopes: 'any',
  body: webhookChange,
  answer: webhookType,
  refuses: [AccessDenied, RuleBroken],
  throttled: 'meetingWrites',
  async run(call, { params, body }) {
    const { app, site } = call;
    const id = webhookIdOf(call, params.webhookId);
    const { name, targetUrl, secret, status, ownedBy } = body;
    const changed = await app.webhooks.change(site, id, { name, targetUrl, secret, status }, (webhook) => {
      checkManagesWebhook(readerOf(call), webhook);
      checkMayBeTold(call, webhook.resource, webhook.ownedBy);
      if (ownedBy !== undefined && ownedBy !== webhook.ownedBy) {
        throw new RuleBroken('ownedBy', 'cannot be changed');
      }
    });
    return presentSeen(call, changed);
  },
  sample: {
    body: { name: 'Meetings of mine', targetUrl: 'https://hooks.example.com/meetings', status: 'active' },
  },
});
