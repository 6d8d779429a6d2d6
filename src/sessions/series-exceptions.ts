/** Single occurrences of a series that do not take place, take place at another time, or have something of their own. */
import { RuleBroken } from '../refusal.ts';
import { type LocalTime, toInstant } from '../time/site-time.ts';
import type { OwnOfOccurrence, SeriesException } from './documents/base-document.ts';
import { isEndless } from './recurrence/repeat.ts';
import { occurrences, type Series } from './recurrence/series-starts.ts';

export type { OwnOfOccurrence, SeriesException };

/** Occurrences are counted so far. */
const LAST_INDEX = 999;

/** What somebody may say of one occurrence. */
export type OwnWish = Omit<OwnOfOccurrence, 'audioPassword'>;

/** What becomes of one occurrence: it is moved to another start, dropped, or differs from its series otherwise. */
export interface OccurrenceChange {
  /** Which one of the series, counted from 1; those that do not take place any more count too. */
  readonly index: number;
  /** On the clocks of the series' zone; without it the occurrence is dropped. */
  readonly start: LocalTime | 'as it is' | undefined;
  /** What it is to have: where that is what the series has, it goes with the series. What is absent stays. */
  readonly own?: OwnWish | undefined;
}

/**
 * The exceptions of a series after changes to some of its occurrences; one that is as its series again is none any more.
 * @param series as it is without any
 * @param usual what the series has
 * @throws RuleBroken when the series has no such occurrence, another one starts at that time, or none would be left.
 */
export function exceptionsAfter(
  series: Series,
  before: readonly SeriesException[],
  changes: readonly OccurrenceChange[],
  usual: OwnWish = {},
): readonly SeriesException[] {
  if (changes.length === 0) return before;
  if (series.repeat.repeatType === 'CONSTANT') {
    throw new RuleBroken('repeatSession', 'is about sessions that recur');
  }
  const lastIndex = Math.max(...changes.map(({ index }) => index));
  const starts = occurrences(series, { limit: Math.min(lastIndex, LAST_INDEX) });
  const exceptions = new Map(before.map((one) => [one.index, one]));
  for (const { index, start, own: wish } of changes) {
    const from = starts[index - 1];
    if (from === undefined) throw new RuleBroken('index', `the series has no session ${index}`);
    const there = exceptions.get(index);
    if (start === 'as it is' && there && there.to === undefined) {
      throw new RuleBroken('index', `the session ${index} does not take place`);
    }
    const to = start === 'as it is' ? (there?.to ?? from) : start && toInstant(start, series.zone);
    const own = to === undefined ? undefined : ownAfter(there?.own, wish, usual);
    if (to === from && !own) exceptions.delete(index);
    else exceptions.set(index, { index, from, to, own });
  }
  const after = [...exceptions.values()].sort((one, other) => one.index - other.index);
  checkStarts(series, after, changes);
  return after;
}

/** Nothing where nothing is its own. A password that is another one has no audio password yet. */
function ownAfter(
  before: OwnOfOccurrence | undefined,
  wish: OwnWish = {},
  usual: OwnWish,
): OwnOfOccurrence | undefined {
  const after = { ...before };
  for (const name of ['duration', 'confName', 'agenda', 'password'] as const) {
    const wished = wish[name];
    if (wished === undefined) continue;
    if (name === 'password' && wished !== before?.password) delete after.audioPassword;
    if (wished === usual[name] || (wished === '' && !usual[name])) delete after[name];
    else Object.assign(after, { [name]: wished });
  }
  return Object.keys(after).length === 0 ? undefined : after;
}

function checkStarts(
  series: Series,
  exceptions: readonly SeriesException[],
  changes: readonly OccurrenceChange[],
): void {
  const ruled = { ...series, exclusions: exceptions.map(({ from }) => from) };
  const moved = exceptions.flatMap(({ to }) => to ?? []);
  const starts = new Set(moved);
  const isElsewhere = new Set(exceptions.map(({ index }) => index));
  const isTaken = changes.some(({ index, start }) => {
    if (start === undefined || start === 'as it is') return false;
    const at = toInstant(start, series.zone);
    // One that is back at its own start stands in nobody's way there but in that of one that was moved to it.
    if (!isElsewhere.has(index)) return starts.has(at);
    return occurrences(ruled, { from: at, until: at, limit: 1 }).length > 0;
  });
  if (isTaken || starts.size < moved.length) {
    throw new RuleBroken('startDate', 'must not be that of another session of the series');
  }
  if (isEndless(series.repeat) || moved.length > 0) return;
  if (occurrences(ruled, { limit: 1 }).length === 0) {
    throw new RuleBroken('repeatSession', 'must leave a session of the series');
  }
}
