/** When a session takes place, taken apart so that a page puts it into words. */
import { localeOf } from '../../language.ts';
import { DAYS_OF_WEEK, isEndless, type Repeat } from '../../sessions/recurrence/repeat.ts';
import { occurrences, type Series } from '../../sessions/recurrence/series-starts.ts';
import { toInstant } from '../../time/site-time.ts';
import { spokenTo } from '../appearance.ts';
import type { Timetable } from '../pages/schedule-page.ts';
import type { PageCall } from '../site-page.ts';
import { dayText, timeText } from './reading-times.ts';

/** So many of the next days are told. */
const NEXT = 5;

/** A series without end is counted no further. */
const MOST = 999;

/** @param duration minutes */
export async function timetable(
  call: PageCall,
  series: Series,
  duration: number,
): Promise<Timetable | undefined> {
  const locale = localeOf(await spokenTo(call));
  const { zone, repeat, start } = series;
  const now = call.context.clock.now();
  const starts = isEndless(repeat) ? occurrences(series, { limit: 1 }) : occurrences(series, { limit: MOST });
  const isOpen = repeat.repeatType === 'CONSTANT';
  const first = isOpen ? toInstant(start, zone) : starts[0];
  if (first === undefined) return undefined;
  const onDay = (at: number) => dayText(locale, zone.iana, at, now);
  const last = starts.at(-1);
  return {
    startAt: first,
    day: onDay(first),
    time: timeText(locale, zone.iana, first, duration),
    zone: zone.iana,
    repeat:
      repeat.repeatType === 'NO_REPEAT'
        ? undefined
        : {
            ...patternOf(repeat),
            times: isEndless(repeat) || isOpen ? undefined : starts.length,
            until: untilOf(),
            next: isOpen ? [] : occurrences(series, { from: now, limit: NEXT }).map(onDay),
          },
  };

  function untilOf(): string | undefined {
    if (isOpen) return repeat.expirationDate && onDay(toInstant(repeat.expirationDate, zone));
    return isEndless(repeat) || last === undefined ? undefined : onDay(last);
  }
}

function patternOf({
  repeatType: type,
  interval = 1,
  dayInWeek = [],
  dayInMonth,
  weekInMonth: week,
  monthInYear: month,
  dayInYear,
}: Repeat) {
  return {
    type,
    interval,
    days: dayInWeek.map((day) => DAYS_OF_WEEK.indexOf(day)),
    dayInMonth,
    week,
    month,
    dayInYear,
  };
}
