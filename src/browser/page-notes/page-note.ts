/** What a page's request turns out to be on its way: for the request log, which is told when the answer has left. */
import type { IncomingMessage } from 'node:http';
import type { RefusalFacts } from '../../request-log/entry.ts';
import { refusalFacts } from '../../request-log/refusal-facts.ts';
import type { Site } from '../../sites/site.ts';

export interface PageNote {
  site?: Site;
  /** The webExID of whoever was found by another way than by the browser's session. */
  caller?: string | undefined;
  /** What it was, where the route does not say it: a command beside its page. */
  operation?: string;
  /** The site that an address names which is none. */
  triedSite?: string | undefined;
  /** The webExID of somebody who wanted to sign in. */
  triedWebExID?: string | undefined;
  /** The word of a refusal. */
  reason?: string;
  refusal?: RefusalFacts;
  /** Where the result of a command went, with the result. */
  result?: string;
  isFault?: boolean;
}

const NOTES = new WeakMap<IncomingMessage, PageNote>();

/** The note of a request, to be written on. */
export function pageNote(request: IncomingMessage): PageNote {
  const known = NOTES.get(request);
  if (known) return known;
  const note: PageNote = {};
  NOTES.set(request, note);
  return note;
}

/** @param reason the word that the caller was told */
export function noteRefusal(request: IncomingMessage, reason: string, error: unknown): void {
  const note = pageNote(request);
  note.reason = reason;
  const facts = refusalFacts(error);
  // What the URL API refuses by itself is named by its word.
  note.refusal = ['Refused', 'CallRefused', 'fault'].includes(facts.rule)
    ? { ...facts, rule: reason }
    : facts;
}
