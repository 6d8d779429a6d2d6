/** Spreadsheets take a cell that begins so for a formula: such a one is written with an apostrophe before it. */
const FORMULA = /^[=+\-@\t\r]/;

export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
