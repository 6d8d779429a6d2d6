/** A day and a time of day as people read them: for lists that say the date once a day. */
const known = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a thousand times what using it does. */
function format(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, options]);
  const made = known.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  known.set(key, made);
  return made;
}

/** `Wednesday, March 4`, with its year where that is another than the reader's. */
export function dayText(locale: string, timeZone: string, at: number, now: number): string {
  const year = format('en', timeZone, { year: 'numeric' });
  const isThisYear = year.format(at) === year.format(now);
  return plain(
    format(locale, timeZone, {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      ...(!isThisYear && { year: 'numeric' }),
    }).format(at),
  );
}

/** `10:30 – 11:30 AM`. */
export function timeText(locale: string, timeZone: string, at: number, minutes: number): string {
  const time = format(locale, timeZone, { timeStyle: 'short' });
  return plain(time.formatRange(at, at + minutes * 60_000));
}

/** `2026-03-04`: the day on the clocks of a zone. */
export function dayOn(timeZone: string, at: number): string {
  return format('sv-SE', timeZone, { dateStyle: 'short' }).format(at);
}

/** Intl's narrow spaces are plain ones on pages. */
function plain(text: string): string {
  return text.replace(/[\u202f\u00a0\u2009]/g, ' ');
}
