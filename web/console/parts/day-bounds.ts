/** Days of the reader's own calendar as moments, for filters. */

/** When a day such as `2026-03-05` begins; nothing for what is no day. */
export function beginningOf(day: string): string | undefined {
  const at = new Date(`${day}T00:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** When the day after it begins: what is before that is of the day, or earlier. */
export function endOf(day: string): string | undefined {
  const at = new Date(`${day}T00:00`);
  if (Number.isNaN(at.getTime())) return undefined;
  at.setDate(at.getDate() + 1);
  return at.toISOString();
}
