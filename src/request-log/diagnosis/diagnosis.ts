/** Why something was refused and how it is mended, as whoever reads the log is told. */
import type { EntryDetail, RefusalFacts } from '../entry.ts';
import type { Cause, Mend } from './sentences.ts';

export interface Diagnosis {
  readonly rule: string;
  /** What was wrong. */
  readonly cause: Cause;
  /** What to do. */
  readonly mend: Mend;
  readonly element?: string;
  readonly nearest?: string;
  readonly belongsInto?: string;
  readonly allowed?: readonly string[];
  /** A path in the project. */
  readonly manual?: string;
}

/** What is known around a refusal when somebody reads of it. */
export interface Surroundings {
  readonly tried: NonNullable<EntryDetail['tried']>;
  /** As the caller was told. */
  readonly reason: string | undefined;
  /** The sites that the reader may know of. */
  readonly siteNames: readonly string[];
  /** Whether the site has the account that was named; nothing where that was not asked. */
  readonly hasAccount?: boolean | undefined;
}

/** What is said of one rule. */
export type RefusalFinding = Pick<Diagnosis, 'cause' | 'mend'> & Partial<Omit<Diagnosis, 'rule'>>;

export type RefusalFindingOf = (facts: RefusalFacts, around: Surroundings) => RefusalFinding;
