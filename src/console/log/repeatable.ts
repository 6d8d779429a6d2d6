/** Which entries can be repeated: messages of the XML API whose text was kept whole, and pages that were only looked at. */
import type { EntryDetail } from '../../request-log/entry.ts';
import { bodyIn, type EntryRow, NOT_KEPT } from '../../request-log/log-row.ts';
import { MASK } from '../../request-log/masking/mask.ts';
import type { LogEntry, NoRepeat } from './log-data.ts';

/** For programs that call the console's API; its pages have words of their own. */
export const NO_REPEAT: Readonly<Record<NoRepeat, string>> = {
  noSite: 'no site was found, so that nobody could send it',
  notGet: 'only a GET can be repeated',
  secretInAddress: 'there is a secret in its address, which the log does not have',
  otherFace: 'only messages of the XML API and GETs of the URL API can be repeated',
  tooManyToKeep: 'more messages came at that moment than are kept: send it again',
  notKept: 'the log has not kept the message: switch on that bodies are kept, and send it again',
  keptInPart: 'the log has kept the beginning of the message only',
};

export function repeatOf(row: EntryRow, detail: EntryDetail): LogEntry['repeat'] {
  const why = whyNot(row, detail);
  return why === undefined ? { can: true } : { can: false, why };
}

function whyNot(
  { face, site, request, body_size }: EntryRow,
  { method, target }: EntryDetail,
): NoRepeat | undefined {
  if (site === 0) return 'noSite';
  if (face === 'url') {
    if (method !== 'GET' || target === undefined) return 'notGet';
    return target.includes(MASK) ? 'secretInAddress' : undefined;
  }
  if (face !== 'xml') return 'otherFace';
  const body = bodyIn(request);
  if (!body && body_size === NOT_KEPT) return 'tooManyToKeep';
  if (!body) return 'notKept';
  return body.cutFrom === undefined ? undefined : 'keptInPart';
}
