/** Every action of the console, by its area. Each is an endpoint of the API. */
import type { ConsoleEndpoint } from './api/endpoint.ts';
import { AUDIT } from './audit/index.ts';
import { FRAME } from './frame/index.ts';
import { INTEGRATIONS } from './integrations/index.ts';
import { LOG } from './log/index.ts';
import { OUTBOX } from './outbox/index.ts';
import { OVERVIEW } from './overview/index.ts';
import { SESSIONS } from './sessions/index.ts';
import { SITE } from './site/index.ts';
import { TEST_TOOL } from './test-tool/index.ts';
import { USERS } from './users/index.ts';
import { WEBHOOKS } from './webhooks/index.ts';

export const AREAS: Readonly<Record<string, readonly ConsoleEndpoint[]>> = {
  frame: FRAME,
  overview: OVERVIEW,
  sessions: SESSIONS,
  users: USERS,
  integrations: INTEGRATIONS,
  log: LOG,
  outbox: OUTBOX,
  webhooks: WEBHOOKS,
  audit: AUDIT,
  site: SITE,
  test: TEST_TOOL,
};
