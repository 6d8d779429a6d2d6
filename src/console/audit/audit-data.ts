/** What the console is told of the audit. Words in it may come from strangers; no secret is in it. */

/** What differs: members by their names, groups inside of groups. */
export type AuditFacts = { readonly [name: string]: AuditFact };
export type AuditFact = string | number | boolean | null | readonly AuditFact[] | AuditFacts;

export interface AuditLine {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Such as `account.changed`. */
  readonly act: string;
  /** What it was done to, and its number as the interface shows it. */
  readonly name: string;
  readonly subject: number | null;
  readonly actor: {
    readonly kind: string;
    readonly name: string;
    /** The site that they are of; null for the machine and for Parlance itself. */
    readonly site: string | null;
    /** Through what they did it: `xml`, `page`, `console` … */
    readonly face: string;
    readonly address: string | null;
    /** As the request log names the call. */
    readonly requestId: string | null;
  };
  readonly before?: AuditFacts;
  readonly after?: AuditFacts;
}

/** GET audit */
export interface AuditAnswer {
  readonly entries: readonly AuditLine[];
  /** Where the next page begins, as `next`; nothing at the end. */
  readonly next: string | null;
}
