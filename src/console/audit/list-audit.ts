import { optional } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { placeInList, writtenPlace } from '../api/instant.ts';
import type { AuditAnswer } from './audit-data.ts';
import { AUDIT_FILTER, auditLine, searchIn } from './audit-filter.ts';

export const listAudit = endpoint({
  method: 'GET',
  path: 'audit',
  summary: 'Lists what administrators have done on the site, by any way in, the newest first, 50 a page.',
  may: readsSite,
  query: { ...AUDIT_FILTER, after: optional(placeInList()) },
  async run({ context, site }, { query: { after, ...filter } }): Promise<AuditAnswer> {
    const { entries, next } = await context.auditList.page(searchIn(site, filter), after);
    return { entries: entries.map(auditLine), next: next ? writtenPlace(next) : null };
  },
});
