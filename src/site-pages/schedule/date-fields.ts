/** Days, times and numbers as the fields of browsers have them: `2026-03-04`, `10:30`. */
import { formatLocalTime, type LocalTime, parseSiteTime } from '../../time/site-time.ts';

export function dateIn(text: string): Pick<LocalTime, 'year' | 'month' | 'day'> | undefined {
  const [, year = '', month = '', day = ''] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? [];
  return parseSiteTime(`${month}/${day}/${year}`);
}

/** Seconds that a browser adds are left out. */
export function timeIn(text: string): Pick<LocalTime, 'hour' | 'minute'> | undefined {
  const [, hour, minute] = /^\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*$/.exec(text) ?? [];
  if (Number(hour ?? 99) > 23 || Number(minute ?? 99) > 59) return undefined;
  return { hour: Number(hour), minute: Number(minute) };
}

export function numberIn(text: string, least: number, most: number): number | undefined {
  if (!/^\s*\d{1,9}\s*$/.test(text)) return undefined;
  const number = Number(text);
  return number < least || number > most ? undefined : number;
}

export function dateText(local: LocalTime): string {
  const [month, day, year] = formatLocalTime(local).slice(0, 10).split('/');
  return `${year}-${month}-${day}`;
}

export function timeText(local: LocalTime): string {
  return formatLocalTime(local).slice(11, 16);
}
