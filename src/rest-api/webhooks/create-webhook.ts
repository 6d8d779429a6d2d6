/** POST /webhooks: asks to be told of what happens. */
import { checkMakesWebhook } from '../../policies/webhook.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { TooManyWebhooks, WebhookExists } from '../../webhooks/webhook.ts';
import { endpoint } from '../rest-endpoint.ts';
import { checkMayBeTold, presentSeen } from './found-webhook.ts';
import { newWebhook, webhookType } from './webhook-type.ts';

export const createWebhook = endpoint({
  method: 'POST',
  path: 'webhooks',
  tag: 'Webhooks',
  summary: 'Makes a webhook: from now on its address is told of what happens.',
  description:
    'The token has to have the scope that reads the resource: the user’s for one’s own meetings, and with `ownedBy` `org`, ' +
    'for the whole site, the administrator’s. With a secret each message is signed.',
  scopes: 'any',
  body: newWebhook,
  answer: webhookType,
  refuses: [AccessDenied, RuleBroken, WebhookExists, TooManyWebhooks],
  throttled: 'meetingWrites',
  async run(call, { body }) {
    const { app, site, account, token } = call;
    const ownedBy = body.ownedBy ?? 'creator';
    checkMayBeTold(call, body.resource, ownedBy);
    checkMakesWebhook(account, ownedBy);
    return presentSeen(call, await app.webhooks.create(site, account, body, token.integration?.id));
  },
  sample: {
    body: {
      name: 'Meetings of mine',
      targetUrl: 'https://hooks.example.com/meetings',
      resource: 'meetings',
      event: 'started',
      secret: 'a text that only the two of us know',
    },
  },
});
