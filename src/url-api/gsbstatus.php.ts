/** /webex/gsbstatus.php: TRUE while the site, or the installation, runs on its backup system. Kaltura asks for it. */
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';

export function gsbStatusPhp(app: FastifyInstance, { sites, settings }: Context): void {
  app.get('/webex/gsbstatus.php', async (request, reply) => {
    const label = /^([a-z0-9-]+)\./i.exec(request.headers.host ?? '')?.[1];
    const site = label === undefined ? undefined : await sites.byName(label);
    const isBackup = settings.gsbStatus === 'BACKUP' || site?.settings.gsbStatus === 'BACKUP';
    return reply
      .headers({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
      .send(isBackup ? 'TRUE' : 'FALSE');
  });
}
