/**
 * The occurrences of a series, as far as they have been worked out.
 * @room sessions
 */
export interface OccurrenceTable {
  session: number;
  site: number;
  start_at: number;
  end_at: number;
}
