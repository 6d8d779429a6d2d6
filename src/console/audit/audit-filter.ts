/** The filters of the audit, alike for its list and its export. They combine. */
import { FACES } from '../../acting.ts';
import type { AuditEntry, AuditSearch } from '../../audit/audit-list.ts';
import type { Site } from '../../sites/site.ts';
import { type MemberValues, oneOf, optional, text } from '../api/call-shape.ts';
import { instant } from '../api/instant.ts';
import type { AuditLine } from './audit-data.ts';

export const AUDIT_FILTER = {
  actor: optional(text({ max: 256 })),
  noun: optional(text({ max: 40 })),
  act: optional(text({ max: 80 })),
  name: optional(text({ max: 256 })),
  face: optional(oneOf(FACES)),
  from: optional(instant()),
  to: optional(instant()),
};

export function searchIn(site: Site, filter: MemberValues<typeof AUDIT_FILTER>): AuditSearch {
  return { ...filter, site: site.id };
}

export function auditLine({ site: _site, noun: _noun, ...line }: AuditEntry): AuditLine {
  return line;
}
