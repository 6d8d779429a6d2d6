/** A try to send a mail as the request log has it: never to whom, and never what it says. */
import type { NewEntry } from '../request-log/entry.ts';
import type { SendingAttempt } from './sender.ts';

const LONGEST_REASON = 300;

/** Servers repeat whom a mail is for. */
const ADDRESS = /[^\s<>"(),:;]+@[^\s<>"(),:;]+/g;

export function mailEntry(
  { mail, took, problem, isGivenUp }: SendingAttempt,
  { id, now }: { readonly id: string; readonly now: number },
): NewEntry {
  return {
    at: now - took,
    id,
    face: 'mail',
    operation: mail.kind,
    site: mail.site,
    result: problem === undefined ? 'ok' : isGivenUp ? 'refused' : 'fault',
    reason: problem?.replaceAll(ADDRESS, '…').slice(0, LONGEST_REASON),
    ms: took,
    bytesIn: 0,
    bytesOut: 0,
    hints: 0,
    detail: { mail: mail.id },
  };
}
