/** How a session repeats, in the interface's words (meeting.xsd, repeatType). */
import type { LocalTime } from '../../time/site-time.ts';

/**
 * CONSTANT is a session without fixed times: open from its start on, until its expiration date or for ever.
 * IRREGULARLY is a course of listed dates (trainingsession.xsd).
 */
export const REPEAT_TYPES = [
  'NO_REPEAT',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
  'CONSTANT',
  'IRREGULARLY',
] as const;
export type RepeatType = (typeof REPEAT_TYPES)[number];

export const DAYS_OF_WEEK = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const;
export type DayOfWeek = (typeof DAYS_OF_WEEK)[number];

/**
 * A repeat that keeps the rules. Only what its type uses is there, and all of it:
 * DAILY has an interval and perhaps dayInWeek; WEEKLY an interval and dayInWeek; MONTHLY an interval and either
 * dayInMonth or weekInMonth with dayInWeek; YEARLY an interval and either what MONTHLY has with monthInYear, or
 * dayInYear. Each of these may have afterMeetingNumber, expirationDate, both (the earlier ends it) or neither.
 * IRREGULARLY has its dates alone.
 */
export type Repeat = {
  readonly repeatType: RepeatType;
  readonly interval?: number | undefined;
  readonly afterMeetingNumber?: number | undefined;
  readonly dayInWeek?: readonly DayOfWeek[] | undefined;
  /**
   * In the session's zone, like its start. The day counts whole: clients write the midnight with which the last
   * day begins (Zimbra), and mean that day too.
   */
  readonly expirationDate?: LocalTime | undefined;
  readonly dayInMonth?: number | undefined;
  /** The last week is `LAST_WEEK`. */
  readonly weekInMonth?: number | undefined;
  readonly monthInYear?: number | undefined;
  readonly dayInYear?: number | undefined;
  /** Every start, in order, no two alike. */
  readonly dates?: readonly LocalTime[] | undefined;
};

/** What a client asks for: any numbers, a date as it wrote it, and perhaps fields that the type does not use. */
export type RepeatInput = Omit<Repeat, 'repeatType' | 'expirationDate'> & {
  readonly repeatType?: RepeatType | undefined;
  readonly expirationDate?: string | LocalTime | undefined;
};

export const NO_REPEAT: Repeat = { repeatType: 'NO_REPEAT' };

/** weekInMonth for the last of its kind, be it the fourth or the fifth. */
export const LAST_WEEK = 5;

/** Whether nothing in the repeat ends it. */
export function isEndless({ repeatType, afterMeetingNumber, expirationDate }: Repeat): boolean {
  if (repeatType === 'NO_REPEAT' || repeatType === 'IRREGULARLY') return false;
  return afterMeetingNumber === undefined && expirationDate === undefined;
}
