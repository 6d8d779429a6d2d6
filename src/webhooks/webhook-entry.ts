/** A try to deliver a message, as an entry of the request log. */
import type { NewEntry } from '../request-log/entry.ts';
import type { DeliveryAttempt } from './deliverer.ts';
import { withoutQuery } from './webhook.ts';

const LONGEST_REASON = 500;

export function webhookEntry(
  { site, targetUrl, resource, event, body, posted, took }: DeliveryAttempt,
  { id, now }: { readonly id: string; readonly now: number },
): NewEntry {
  const { status, problem, answer } = posted;
  return {
    at: now - took,
    id,
    face: 'webhook',
    operation: `${resource} ${event}`,
    site,
    result: problem === undefined ? 'ok' : 'refused',
    reason: problem?.slice(0, LONGEST_REASON),
    httpStatus: status,
    ms: took,
    bytesIn: Buffer.byteLength(answer),
    bytesOut: Buffer.byteLength(body),
    hints: 0,
    detail: { method: 'POST', target: withoutQuery(targetUrl) },
  };
}
