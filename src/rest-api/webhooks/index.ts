/** Webhooks, and the events that they were told of. */
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { getWebhook } from './get-webhook.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listEvents } from './list-events.ts';
import { listWebhooks } from './list-webhooks.ts';
import { pingWebhook } from './ping-webhook.ts';
import { resendDelivery } from './resend-delivery.ts';
import { updateWebhook } from './update-webhook.ts';

export const webhooks = [
  listWebhooks,
  createWebhook,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  listDeliveries,
  resendDelivery,
  pingWebhook,
  listEvents,
];
