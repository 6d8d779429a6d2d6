import { newestOf } from '../../console/log/newest-of.ts';
import type { ConsoleRows, ConsoleWorld } from '../console-row.ts';

const VERSION =
  '<message><body><bodyContent xsi:type="java:com.webex.service.binding.ep.GetAPIVersion"/></body></message>';

/** A call of acme, with its message. */
async function entry({ site, fresh }: ConsoleWorld): Promise<{ entry: string }> {
  const { requestLog, sites, clock } = site.context;
  const { id } = await sites.required('acme');
  requestLog.note({
    at: clock.now(),
    id: `00000000-${fresh.slice(0, 12)}`,
    face: 'xml',
    operation: 'GetAPIVersion',
    site: id,
    result: 'ok',
    ms: 1,
    bytesIn: 1,
    bytesOut: 1,
    hints: 0,
    request: { contentType: 'text/xml', text: VERSION },
  });
  return { entry: String(await newestOf(site)) };
}

export const ROWS: ConsoleRows = {
  'GET log': [
    {},
    { about: 'of what names no site', query: () => ({ scope: 'installation' }), may: ['owner'] },
    { about: 'of all sites', query: () => ({ scope: 'all' }), may: ['owner'] },
  ],
  'GET log/tail': [{}, { about: 'of all sites', query: () => ({ scope: 'all' }), may: ['owner'] }],
  'GET log/export': [
    { query: () => ({ as: 'ndjson' }) },
    { about: 'of all sites', query: () => ({ as: 'har', scope: 'all' }), may: ['owner'] },
  ],
  'GET log/:entry': [{ params: entry }],
  'PUT log/bodies': [
    {
      async body({ site }) {
        const acme = await site.context.sites.required('acme');
        return { bodies: !acme.settings.requestLog.bodies };
      },
      changes: true,
    },
  ],
  'POST log/:entry/repeat': [
    {
      about: 'as themselves; an owner has no account on another site',
      params: entry,
      body: () => ({}),
      may: ['admin'],
    },
  ],
};
