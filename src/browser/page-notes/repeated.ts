/** Requests that the console sends once more through the application itself: which entry of the log each repeats. */
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const HEADER = 'x-parlance-repeats';

/** Nobody else knows the token, so that no stranger's entry names another one. */
const expected = new Map<string, number>();

/** The header that a request bears which repeats an entry; it is good once. */
export function repeatToken(entry: number): Readonly<Record<string, string>> {
  const token = randomBytes(16).toString('hex');
  expected.set(token, entry);
  return { [HEADER]: token };
}

/** The entry that a request repeats. */
export function repeatedBy(headers: IncomingHttpHeaders): number | undefined {
  const token = headers[HEADER];
  if (typeof token !== 'string') return undefined;
  const entry = expected.get(token);
  expected.delete(token);
  return entry;
}
