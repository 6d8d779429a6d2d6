/** The webhooks of the site: whose they are, what they were sent, and what their receivers answered. */

import { resendDelivery } from './deliver-again.ts';
import { readDelivery } from './read-delivery.ts';
import { readWebhook } from './read-webhook.ts';
import { removeWebhook } from './remove-webhook.ts';
import { pingWebhook } from './send-ping.ts';
import { switchOnWebhook } from './switch-on-webhook.ts';
import { listDeliveries } from './webhook-deliveries.ts';
import { listWebhooks } from './webhooks-of-site.ts';

export const WEBHOOKS = [
  listWebhooks,
  readWebhook,
  listDeliveries,
  readDelivery,
  resendDelivery,
  pingWebhook,
  switchOnWebhook,
  removeWebhook,
];
