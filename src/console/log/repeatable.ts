/** Which entries can be repeated: messages of the XML API whose text was kept whole, and pages that were only looked at. */
import type { EntryDetail } from '../../request-log/entry.ts';
import { bodyIn, type EntryRow, NOT_KEPT } from '../../request-log/log-row.ts';
import { MASK } from '../../request-log/masking/mask.ts';
import type { LogEntry } from './log-data.ts';

export function repeatOf(row: EntryRow, detail: EntryDetail): LogEntry['repeat'] {
  const why = whyNot(row, detail);
  return why === undefined ? { can: true } : { can: false, why };
}

function whyNot(
  { face, site, request, body_size }: EntryRow,
  { method, target }: EntryDetail,
): string | undefined {
  if (site === 0) return 'no site was found, so that nobody could send it';
  if (face === 'url') {
    if (method !== 'GET' || target === undefined) return 'only a GET can be repeated';
    return target.includes(MASK)
      ? 'there is a secret in its address, which the log does not have'
      : undefined;
  }
  if (face !== 'xml') return 'only messages of the XML API and GETs of the URL API can be repeated';
  const body = bodyIn(request);
  if (!body && body_size === NOT_KEPT)
    return 'more messages came at that moment than are kept: send it again';
  if (!body) return 'the log has not kept the message: switch on that bodies are kept, and send it again';
  return body.cutFrom === undefined ? undefined : 'the log has kept the beginning of the message only';
}
