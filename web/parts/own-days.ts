/** The rows of a list by days, on the reader's own clocks once their browser tells them. */
import type { MeetingDays, MeetingRow } from '../../src/browser/pages/meeting-row.ts';
import { useHydrated } from './use-hydrated.ts';

const DAY = 86_400_000;

export interface OwnDay {
  readonly key: string;
  /** `Wednesday, March 4`. */
  readonly text: string;
  readonly relative: 'today' | 'tomorrow' | undefined;
  readonly rows: readonly MeetingRow[];
}

interface OwnDays {
  readonly running: readonly MeetingRow[];
  readonly groups: readonly OwnDay[];
  /** IANA, as people read it: `Europe/Berlin`. */
  readonly zone: string;
}

export function useOwnDays({ rows, zone, now }: MeetingDays): OwnDays {
  const isHydrated = useHydrated();
  const own = isHydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
  const shown = own === zone ? rows : rows.map((row) => onOwnClocks(row, own, now));
  const planned = shown.filter(({ inProgress }) => !inProgress);
  const today = dayOn(own, now);
  const tomorrow = dayOn(own, now + DAY);
  const groups = Map.groupBy(planned, ({ startAt, day }) =>
    startAt === undefined ? day : dayOn(own, startAt),
  );
  return {
    running: shown.filter(({ inProgress }) => inProgress),
    groups: [...groups].map(([key, ofDay]) => ({
      key,
      text: ofDay[0]?.day ?? '',
      relative: key === today ? 'today' : key === tomorrow ? 'tomorrow' : undefined,
      rows: ofDay,
    })),
    zone: own.replaceAll('_', ' '),
  };
}

/** `2026-03-04`. */
function dayOn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(at);
}

function onOwnClocks(row: MeetingRow, timeZone: string, now: number): MeetingRow {
  const { startAt, duration } = row;
  if (startAt === undefined) return row;
  const lang = document.documentElement.lang;
  const isThisYear = dayOn(timeZone, startAt).slice(0, 4) === dayOn(timeZone, now).slice(0, 4);
  const day = new Intl.DateTimeFormat(localeFor(lang), {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone,
  });
  const time = new Intl.DateTimeFormat(localeFor(lang), { timeStyle: 'short', timeZone });
  return {
    ...row,
    day: day.format(startAt),
    time: time.formatRange(startAt, startAt + duration * 60_000),
  };
}

/** The page's language as the reader's country writes it, where that is theirs. */
function localeFor(lang: string): string {
  return navigator.languages.find((one) => one.split('-')[0] === lang) ?? lang;
}
