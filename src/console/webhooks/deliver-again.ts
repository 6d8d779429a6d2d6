import { checkAdministers } from '../../policies/site.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { CallRefused } from '../api/problems.ts';
import type { DeliveryAnswer } from './webhook-data.ts';
import { deliveryAnswer, foundDelivery } from './webhook-lines.ts';

export const resendDelivery = endpoint({
  method: 'POST',
  path: 'webhooks/:id/deliveries/:delivery/resend',
  summary:
    'Sends a message once more, the very same: its receiver knows it by its number. For one that was taken or given up.',
  may: administers,
  async run(call, { params }): Promise<DeliveryAnswer> {
    const { account, context, site } = call;
    const { webhook, delivery } = await foundDelivery(call, params);
    if (delivery.state === 'WAITING' || delivery.state === 'HELD') {
      throw new CallRefused(409, 'DeliveryState', 'the message has not been taken or given up yet');
    }
    const resent = await context.webhooks.resend(site, delivery.id, () => checkAdministers(account));
    return deliveryAnswer(call, webhook, resent);
  },
});
