import { checkAdministers } from '../../policies/site.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { WebhookAnswer } from './webhook-data.ts';
import { numberIn, webhookAnswer } from './webhook-lines.ts';

export const switchOnWebhook = endpoint({
  method: 'POST',
  path: 'webhooks/:id/switch-on',
  summary: 'Switches a webhook on again: what it was not sent meanwhile is sent now.',
  may: administers,
  async run(call, { params }): Promise<WebhookAnswer> {
    const { account, context, site } = call;
    const change = { status: 'active' } as const;
    const id = numberIn(params.id);
    return webhookAnswer(
      call,
      await context.webhooks.change(site, id, change, () => checkAdministers(account)),
    );
  },
});
