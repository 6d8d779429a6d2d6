/** The URL API: the documented pages that portals and LMS plugins send browsers to. */
import type { FastifyInstance } from 'fastify';
import { sitePage } from '../browser/site-page.ts';
import type { Context } from '../context.ts';
import { ePhp } from './e.php.ts';
import { globalCallInPhp } from './globalcallin.php.ts';
import { gsbStatusPhp } from './gsbstatus.php.ts';
import { jPhp } from './j.php.ts';
import { mPhp } from './m.php.ts';
import { oPhp } from './o.php.ts';
import { pPhp } from './p.php.ts';
import { cmrDo, joinRoom, meetPage } from './personal-room-pages.ts';
import { recordingLinks } from './recordings/index.ts';
import { singleSignOn } from './sso/index.ts';
import { wPhp } from './w.php.ts';

export function urlApi(app: FastifyInstance, context: Context): void {
  singleSignOn(app, context);
  gsbStatusPhp(app, context);
  sitePage(app, context, 'p.php', pPhp.answer);
  sitePage(app, context, 'm.php', mPhp.answer);
  sitePage(app, context, 'o.php', oPhp.answer);
  sitePage(app, context, 'w.php', wPhp.answer);
  sitePage(app, context, 'e.php', ePhp.answer);
  sitePage(app, context, 'j.php', jPhp);
  sitePage(app, context, 'globalcallin.php', globalCallInPhp);
  recordingLinks(app, context);
  sitePage(app, context, 'cmr.do', cmrDo);
  sitePage(app, context, 'meet/:personalUrl', meetPage);
  sitePage(app, context, 'join/:personalUrl', joinRoom);
}
