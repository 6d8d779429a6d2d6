/** Dates and times as people read them, in their language and their zone. */
import type { TimeZone } from '../time/time-zones.ts';
import type { Texts } from './texts.ts';

/** `Wednesday, March 4, 2026, 10:30 AM – 11:30 AM, New York (Eastern Standard Time, GMT-05:00)`. */
export function whenText(texts: Texts, startAt: number, duration: number, zone: TimeZone): string {
  return texts.inZone(clockText(texts, startAt, duration, zone), texts.zoneName(zone, startAt));
}

/** The same where the zone is known already. */
export function clockText(texts: Texts, startAt: number, duration: number, zone: TimeZone): string {
  const { date, time } = formatsOf(texts.locale, zone.iana);
  const endAt = startAt + duration * 60_000;
  const [day, from, to] = [shown(date, startAt), shown(time, startAt), shown(time, endAt)];
  const lastDay = shown(date, endAt);
  return lastDay === day
    ? texts.between(day, from, to)
    : texts.betweenDays(`${day}, ${from}`, `${lastDay}, ${to}`);
}

interface Formats {
  readonly date: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}

/** Making a format costs a thousand times what using it does. */
const known = new Map<string, Formats>();

function formatsOf(locale: string, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  let formats = known.get(key);
  if (formats === undefined) {
    formats = {
      date: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }),
      time: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }),
    };
    known.set(key, formats);
  }
  return formats;
}

/** Intl's narrow spaces are plain ones in mail. */
function shown(format: Intl.DateTimeFormat, at: number): string {
  return format.format(at).replace(/[\u202f\u00a0]/g, ' ');
}
