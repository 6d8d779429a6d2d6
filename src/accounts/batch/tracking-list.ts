/**
 * The list of a tracking code from a file: its first column has the values, a second one, `Active`, says Y or N. What is
 * faulty comes back as it was, with one more last column, `Comments`, that holds the cause.
 */

import { RuleBroken } from '../../refusal.ts';
import { MOST_VALUES } from '../../sites/tracking-rules.ts';
import { readBatch, writtenRows } from './batch-file.ts';

export interface TrackingValue {
  readonly value: string;
  readonly active: boolean;
}

export interface TrackingList {
  readonly values: readonly TrackingValue[];
  readonly faulty: number;
  /** The faulty rows with their causes; nothing where there is none. */
  readonly faultyFile: string | undefined;
}

const LONGEST_VALUE = 128;
const MOST_FAULTS = 1_000;

/**
 * @param known values that are in the list already, which are not taken twice
 * @throws RuleBroken when it is no such file
 */
export async function readTrackingList(
  bytes: AsyncIterable<Uint8Array>,
  known: readonly string[] = [],
): Promise<TrackingList> {
  const file = await readBatch(bytes);
  const headings = file.headings.filter((heading) => heading.toLowerCase() !== 'comments');
  if (headings.length === 0) throw new RuleBroken('file', 'must have a heading such as Value');
  const activeAt = file.headings.findIndex((heading) => heading.toLowerCase() === 'active');
  const valueAt = activeAt === 0 ? 1 : 0;
  const seen = new Set(known.map((value) => value.toLowerCase()));
  const values: TrackingValue[] = [];
  const faults: string[][] = [];
  let faulty = 0;
  for await (const { cells } of file.rows) {
    const value = cells[valueAt] ?? '';
    const active = activeAt === -1 ? 'Y' : (cells[activeAt] ?? '').toUpperCase() || 'Y';
    const cause = causeOf(value, active, seen, values.length);
    if (cause === undefined) {
      seen.add(value.toLowerCase());
      values.push({ value, active: active === 'Y' });
      continue;
    }
    faulty += 1;
    if (faults.length < MOST_FAULTS) faults.push([...headings.map((_, at) => cells[at] ?? ''), cause]);
  }
  const faultyFile =
    faults.length === 0
      ? undefined
      : writtenRows(
          { encoding: 'utf-8', separator: file.form.separator },
          [[...headings, 'Comments'], ...faults],
          true,
        ).toString();
  return { values, faulty, faultyFile };
}

function causeOf(
  value: string,
  active: string,
  seen: ReadonlySet<string>,
  taken: number,
): string | undefined {
  if (value === '') return 'The value is missing.';
  if (value.length > LONGEST_VALUE) return `The value has more than ${LONGEST_VALUE} characters.`;
  if (/\p{Cc}/u.test(value)) return 'The value must be one line.';
  if (seen.has(value.toLowerCase())) return 'The value is in the list already.';
  if (active !== 'Y' && active !== 'N') return 'Active must be Y or N.';
  if (taken >= MOST_VALUES) return `A list has at most ${MOST_VALUES} values.`;
  return undefined;
}
