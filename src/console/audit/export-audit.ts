import { auditExport } from '../../audit/audit-export.ts';
import { oneOf } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { AUDIT_FILTER, searchIn } from './audit-filter.ts';

const MEDIA_TYPES = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const;

export const exportAudit = endpoint({
  method: 'GET',
  path: 'audit/export',
  summary: 'What the filters find, whole: a line of JSON for each entry, or a table for a spreadsheet.',
  may: readsSite,
  query: { ...AUDIT_FILTER, as: oneOf(['ndjson', 'csv']) },
  download: true,
  run({ context, site }, { query: { as, ...filter } }) {
    return {
      fileName: `audit-${site.siteName}.${as}`,
      mediaType: MEDIA_TYPES[as],
      content: auditExport(context.auditList.all(searchIn(site, filter)), as),
    };
  },
});
