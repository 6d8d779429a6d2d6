/** The webhooks of the site: whose they are, what they were sent, and what their receivers answered. */
import { listDeliveries } from './list-deliveries.ts';
import { listWebhooks } from './list-webhooks.ts';
import { pingWebhook } from './ping-webhook.ts';
import { readDelivery } from './read-delivery.ts';
import { readWebhook } from './read-webhook.ts';
import { removeWebhook } from './remove-webhook.ts';
import { resendDelivery } from './resend-delivery.ts';
import { switchOnWebhook } from './switch-on-webhook.ts';

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
