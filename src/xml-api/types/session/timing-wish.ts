/** When a session is wished to take place, as every service's schedule and repeat say it. */
import type { RepeatType } from '../../../sessions/recurrence/repeat.ts';
import type { RepeatInput } from '../../../sessions/recurrence.ts';
import type { TimingWish } from '../../../sessions/timing.ts';
import { localTimeAsked, zoneAsked } from '../when.ts';

interface ScheduleRequest {
  readonly startDate?: string | undefined;
  readonly timeZoneID?: number | undefined;
  readonly timeZone?: string | undefined;
  readonly duration?: number | undefined;
}

type RepeatRequest = Omit<RepeatInput, 'dayInWeek' | 'repeatType' | 'expirationDate'> & {
  readonly repeatType?: RepeatType | undefined;
  readonly expirationDate?: string | undefined;
  readonly dayInWeek?: { readonly day: NonNullable<RepeatInput['dayInWeek']> } | undefined;
};

/** @throws RuleBroken when a date or a zone is invalid. */
export function timingWish(
  { startDate, timeZoneID, timeZone, duration }: ScheduleRequest = {},
  repeat?: RepeatRequest | undefined,
): TimingWish {
  return {
    start: startDate === undefined ? undefined : localTimeAsked('startDate', startDate),
    zone: zoneAsked(timeZoneID, timeZone),
    duration,
    repeat: repeat && repeatWish(repeat),
  };
}

function repeatWish({ dayInWeek, expirationDate, ...rest }: RepeatRequest): RepeatInput {
  return {
    ...rest,
    dayInWeek: dayInWeek?.day,
    expirationDate:
      expirationDate === undefined ? undefined : localTimeAsked('expirationDate', expirationDate),
  };
}
