import type { Generated } from 'kysely';

/** Of its author alone; of the site; of a training session. */
export type Library = 'PRIVATE' | 'SHARE' | 'SESSION';

/**
 * A test: questions, and what is right. One of a session is a copy, which nobody changes any more.
 * @room exams
 */
export interface TestTable {
  id: Generated<number>;
  site: number;
  author: number;
  library: Library;
  /** For one of a session. */
  session: number | null;
  title: string;
  description: string;
  /** The questions as they came, XML that somebody else declares: attributes and content, as JSON. */
  source: string;
  /** The questions as they are read, and how the test is shown. */
  document: string;
}
