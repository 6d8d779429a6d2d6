/** The URL API: pages that portals and LMS plugins send browsers to. */
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { redirect } from './answer.ts';
import { home } from './home.ts';
import { icon } from './icon.ts';
import { image } from './image.ts';
import { jPhp } from './j.php.ts';
import { pPhp } from './p.php.ts';
import { passwordPhp } from './password.php.ts';
import { siteFolderPage, sitePage } from './site-page.ts';
import { welcome } from './welcome.ts';

export function urlApi(app: FastifyInstance, context: Context): void {
  icon(app);
  sitePage(app, context, 'p.php', pPhp);
  sitePage(app, context, 'j.php', jPhp);
  sitePage(app, context, 'password.php', passwordPhp);
  sitePage(app, context, 'image/:token', image);
  sitePage(app, context, '', home, welcome);
  siteFolderPage(app, context, (call) => redirect(call, call.folder.home));
}
