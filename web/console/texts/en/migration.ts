/** The table of `src/migration/` has its words in English; another language has each sentence of it under these. */
export const texts: {
  /** When a call is the one that is meant: a clause of the table, as it follows the call. */
  readonly when: (clause: string) => string;
  readonly sentences: Readonly<Record<string, string>>;
} = {
  when: (clause) => (clause.startsWith('with ') ? clause : `when ${clause}`),
  sentences: {},
};
