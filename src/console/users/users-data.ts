/** What the console is told of users and of the work on their files. Names in it may come from strangers. */
import type { AccountRole } from '../../accounts/account-role.ts';
import type { BatchVerdict } from '../../accounts/batch/batch-import.ts';
import type { JobState } from '../../database/database.ts';

/** How an account stands, in the order in which it matters. */
export type AccountStanding = 'locked' | 'expired' | 'inactive' | 'awaiting' | 'active';

/** A line of the list. */
export interface UserLine {
  readonly userID: number;
  readonly webExID: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly emailConfirmed: boolean;
  readonly role: AccountRole;
  readonly standing: AccountStanding;
  /** Milliseconds since 1970. */
  readonly registeredAt: number;
  readonly expiresAt: number | null;
}

/** GET users */
export interface UsersAnswer {
  readonly users: readonly UserLine[];
  /** Where the next page begins, as `cursor`; nothing at the end. A page may be short, or empty, all the same. */
  readonly next: string | null;
  readonly total: { readonly count: number; readonly isExact: boolean };
  /** Whether users are made and changed here; on CI sites their identity service does it. */
  readonly isManaged: boolean;
}

/** The elements of an account, by groups, as the form holds them. */
export type AccountValues = Readonly<Record<string, unknown>>;

/** GET users/:userID */
export interface UserAnswer extends UserLine {
  /** What a write brings back: another one when any of the values has changed. */
  readonly version: string;
  readonly values: AccountValues;
  readonly isManaged: boolean;
  /** It is the account of whoever asks. */
  readonly isOwn: boolean;
  /** Wrong passwords have locked it until then; milliseconds since 1970. */
  readonly lockedUntil: number | null;
  readonly hasPassword: boolean;
  /** Whether people of this site sign in by a password of ours. */
  readonly usesPasswords: boolean;
  readonly visitCount: number;
  readonly devices: readonly {
    readonly browser: string | null;
    readonly system: string | null;
    readonly address: string | null;
    readonly signedInAt: number;
    readonly lastSeenAt: number;
  }[];
}

/** GET users/choices: what fields can be chosen from. */
export interface UserChoices {
  readonly timeZones: readonly { readonly id: number; readonly label: string }[];
  readonly languages: readonly { readonly id: number; readonly name: string }[];
  readonly sessionTypes: readonly {
    readonly id: number;
    readonly name: string;
    readonly isActive: boolean;
  }[];
  readonly trackingCodes: readonly {
    readonly index: number;
    readonly name: string;
    readonly isRequired: boolean;
    /** One of the values, and nothing else. */
    readonly isListed: boolean;
    readonly values: readonly string[];
  }[];
  readonly isManaged: boolean;
  readonly usesPasswords: boolean;
  /** Of a new account. */
  readonly timeZoneID: number;
  readonly languageID: number;
}

/** A job, as GET jobs/:job and its stream tell it. */
export interface JobAnswer {
  readonly job: string;
  readonly kind: 'accounts.import' | 'accounts.export';
  readonly state: JobState;
  readonly abortAsked: boolean;
  /** Who asked for it. */
  readonly asker: string;
  readonly createdAt: number;
  readonly endedAt: number | null;
  /** Its results are kept until then. */
  readonly keptUntil: number;
  readonly done: number;
  readonly total: number | null;
  /** Of an import. */
  readonly fileName: string | null;
  readonly isDryRun: boolean;
  readonly counts: Readonly<Record<BatchVerdict, number>> | null;
  /** Pieces of rows with their verdicts (GET jobs/:job/rows), of all and of the refused ones. */
  readonly pieces: number;
  readonly refusedPieces: number;
  /** Of an export. */
  readonly form: 'csv' | 'original' | null;
  readonly only: 'all' | 'active' | 'inactive' | null;
  /** Why it failed. */
  readonly problem: {
    readonly reason: string;
    readonly element: string | null;
    readonly message: string | null;
  } | null;
}

/** GET jobs */
export interface JobsAnswer {
  readonly jobs: readonly JobAnswer[];
}

export interface JobRowAnswer {
  readonly line: number;
  readonly verdict: BatchVerdict;
  readonly comment: string;
  readonly webExID: string;
  readonly name: string;
}

/** GET jobs/:job/rows */
export interface JobRowsAnswer {
  readonly rows: readonly JobRowAnswer[];
  /** The piece behind it; nothing at the end. */
  readonly next: number | null;
}
