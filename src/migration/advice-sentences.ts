/** The words of the table, cut into what is said once: pages of another language have a sentence for each. */

/** A stop within a name between backticks ends no sentence: no capital follows it. */
export function sentencesOf(advice: string): string[] {
  return advice.split(/(?<=[.?!]) (?=[A-Z`])/);
}
