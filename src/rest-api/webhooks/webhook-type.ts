/** A webhook as it is told, and what one is made of. */
import { SILENCES } from '../../webhooks/webhook.ts';
import { complex, integer, many, oneOf, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

const time = () => text({ format: 'date-time' });
const OWNERS = ['creator', 'org'] as const;
const STATUSES = ['active', 'inactive'] as const;

export const webhookType = complex(rest, 'Webhook', {
  id: text(),
  name: text(),
  targetUrl: text({ format: 'uri' }),
  resource: text(),
  event: text(),
  filter: optional(text()),
  /** Told to whoever made it alone; absent when there is none. */
  secret: optional(text()),
  status: oneOf(STATUSES),
  created: time(),
  ownedBy: oneOf(OWNERS),
  orgId: text(),
  createdBy: text(),
  appId: optional(text()),
  /**
   * Ours: why nothing is told though nobody has switched it off. It goes on by itself once that is over: the account is in use
   * again, has its right, the integration is on and is granted what it was.
   */
  silentBecause: optional(oneOf(SILENCES)),
});

export const webhookList = complex(rest, 'Webhooks', { items: many(webhookType) });

export const newWebhook = complex(rest, 'NewWebhook', {
  name: text({ max: 256 }),
  targetUrl: text({ max: 2_000 }),
  resource: text({ max: 64 }),
  event: text({ max: 64 }),
  filter: optional(text({ max: 1_000 })),
  secret: optional(text({ max: 256, secret: true })),
  ownedBy: optional(oneOf(OWNERS)),
});

export const webhookChange = complex(rest, 'WebhookChange', {
  name: text({ max: 256 }),
  targetUrl: text({ max: 2_000 }),
  secret: optional(text({ max: 256, keepEmpty: true, secret: true })),
  ownedBy: optional(oneOf(OWNERS)),
  status: optional(oneOf(STATUSES)),
});

export const deliveryType = complex(rest, 'WebhookDelivery', {
  id: text(),
  /** The header webhook-id, however often it is sent. */
  messageId: text(),
  resource: text(),
  event: text(),
  state: oneOf(['waiting', 'held', 'delivered', 'failed']),
  created: time(),
  ended: optional(time()),
  /** When it is tried next, of one that waits. */
  next: optional(time()),
  body: text(),
  attempts: many(
    complex(rest, 'WebhookAttempt', {
      begun: time(),
      milliseconds: integer({ min: 0 }),
      status: optional(integer()),
      problem: optional(text()),
      answer: text(),
    }),
  ),
});

export const deliveryList = complex(rest, 'WebhookDeliveries', { items: many(deliveryType) });
