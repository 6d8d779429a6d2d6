/** Which word was probably meant by one that nobody knows. */

/** Longer words are nobody's slip. */
const LONGEST = 40;

/** A word that is the beginning of another one has at least so many letters, to be meant by it. */
const SHORTEST_BEGINNING = 5;

/**
 * The word that differs least, in any case, when it differs by no more than a slip: letters changed, left out, added or
 * swapped, one in four and three at most. Else the longest one that begins the word in question.
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const asked = word.toLowerCase();
  let least = Math.min(3, Math.floor(asked.length / 4)) + 1;
  let closest: string | undefined;
  let beginning: string | undefined;
  for (const candidate of words) {
    const known = candidate.toLowerCase();
    if (asked.startsWith(known) && known.length >= Math.max(SHORTEST_BEGINNING, beginning?.length ?? 0)) {
      beginning = candidate;
    }
    const distance = distanceOf(asked, known, least);
    if (distance >= least) continue;
    least = distance;
    closest = candidate;
  }
  return closest ?? beginning;
}

/** Letters to change, leave out, add or swap; `limit` when there are so many or more. */
function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let distance = Math.min(at(last, j - 1) + (same ? 0 : 1), at(last, j) + 1, at(row, j - 1) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) distance = Math.min(distance, at(beforeLast, j - 2) + 1);
      row.push(distance);
      smallest = Math.min(smallest, distance);
    }
    if (smallest >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
