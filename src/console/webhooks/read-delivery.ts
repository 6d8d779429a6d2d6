import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { DeliveryAnswer } from './webhook-data.ts';
import { deliveryAnswer, foundDelivery } from './webhook-lines.ts';

export const readDelivery = endpoint({
  method: 'GET',
  path: 'webhooks/:id/deliveries/:delivery',
  summary: 'A message for a webhook as it is sent, and each attempt to deliver it with the answer.',
  may: readsSite,
  async run(call, { params }): Promise<DeliveryAnswer> {
    const { webhook, delivery } = await foundDelivery(call, params);
    return deliveryAnswer(call, webhook, delivery);
  },
});
