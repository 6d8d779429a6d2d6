/** Times and sizes as people read them. */

/** `0:07`, `12:34`, `1:02:03`. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const rest = `${hours > 0 ? two(minutes) : minutes}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/**
 * `900 B`, `48 MB`, `1.2 GB`, in German `1,2 GB`.
 * @param lang of the page
 */
export function amountOfBytes(bytes: number, lang: string): string {
  if (bytes < 1000) return `${bytes} B`;
  let amount = bytes;
  let unit = -1;
  do {
    amount /= 1000;
    unit += 1;
  } while (amount >= 999.5 && unit < UNITS.length - 1);
  const shown = amount < 9.95 ? amount.toFixed(1).replace(/\.0$/, '') : String(Math.round(amount));
  return `${lang === 'de' ? shown.replace('.', ',') : shown} ${UNITS[unit]}`;
}

/** Of the house's words for formats. */
export function formatName(format: string): string {
  return format === 'WEBM' ? 'WebM' : format;
}
