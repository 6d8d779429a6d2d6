/** A recording that is kept: it belongs to a host, and came of a session or was brought. */
import type { RecordingFileRole, RecordingState } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import { LIST_STATUSES } from '../sessions/session.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { DocumentKind } from '../stored/codec.ts';
import { flag, integer, list, oneOf, optional, record, type TypeOf, text } from '../stored/shape.ts';

export type { RecordingFileRole, RecordingState, TranscriptSource } from '../database/database.ts';

/** Characters of a name (the interface's topics), and of a password, at most. */
export const LONGEST_NAME = 128;
export const LONGEST_PASSWORD = 16;

/** Milliseconds for which a recording lies in the bin (release notes 10.0 SP12: 30 days). */
export const KEPT_IN_BIN = 30 * 24 * 3_600_000;

export const CHAPTER_KINDS = ['segment', 'joined', 'left', 'chat', 'share'] as const;

/** A place in a recording that one may want to go to. */
const chapter = record({
  /** Milliseconds from the beginning of the main file. */
  at: integer,
  kind: oneOf(CHAPTER_KINDS),
  /** Who came or went; what was written, cut short. */
  title: text,
});

/** What is shown beside it when it is played (ep.xsd recordingPlaybackType). `partialStart` and `partialEnd` are seconds. */
const playback = record({
  chat: flag,
  supportQandA: flag,
  video: flag,
  polling: flag,
  notes: flag,
  fileShare: flag,
  attendeeList: flag,
  toc: flag,
  range: oneOf(['FULL', 'PARTIAL']),
  partialStart: integer,
  partialEnd: integer,
  includeNBRcontrols: flag,
});

/** Who may have it (ep.xsd recordingFileAccessType). `endPlayURL` is where a browser goes at its end. */
const fileAccess = record({
  registration: flag,
  attendeeView: flag,
  attendeeDownload: flag,
  endPlayURL: text,
});

/**
 * `empty`: nothing has come; `unreadable`: nobody can read it; `partly`: some of it could not be put in, and is kept
 * beside; `unconverted`: it stayed as it came, since it could not be made into an MP4; `noFfmpeg`: it stayed so, since
 * there is no ffmpeg here; `large`: since it is too long or too large to be made anew; `full`: it waits for room on the disk.
 */
export const PROBLEMS = [
  'empty',
  'unreadable',
  'partly',
  'unconverted',
  'noFfmpeg',
  'large',
  'full',
] as const;
export type RecordingProblem = (typeof PROBLEMS)[number];

const shape = record({
  description: text,
  agenda: text,
  presenter: text,
  email: text,
  author: text,
  panelist: text,
  listing: oneOf(LIST_STATUSES),
  /** By their numbers, `1` to `10`. */
  trackingCodes: record(
    Object.fromEntries(Array.from({ length: 10 }, (_, at) => [String(at + 1), optional(text)])),
  ),
  password: optional(text),
  playback,
  fileAccess,
  /** How a file was called that was brought. */
  fileName: optional(text),
  chapters: list(chapter),
  /** What is seen of it; absent where there is sound alone or nobody knows. */
  width: optional(integer),
  height: optional(integer),
  /** Why nothing could be made of it, or why it stayed as it came: one of `PROBLEMS`. */
  problem: optional(oneOf(PROBLEMS)),
});

export type RecordingDocument = TypeOf<typeof shape>;
export type Chapter = TypeOf<typeof chapter>;

export const recordingDocument: DocumentKind<RecordingDocument> = {
  name: 'recording',
  shape,
  upgrades: [],
};

/** What a recording is like of which nothing has been said. */
export const USUAL_DOCUMENT: RecordingDocument = {
  description: '',
  agenda: '',
  presenter: '',
  email: '',
  author: '',
  panelist: '',
  listing: 'UNLISTED',
  trackingCodes: {},
  playback: {
    chat: true,
    supportQandA: true,
    video: true,
    polling: true,
    notes: true,
    fileShare: true,
    attendeeList: true,
    toc: true,
    range: 'FULL',
    partialStart: 0,
    partialEnd: 0,
    includeNBRcontrols: true,
  },
  fileAccess: { registration: false, attendeeView: true, attendeeDownload: true, endPlayURL: '' },
  chapters: [],
};

/**
 * `MP4` and `WEBM` can be played, others are kept as they are. Lists say MP4 of a WebM too where clients know only the
 * words of their time (ARF, MP4, WARF, WRF, WMV).
 */
export const FORMATS = ['MP4', 'WEBM', 'ARF', 'WARF', 'WRF', 'WMV'] as const;
export type Format = (typeof FORMATS)[number];

export function isPlayable(format: Format): boolean {
  return format === 'MP4' || format === 'WEBM';
}

export interface Recording {
  /** The row's number is the recordID: nine digits, never used again. */
  readonly id: number;
  readonly site: number;
  /** The row of the host's account. */
  readonly host: number;
  readonly state: RecordingState;
  readonly name: string;
  readonly service: ServiceType;
  readonly sessionKey: number | null;
  readonly confID: number | null;
  /** That of the usage in the history. */
  readonly run: number | null;
  readonly timeZoneID: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Whole seconds; 0 while it is not known. */
  readonly duration: number;
  /** Those of its main file. */
  readonly bytes: number;
  readonly format: Format;
  readonly streamToken: string;
  readonly downloadToken: string;
  /** Since when it lies in the bin; null while it does not. */
  readonly deletedAt: number | null;
  readonly document: RecordingDocument;
}

export interface RecordingFile {
  readonly role: RecordingFileRole;
  /** Where the store has it. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Uint8Array;
}

export type RecordingFiles = Readonly<Partial<Record<RecordingFileRole, RecordingFile>>>;

/** There is no such recording, or not for whoever asks. */
export class RecordingNotFound extends Refusal {
  readonly recordID: number | string;
  constructor(recordID: number | string) {
    super(`there is no recording ${recordID}`);
    this.recordID = recordID;
  }
}

/** The recordings of the site take up all that they may. */
export class RecordingQuotaUsed extends Refusal {
  constructor() {
    super(
      "the site's space for recordings is used up: delete recordings, or ask whoever runs the site for more",
    );
  }
}

/** Where recordings lie there is no room for more. */
export class RecordingStoreFull extends Refusal {
  constructor() {
    super('no room is left where recordings are kept; nothing of this one was kept');
  }
}

/** It is no recording of a kind that is kept. */
export class RecordingKindUnknown extends Refusal {
  constructor() {
    super('the file is no recording that can be kept: it must be MP4, WebM, ARF, WARF, WRF or WMV');
  }
}

/** What somebody who brings one said of it does not fit its bytes: it may have been cut on its way. */
export class RecordingBroken extends Refusal {
  readonly element: 'size' | 'type' | 'sha256';
  constructor(element: 'size' | 'type' | 'sha256') {
    super(`the file has another ${element} than was said of it: nothing of it was kept`);
    this.element = element;
  }
}

/** It has more bytes than a recording may have. */
export class RecordingTooLarge extends Refusal {
  constructor() {
    super('the file is larger than a recording may be: nothing of it was kept');
  }
}
