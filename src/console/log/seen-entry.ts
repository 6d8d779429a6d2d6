/** Which entry somebody means, and how much of it they see. */
import { NoRecordFound } from '../../refusal.ts';
import type { EntryRow } from '../../request-log/log-row.ts';
import type { ApiCall } from '../api/endpoint.ts';

export interface SeenEntry {
  readonly row: EntryRow;
  /** It is of no site, and found by its request id: why it was refused is told, and nothing of whoever called. */
  readonly isReduced: boolean;
}

/**
 * An entry of the site; for an owner any. Of a message whose site was not found, every administrator finds the entry by
 * the request id that its caller was told: otherwise nobody could tell an integrator why their calls find no site.
 * @param named an entry's number, or a request id
 * @throws NoRecordFound, for entries of other sites as for such as do not exist
 */
export async function seenEntry(call: ApiCall, named: string): Promise<SeenEntry> {
  const { requestLog } = call.context;
  const isNumber = /^\d{1,15}$/.test(named);
  const row = await requestLog.find(isNumber ? Number(named) : named);
  if (!row) throw new NoRecordFound();
  if (call.isOwner || row.site === call.site.id) return { row, isReduced: false };
  if (row.site === 0 && !isNumber) return { row: reduced(row), isReduced: true };
  throw new NoRecordFound();
}

function reduced(row: EntryRow): EntryRow {
  return { ...row, caller: null, address: null, body_size: 0, request: null, response: null };
}
