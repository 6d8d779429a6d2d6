/** What the console is told of the request log. Every text in it may come from a stranger, and no secret is in it. */

import type { Cause, Mend } from '../../request-log/diagnosis/sentences.ts';

export type LogFace = 'xml' | 'url' | 'page' | 'nbr' | 'rest' | 'mail' | 'webhook' | 'console' | 'log';

/** `refused`: whoever called has to change something; `fault`: we have. */
export type LogResult = 'ok' | 'refused' | 'fault';

/** One line of the list. What does not apply is not there. */
export interface LogLine {
  /** The entry's number; later entries have higher ones. */
  readonly entry: number;
  /** When it arrived: milliseconds since 1970. */
  readonly at: number;
  /** As X-Request-ID told the caller. */
  readonly id: string;
  readonly face: LogFace;
  /** `GetUser`, `m.php JM`, `room.php`, `downloadFile`, the kind of a mail. Several operations have commas between. */
  readonly operation?: string;
  /** The site's name; nothing where no site was found. */
  readonly site?: string;
  /** The webExID of whoever was found. */
  readonly caller?: string;
  readonly address?: string;
  readonly result: LogResult;
  readonly reason?: string;
  readonly exceptionID?: string;
  readonly httpStatus?: number;
  readonly ms: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** How many oddities were tolerated. */
  readonly hints: number;
  /** The entry has kept the request and the answer. */
  readonly hasBodies: boolean;
  /** The site keeps bodies, and more came at that moment than are kept. */
  readonly bodiesSkipped?: boolean;
}

/** GET log */
export interface LogPage {
  /** Newest first. */
  readonly entries: readonly LogLine[];
  /** Where the next page begins, as `before`; nothing at the end. A page may be short, or empty, and have one: a search looks at a bounded number of entries at a time. */
  readonly next?: string;
  /** When the last entry was made that was looked at: a search has come so far. */
  readonly searchedTo?: number;
  readonly keeping: LogKeeping;
}

/** What the log keeps. */
export interface LogKeeping {
  /** The site's setting `requestLog.bodies`. */
  readonly bodies: boolean;
  /** Entries, of the whole installation; 0: nothing is kept. */
  readonly entries: number;
  readonly days: number;
  /** Entries that this process has dropped since it began, because the log could not keep up. */
  readonly dropped: number;
}

/** The filters of a list, a tail and an export: parameters of the query. They combine; lists have commas between. */
export interface LogFilter {
  /** Milliseconds since 1970, from that time on. */
  readonly from?: string;
  /** Milliseconds since 1970, before that time. */
  readonly to?: string;
  readonly face?: string;
  readonly result?: string;
  readonly operation?: string;
  readonly caller?: string;
  /** In request id, operation, caller, reason, address. */
  readonly text?: string;
  /** `site` (as without it), or for owners `installation` (no site was found) or `all`. */
  readonly scope?: string;
}

/** GET log/:entry, which is an entry's number or a request id. */
export interface LogEntry extends LogLine {
  /** How it was sent. */
  readonly method?: string;
  /** Path and query, secrets masked. */
  readonly target?: string;
  readonly userAgent?: string;
  /** What the message says of site and caller, where they were not found. */
  readonly tried?: { readonly site?: string; readonly webExID?: string };
  /** What was tolerated, in words. */
  readonly tolerated: readonly string[];
  /** Why it was refused, one for each refusal. */
  readonly why: readonly LogDiagnosis[];
  readonly request?: LogBody;
  readonly response?: LogBody;
  /** The entry that this one repeats. */
  readonly repeats?: number;
  /** Whether `log/:entry/repeat` can repeat it, and else why not. */
  readonly repeat: { readonly can: true } | { readonly can: false; readonly why: NoRepeat };
  /** Faces `log`: entries that could not be kept. */
  readonly dropped?: { readonly entries: number; readonly from: number; readonly to: number };
  /** The number of a mail in the outbox. */
  readonly mail?: number;
  /** Of the face `xml`: what each operation of the message would be in the REST interface. */
  readonly inRest?: readonly LogInRest[];
}

/**
 * Why nothing can be repeated: there is no site whose account could send it; it is a page, but no GET; its address has a
 * secret; it is of another face; its message came when more came than are kept, was not kept, or is there in part.
 */
export type NoRepeat =
  | 'noSite'
  | 'notGet'
  | 'secretInAddress'
  | 'otherFace'
  | 'tooManyToKeep'
  | 'notKept'
  | 'keptInPart';

/** The REST calls that do what an operation of the XML API does; none where REST has nothing like it. */
export interface LogInRest {
  /** Such as `meeting.CreateMeeting`. */
  readonly operation: string;
  /** The first is the nearest. */
  readonly calls: readonly LogRestCall[];
  /** What has no equivalent, and what to do then. */
  readonly without?: string;
}

export interface LogRestCall {
  readonly method: string;
  /** Path and query. Names in braces, as `{meetingId}`, are still to be filled in. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON with the values of the request; secrets are `***`. */
  readonly body?: string;
  /** When it is this one, where an operation has several. */
  readonly when?: string;
  /** Members that come from the request too, and how: their values cannot be told from it alone. */
  readonly open: readonly { readonly rest: string; readonly how: string }[];
}

export interface LogBody {
  readonly contentType: string;
  /** Secrets are `***`. */
  readonly text: string;
  /** Bytes of the whole, where the text is only its beginning. */
  readonly cutFrom?: number;
}

/** Why something was refused, and how it is mended. */
export interface LogDiagnosis {
  /** The name of the rule: `site-unknown`, `missing`, `not-in-list`, `WrongCredentials` … */
  readonly rule: string;
  /** What was wrong: the name of a sentence with its values. Pages have the words. */
  readonly cause: Cause;
  /** What to do, likewise. */
  readonly mend: Mend;
  /** The element, from the outside in: `use:attendees/attendee/person`. */
  readonly element?: string;
  /** What was probably meant: an operation, an element, a site, a value. */
  readonly nearest?: string;
  /** Where a misplaced element belongs. */
  readonly belongsInto?: string;
  /** What is allowed, where that is a list. */
  readonly allowed?: readonly string[];
  /** The page of the manual that says more: a path in the project, such as `docs/reference/operations/user.md`. */
  readonly manual?: string;
}

/** The events of GET log/tail (text/event-stream): `entry` has a LogLine, `skipped` a LogSkipped; its filter is that of the list. */
export interface LogSkipped {
  /** Entries that the log lost before the tail could read them: the sweeper was quicker. */
  readonly entries: number;
}

/** POST log/:entry/repeat. Without a password it is sent by whoever asks. */
export interface LogRepeatRequest {
  readonly as?: { readonly webExID: string; readonly password: string };
}

export interface LogRepeated {
  /** The new entry's request id: `log/:entry` finds it. */
  readonly id: string;
  readonly httpStatus: number;
  readonly response: string;
}

/** PUT log/bodies */
export interface LogBodiesRequest {
  readonly bodies: boolean;
}
