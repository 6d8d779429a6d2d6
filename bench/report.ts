/** What is printed: tables, and aims with what became of them. */
import type { Contender, Measured } from './measure.ts';

export interface Column {
  readonly title: string;
  readonly digits: number;
}

/** A row's name, and a value a column; none where it does not apply. */
export type Row = readonly [name: string, values: readonly (number | undefined)[]];

const NAME = 30;
const CELL = 14;

export function table(columns: readonly Column[], rows: readonly Row[]): string {
  const head = ' '.repeat(NAME) + columns.map(({ title }) => title.padStart(CELL)).join('');
  const lines = rows.map(
    ([name, values]) => name.padEnd(NAME) + columns.map((column, at) => cell(column, values[at])).join(''),
  );
  return [head, ...lines].join('\n');
}

function cell({ digits }: Column, value: number | undefined): string {
  const text =
    value?.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }) ?? '';
  return text.padStart(CELL);
}

/** Of contenders that were measured by their processor time alone. */
export function cpuTable(contenders: readonly Contender[], measured: Measured): string {
  return table(
    [{ title: 'CPU ms/1,000', digits: 0 }],
    contenders.map(({ name }) => [name, [measured.of(name, 'cpu')]]),
  );
}

export interface Aim {
  readonly what: string;
  readonly found: number;
  readonly unit?: string;
  /** The aim is reached at this value or on its good side. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** What will do while the aim is not reached. */
  readonly leastThatWillDo?: number;
}

export function aims(list: readonly Aim[]): string {
  return list
    .map((aim) => {
      const bound = aim.atLeast === undefined ? `at most ${aim.atMost}` : `at least ${aim.atLeast}`;
      const unit = aim.unit ? ` ${aim.unit}` : '';
      return `  ${verdict(aim).padEnd(8)}${aim.what}: ${aim.found.toFixed(2)}${unit}, aim ${bound}${unit}`;
    })
    .join('\n');
}

function verdict({ found, atLeast, atMost, leastThatWillDo }: Aim): string {
  if (found >= (atLeast ?? Number.NEGATIVE_INFINITY) && found <= (atMost ?? Number.POSITIVE_INFINITY)) {
    return 'met';
  }
  return leastThatWillDo !== undefined && found >= leastThatWillDo ? 'will do' : 'MISSED';
}
