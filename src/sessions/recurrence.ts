/** How sessions repeat: what clients ask for, when that takes place, and how it is told to calendars and people. */
export { toExDate, toRDate, toRRule } from './recurrence/calendar.ts';
export { checkedRepeat } from './recurrence/checked-repeat.ts';
export { localTimeAt } from './recurrence/clock-readings.ts';
export { describe } from './recurrence/describe.ts';
export {
  DAYS_OF_WEEK,
  type DayOfWeek,
  isEndless,
  NO_REPEAT,
  REPEAT_TYPES,
  type Repeat,
  type RepeatInput,
  type RepeatType,
} from './recurrence/repeat.ts';
export {
  lastOccurrence,
  type Materialised,
  materialised,
  nextOccurrence,
  occurrences,
  type Series,
  seriesEnd,
  seriesStart,
  type Window,
} from './recurrence/series-starts.ts';
