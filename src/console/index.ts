/** The console: what the administrators of a site work with, and the owners of the installation. */
import type { FastifyInstance } from 'fastify';
import { sitePage } from '../browser/site-page.ts';
import type { Context } from '../context.ts';
import { consoleApi } from './api/router.ts';
import { AREAS } from './areas.ts';
import { labs } from './labs-page.ts';
import { queuesPhp } from './queues.php.ts';
import { shell } from './shell.ts';

export function consolePages(app: FastifyInstance, context: Context): void {
  sitePage(app, context, 'console', shell);
  sitePage(app, context, 'console/*', shell);
  sitePage(app, context, 'queues.php', queuesPhp);
  sitePage(app, context, 'console/labs', labs);
  consoleApi(app, context, Object.values(AREAS).flat());
}
