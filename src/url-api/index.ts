/** The URL API: pages that portals and LMS plugins send browsers to. */
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { home } from './home.ts';
import { image } from './image.ts';
import { pPhp } from './p.php.ts';
import { passwordPhp } from './password.php.ts';
import { sitePage } from './site-page.ts';

export function urlApi(app: FastifyInstance, context: Context): void {
  sitePage(app, context, 'p.php', pPhp);
  sitePage(app, context, 'password.php', passwordPhp);
  sitePage(app, context, 'image/:token', image);
  sitePage(app, context, '', home);
}
