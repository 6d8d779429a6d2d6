import { flag, object } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { LogKeeping } from './log-data.ts';
import { keepingOf } from './shown-entries.ts';

export const keepBodies = endpoint({
  method: 'PUT',
  path: 'log/bodies',
  summary:
    "Says whether the request log keeps the bodies of the site's requests and answers (its setting `requestLog.bodies`); the audit tells who has said so.",
  may: administers,
  body: object({ bodies: flag() }),
  async run(call, { body: { bodies } }): Promise<LogKeeping> {
    const { site, context } = call;
    await context.sites.change(site.siteName, { settings: { requestLog: { bodies } } });
    return { ...keepingOf(call), bodies };
  },
});
