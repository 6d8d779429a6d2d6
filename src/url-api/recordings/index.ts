/** The links to recordings, and every address of the flows that programs walk from them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text } from '../../browser/parameters/parameter.ts';
import { pageAt, sitePage } from '../../browser/site-page.ts';
import type { Context } from '../../context.ts';
import { SERVLET } from './addresses.ts';
import { recordActionDo, viewRecordDo } from './event-recording.ts';
import { downloadDo, html5Pipeline } from './html5-pipeline.ts';
import { recordingPasswordCheckDo } from './password-check.ts';
import { playback } from './playback.ts';
import { downloadServlet, nbrPrepareDo, nbrSharedDo } from './prepared-download.ts';
import { ldrPhp, lsrPhp } from './recording-link.ts';
import { streamJson } from './stream-json.ts';

export function recordingLinks(app: FastifyInstance, context: Context): void {
  sitePage(app, context, 'ldr.php', ldrPhp);
  sitePage(app, context, 'lsr.php', lsrPhp);
  for (const service of ['recordingservice', 'webappng']) {
    pageAt(app, context, `/${service}/sites/:siteName/recording/*`, playback);
  }
  app.register(async (named) => {
    named.addHook('preHandler', async (request) => nameSite(request, context));
    for (const [path, handler] of [
      [':mw(^mw\\w*)/mywebex/nbrshared.do', nbrSharedDo],
      [':mw(^mw\\w*)/mywebex/nbrPrepare.do', nbrPrepareDo],
      [':svc(^svc\\w*)/svccomponents/servicerecordings/recordingpasswordcheck.do', recordingPasswordCheckDo],
      [':ec(^ec\\w*)/eventcenter/recording/recordAction.do', recordActionDo],
      [':ec(^ec\\w*)/eventcenter/enroll/viewrecord.do', viewRecordDo],
      [SERVLET, downloadServlet],
      ['webappng/api/v1/recordings/:id/stream', streamJson],
      ['apis/html5-pipeline.do', html5Pipeline],
      ['apis/download.do', downloadDo],
    ] as const) {
      sitePage(named, context, path, handler);
    }
  });
}

const NAMING = {
  siteurl: text('the name of the site'),
  recordingDir: text('the same, of `mp4StreamOption`'),
};

/**
 * Old programs leave the site's folder out of these addresses, and name the site by a parameter: with the language behind
 * it (`acme-en`) in some.
 */
async function nameSite(request: FastifyRequest, { sites }: Context): Promise<void> {
  const params = request.params as { siteName?: string };
  if (params.siteName !== undefined) return;
  const { siteurl, recordingDir } = parametersOf(request, NAMING);
  const named = siteurl ?? recordingDir;
  if (named === undefined) return;
  for (const siteName of [named, named.replace(/-[a-z]{2}$/i, '')]) {
    if (/^[a-z0-9-]{1,63}$/i.test(siteName) && (await sites.byName(siteName))) {
      params.siteName = siteName;
      return;
    }
  }
}
