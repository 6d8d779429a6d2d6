import { optional, whole } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { WebhooksAnswer } from './webhook-data.ts';
import { webhookLine } from './webhook-lines.ts';

const PAGE = 50;

export const listWebhooks = endpoint({
  method: 'GET',
  path: 'webhooks',
  summary:
    'Lists the webhooks of everybody on the site, in the order in which they were made, 50 a page, each with its last failure.',
  may: readsSite,
  query: { after: optional(whole({ min: 1 })) },
  async run(call, { query }): Promise<WebhooksAnswer> {
    const { context, site } = call;
    const found = await context.webhooks.listOfSite(site, query.after ?? 0, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    return {
      webhooks: await Promise.all(shown.map((webhook) => webhookLine(call, webhook))),
      next: last ? String(last.id) : null,
    };
  },
});
