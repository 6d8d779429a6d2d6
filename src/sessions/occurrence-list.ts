/** The occurrences of a series, each with its number and what became of it. */
import { asSeries } from './as-occurrence.ts';
import type { OwnOfOccurrence } from './documents/base-document.ts';
import { occurrences } from './recurrence/series-starts.ts';
import { seriesOf } from './series.ts';
import type { SessionWithDocument } from './session.ts';

export interface Occurrence {
  /** Counted from 1, as the series is without exceptions. */
  readonly index: number;
  /** When the rule of the series has it; epoch milliseconds. */
  readonly from: number;
  /** When it takes place; nothing where it has been dropped. */
  readonly at: number | undefined;
  /** How long it takes; minutes. */
  readonly duration: number;
  /** Whether it differs from its series in anything, its start among it. */
  readonly isModified: boolean;
  /** What it has of its own beside its start. */
  readonly own?: OwnOfOccurrence | undefined;
}

/** Occurrences are numbered so far. */
const LAST_INDEX = 999;

/** Those that end after an instant, in order; dropped ones by when they would have started. */
export function occurrencesAfter(session: SessionWithDocument, after: number, most: number): Occurrence[] {
  const { document } = session;
  const usual = asSeries(session).duration;
  const ruled = { ...seriesOf(session, document), exclusions: [], additions: [] };
  const exceptions = new Map((document.exceptions ?? []).map((one) => [one.index, one]));
  const all = occurrences(ruled, { limit: LAST_INDEX }).map((from, at): Occurrence => {
    const exception = exceptions.get(at + 1);
    return {
      index: at + 1,
      from,
      at: exception ? exception.to : from,
      duration: exception?.own?.duration ?? usual,
      isModified: exception !== undefined,
      own: exception?.own,
    };
  });
  return all
    .filter(({ from, at = from, duration }) => at + duration * 60_000 > after)
    .sort((one, other) => (one.at ?? one.from) - (other.at ?? other.from))
    .slice(0, most);
}

/** Every one of it. */
export function allOccurrences(session: SessionWithDocument): Occurrence[] {
  return occurrencesAfter(session, Number.NEGATIVE_INFINITY, LAST_INDEX);
}

/** The one start of a session that does not recur. */
export function onlyOccurrence({ startAt, duration }: SessionWithDocument): Occurrence {
  return { index: 1, from: startAt, at: startAt, duration, isModified: false };
}

/** The one of that number; nothing where the series has none. */
export function occurrenceAt(session: SessionWithDocument, index: number): Occurrence | undefined {
  return occurrencesAfter(session, Number.NEGATIVE_INFINITY, LAST_INDEX).find((one) => one.index === index);
}

/** The one that the rule of the series has at that instant, or that was moved there; nothing where there is none. */
export function occurrenceAtStart(session: SessionWithDocument, startAt: number): Occurrence | undefined {
  if (!session.recurring) {
    return session.startAt === startAt ? onlyOccurrence(session) : undefined;
  }
  const all = occurrencesAfter(session, Number.NEGATIVE_INFINITY, LAST_INDEX);
  return all.find(({ from }) => from === startAt) ?? all.find(({ at }) => at === startAt);
}
