/** What is found about one thing that an installation needs. */

/** `look`: it works, and somebody should know something; `wrong`: something does not work. */
export type Verdict = 'ok' | 'look' | 'wrong';

export interface Finding {
  readonly subject: string;
  readonly verdict: Verdict;
  /** What is so, and what to do where something is to be done. */
  readonly text: string;
}

export type Check = () => Promise<readonly Finding[]>;

/** Findings about one subject. */
export function about(subject: string) {
  const of =
    (verdict: Verdict) =>
    (text: string): Finding => ({ subject, verdict, text });
  return { ok: of('ok'), look: of('look'), wrong: of('wrong') };
}

export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.message === 'fetch failed'
    ? messageOf(error.cause)
    : error.message;
}
