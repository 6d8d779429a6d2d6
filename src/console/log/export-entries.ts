import { oneOf } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { askedEntries, FILTER } from './asked-entries.ts';
import { asCsv, asHar, asNdjson, type ExportForm } from './export-forms.ts';
import { exportedEntries } from './exported-entries.ts';

const FORMS: Readonly<Record<'ndjson' | 'har' | 'csv', ExportForm>> = {
  ndjson: asNdjson,
  har: asHar,
  csv: asCsv,
};

export const exportEntries = endpoint({
  method: 'GET',
  path: 'log/export',
  summary:
    'Exports the entries that the filters find, newest first, at most 100,000: as a line of JSON each, as HAR (HTTP Archive 1.2), or as CSV.',
  may: readsSite,
  query: { ...FILTER, as: oneOf(['ndjson', 'har', 'csv']) },
  download: true,
  run(call, { query }) {
    const { as, ...asked } = query;
    const { mediaType, text } = FORMS[as];
    const { site, context } = call;
    const day = new Date(context.clock.now()).toISOString().slice(0, 10);
    return {
      fileName: `request-log-${site.siteName}-${day}.${as}`,
      mediaType,
      content: text(exportedEntries(context, askedEntries(call, asked)), context.links.publicUrl()),
    };
  },
});
