import { checkAdministers } from '../../policies/site.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { numberIn } from './webhook-lines.ts';

export const removeWebhook = endpoint({
  method: 'DELETE',
  path: 'webhooks/:id',
  summary: 'Removes a webhook, with its deliveries and what still waited for it.',
  may: administers,
  async run({ account, context, site }, { params }): Promise<object> {
    await context.webhooks.remove(site, numberIn(params.id), () => checkAdministers(account));
    return {};
  },
});
