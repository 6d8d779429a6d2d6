/** The audit as a file, piece by piece: lines of JSON for programs, or a table for a spreadsheet. */
import { guarded } from '../formula-guard.ts';
import type { AuditEntry } from './audit-list.ts';

export type AuditForm = 'ndjson' | 'csv';

const HEADINGS = [
  'time',
  'act',
  'name',
  'number',
  'who',
  'kind',
  'site',
  'by',
  'address',
  'request',
  'before',
  'after',
];

export async function* auditExport(
  batches: AsyncIterable<readonly AuditEntry[]>,
  form: AuditForm,
): AsyncGenerator<string> {
  if (form === 'csv') yield line(HEADINGS);
  for await (const entries of batches) {
    yield entries.map(form === 'csv' ? (entry) => line(cellsOf(entry)) : written).join('');
  }
}

function written({ at, site: _site, ...entry }: AuditEntry): string {
  return `${JSON.stringify({ at: new Date(at).toISOString(), ...entry })}\n`;
}

function cellsOf({ at, act, name, subject, actor, before, after }: AuditEntry): string[] {
  return [
    new Date(at).toISOString(),
    act,
    name,
    String(subject ?? ''),
    actor.name,
    actor.kind,
    actor.site ?? '',
    actor.face,
    actor.address ?? '',
    actor.requestId ?? '',
    before ? JSON.stringify(before) : '',
    after ? JSON.stringify(after) : '',
  ];
}

/** Every cell in quotation marks (RFC 4180), and none that a spreadsheet would calculate. */
function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
