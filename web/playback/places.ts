/** Where somebody stopped watching; their browser alone knows. */

const KEY = 'recordings-places';

/** Recordings that are remembered; the last ones. */
const MOST = 100;

type Place = readonly [recording: string, seconds: number];

export function placeIn(recording: string): number | undefined {
  return places().find(([name]) => name === recording)?.[1];
}

/** @param seconds nothing when there is no place to come back to */
export function keepPlace(recording: string, seconds: number | undefined): void {
  const others = places().filter(([name]) => name !== recording);
  const kept: Place[] = seconds === undefined ? others : [[recording, Math.floor(seconds)], ...others];
  try {
    localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST)));
  } catch {
    // Where nothing may be kept it begins at the beginning.
  }
}

function places(): Place[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPlace) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && typeof value[0] === 'string' && Number.isFinite(value[1]);
}
