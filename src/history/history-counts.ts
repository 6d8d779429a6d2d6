/** Totals of the history from the counts that are kept of each day, so that a list of a million costs no counting. */
import { type RawBuilder, sql } from 'kysely';
import type { Database, HistoryBound } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import { dayOf, startOf } from './days.ts';
import { conditionsOf, type HistorySearch, type Span, spansOf, USAGES } from './history-search.ts';

export interface Counted {
  readonly usages: number;
  readonly attendances: number;
  /** Milliseconds: none of them lasted longer. */
  readonly longest: number;
}

/** The one bound that a search has, where the kept counts can tell its total. */
export interface CountedBy {
  readonly bound: HistoryBound;
  readonly span: Span;
}

/** Nothing where more than one bound narrows the list, or something else. */
export function countedBy(search: HistorySearch): CountedBy | undefined {
  const { started, ended } = search.criteria;
  if (!isOfTimes(search) || (started && ended)) return undefined;
  const spans = spansOf(search);
  if (spans.started && spans.ended) return undefined;
  return spans.started ? { bound: 'START', span: spans.started } : { bound: 'END', span: spans.ended ?? {} };
}

/** A bound of all that is found, where nothing but times narrows the list of a site. */
export function boundedBy(search: HistorySearch): CountedBy | undefined {
  if (!isOfTimes(search)) return undefined;
  const { started, ended } = spansOf(search);
  if (started) return { bound: 'START', span: started };
  return ended && { bound: 'END', span: ended };
}

function isOfTimes({ host, criteria }: HistorySearch): boolean {
  const { started, ended, ...others } = criteria;
  return host === undefined && Object.values(others).every((criterion) => criterion === undefined);
}

export function openHistoryCounts(database: Database) {
  const { builder, dialect } = database;

  /** Whole days, and the longest of those on the edges too. */
  async function ofDays(site: Site, search: HistorySearch, { bound, span }: CountedBy): Promise<Counted> {
    const days = sql`site = ${site.id} and service = ${search.service} and bound = ${bound}
      and day >= ${span.from === undefined ? 0 : dayOf(span.from)}
      and day <= ${span.to === undefined ? LAST_DAY : dayOf(span.to)}`;
    const whole = sql`day >= ${firstWhole(span)} and day <= ${lastWhole(span)}`;
    const counted = await database.first(
      sql<Counted>`select
          coalesce(sum(case when ${whole} then usages else 0 end), 0) as usages,
          coalesce(sum(case when ${whole} then attendances else 0 end), 0) as attendances,
          coalesce(max(longest), 0) as longest
        from history_count where ${days} ${withAudio(search)}`.compile(builder),
    );
    return counted ?? NOTHING;
  }

  async function onEdge(
    site: Site,
    search: HistorySearch,
    bound: HistoryBound,
    span: Span,
  ): Promise<Counted> {
    const criteria = bound === 'START' ? { started: span } : { ended: span };
    const conditions = conditionsOf(USAGES, site, { ...search, since: undefined, criteria }, dialect);
    const counted = await database.first(
      sql<Counted>`select count(*) as usages, coalesce(sum(u.stays), 0) as attendances, 0 as longest
        from usage as u where ${conditions}`.compile(builder),
    );
    return counted ?? NOTHING;
  }

  return {
    /** Milliseconds: none of those that fit lasted longer. */
    async longest(site: Site, search: HistorySearch, by: CountedBy): Promise<number> {
      return (await ofDays(site, search, by)).longest;
    },

    async within(site: Site, search: HistorySearch, by: CountedBy): Promise<Counted> {
      const parts = [await ofDays(site, search, by)];
      for (const span of edgesOf(by.span)) parts.push(await onEdge(site, search, by.bound, span));
      return parts.reduce((sum, part) => ({
        usages: sum.usages + part.usages,
        attendances: sum.attendances + part.attendances,
        longest: Math.max(sum.longest, part.longest),
      }));
    },
  };
}

const NOTHING: Counted = { usages: 0, attendances: 0, longest: 0 };

/** Far beyond the last date that the interface can name. */
const LAST_DAY = 100_000;

function withAudio({ withAudioOnly }: HistorySearch): RawBuilder<unknown> {
  return withAudioOnly ? sql`` : sql`and audio_only = ${sql.lit(0)}`;
}

/** The first day that the span holds from its beginning. */
function firstWhole({ from }: Span): number {
  if (from === undefined) return 0;
  return startOf(dayOf(from)) === from ? dayOf(from) : dayOf(from) + 1;
}

/** The last day that the span holds to its end. */
function lastWhole({ to }: Span): number {
  return to === undefined ? LAST_DAY : dayOf(to + 1) - 1;
}

/** What the whole days leave of a span: a part of its first day and of its last, or one part of a day. */
function edgesOf(span: Span): Span[] {
  const { from, to } = span;
  const [first, last] = [firstWhole(span), lastWhole(span)];
  if (first > last) return [span];
  return [
    ...(from !== undefined && from < startOf(first) ? [{ from, to: startOf(first) - 1 }] : []),
    ...(to !== undefined && to >= startOf(last + 1) ? [{ from: startOf(last + 1), to }] : []),
  ];
}
