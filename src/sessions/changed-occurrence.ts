/** Which occurrence of a series a change was about, where it was about one alone. */
import { isDeepStrictEqual } from 'node:util';
import type { SeriesException } from './documents/base-document.ts';
import { type Occurrence, occurrenceAt } from './occurrence-list.ts';
import type { SessionWithDocument } from './session.ts';

/** Nothing where the series itself was changed, or several of its occurrences. */
export function changedOccurrence(
  before: SessionWithDocument,
  after: SessionWithDocument,
): Occurrence | undefined {
  if (!after.recurring || !(before.document.exceptions ?? after.document.exceptions)) return undefined;
  if (!isDeepStrictEqual(withoutExceptions(before), withoutExceptions(after))) return undefined;
  const [was, is] = [exceptionsOf(before), exceptionsOf(after)];
  const all = new Set([...was.keys(), ...is.keys()]);
  const changed = [...all].filter((index) => was.get(index) !== is.get(index));
  return changed.length === 1 ? occurrenceAt(after, changed[0] ?? 0) : undefined;
}

/** What is said of each, by its number. */
function exceptionsOf({ document }: SessionWithDocument): ReadonlyMap<number, string> {
  const { exceptions = [] } = document;
  return new Map(exceptions.map((one: SeriesException) => [one.index, JSON.stringify(one)]));
}

/** The start of a series is that of the first of its occurrences that takes place. */
function withoutExceptions({ confName, duration, host, timeZoneID, document }: SessionWithDocument): unknown {
  const { exceptions: _exceptions, excluded: _excluded, ...rest } = document;
  return JSON.parse(JSON.stringify([confName, duration, host, timeZoneID, rest]));
}
