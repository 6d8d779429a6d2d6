/** POST /webhooks/deliveries/{deliveryId}/resend: the very same message once more. Ours: the original has none. */
import { checkManagesWebhook } from '../../policies/webhook.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { endpoint } from '../rest-endpoint.ts';
import { presentDelivery, readerOf, seenDelivery } from './found-webhook.ts';
import { deliveryType } from './webhook-type.ts';

export const resendDelivery = endpoint({
  method: 'POST',
  path: 'webhooks/deliveries/:deliveryId/resend',
  tag: 'Webhooks',
  summary: 'Sends a message of a webhook once more, the very same.',
  scopes: 'any',
  answer: deliveryType,
  refuses: [AccessDenied, RuleBroken],
  throttled: 'meetingWrites',
  async run(call, { params }) {
    const { app, site } = call;
    const { webhook, delivery } = await seenDelivery(call, params.deliveryId);
    const sent = await app.webhooks.resend(site, delivery.id, (current) =>
      checkManagesWebhook(readerOf(call), current),
    );
    return presentDelivery(call, webhook, sent);
  },
});
