/** The place that an address names. */

/** Seconds, of `#t=65`, `#t=1:05` or `#t=1m5s`. */
export function placeInHash(hash: string): number | undefined {
  const [, text] = /^#t=([\d:.hms]+)$/i.exec(hash) ?? [];
  if (text === undefined) return undefined;
  const [, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/i.exec(text) ?? [];
  if (hours ?? minutes ?? seconds) {
    return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  }
  const at = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number.isFinite(at) ? at : undefined;
}
