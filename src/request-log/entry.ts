/** One entry of the request log, as those who answer calls note it down. */

/** `log` tells of the log itself: what it could not keep. */
export const FACES = ['xml', 'url', 'page', 'nbr', 'rest', 'mail', 'webhook', 'console', 'log'] as const;
export type EntryFace = (typeof FACES)[number];

/** `refused`: whoever called has to change something; `fault`: we have. */
export const RESULTS = ['ok', 'refused', 'fault'] as const;
export type Result = (typeof RESULTS)[number];

/** What does not apply is left out. No text in it holds a secret. */
export interface NewEntry {
  /** When it arrived: milliseconds since 1970. */
  readonly at: number;
  /** As X-Request-ID tells the caller. */
  readonly id: string;
  readonly face: EntryFace;
  readonly operation?: string | undefined;
  /** The site's number, 0 where none was found: such an entry is the installation's. */
  readonly site: number;
  /** The webExID of whoever was found. */
  readonly caller?: string | undefined;
  readonly address?: string | undefined;
  readonly result: Result;
  readonly reason?: string | undefined;
  readonly exceptionID?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** Milliseconds, with their fractions. */
  readonly ms: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly hints: number;
  readonly detail?: EntryDetail | undefined;
  readonly request?: Body | undefined;
  readonly response?: Body | undefined;
  /** The site keeps bodies, and more came than are kept. */
  readonly withoutBodies?: boolean;
}

/** What few entries have. */
export interface EntryDetail {
  readonly method?: string | undefined;
  /** Path and query, secrets masked. */
  readonly target?: string | undefined;
  readonly userAgent?: string | undefined;
  /** What a message says of site and caller, where they were not found. */
  readonly tried?: { readonly site?: string | undefined; readonly webExID?: string | undefined } | undefined;
  readonly tolerated?: readonly string[] | undefined;
  readonly refusals?: readonly RefusalFacts[] | undefined;
  /** The number of the entry that is repeated. */
  readonly repeats?: number | undefined;
  readonly dropped?: Dropped | undefined;
  /** The number of a mail in the outbox. */
  readonly mail?: number | undefined;
}

export interface Dropped {
  readonly entries: number;
  readonly from: number;
  readonly to: number;
}

/** Why something was refused: facts that are put into words when somebody reads them (`diagnosis/`). */
export interface RefusalFacts {
  /** The name of the rule or of the refusal. */
  readonly rule: string;
  /** The operation that was refused, as its page in the manual is named: `user.GetUser`. */
  readonly operation?: string | undefined;
  readonly exceptionID?: string | undefined;
  /** From the outside in. */
  readonly element?: string | undefined;
  /** The rule in words, such as `must be from 1 to 20`. */
  readonly words?: string | undefined;
  readonly nearest?: string | undefined;
  readonly allowed?: readonly string[] | undefined;
  /** Elements of the same message that nobody knows. */
  readonly unknown?: readonly UnknownFacts[] | undefined;
}

export interface UnknownFacts {
  readonly name: string;
  readonly parent: string;
  /** The element that it belongs into. */
  readonly belongsInto?: string | undefined;
  readonly nearest?: string | undefined;
}

/** A request or an answer that is kept, secrets masked. */
export interface Body {
  readonly contentType: string;
  readonly text: string;
  /** Bytes of the whole, where the text is only its beginning. */
  readonly cutFrom?: number | undefined;
}
