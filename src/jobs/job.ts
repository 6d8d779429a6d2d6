/** Long work that somebody has asked for: a row, so that it outlives the process that does it. */
import { ACTOR_KINDS, type Actor, FACES } from '../acting.ts';
import type { JobState } from '../database/database.ts';
import { type DocumentKind, readDocument } from '../stored/codec.ts';
import { integer, members, oneOf, optional, record, type Shape, text } from '../stored/shape.ts';

export type { JobState } from '../database/database.ts';

/** What kinds of work there are; each has its doer (`JobDoer`). */
export type JobKind = 'accounts.import' | 'accounts.export';

/** What was asked for. It can be written as JSON. */
export interface JobWish {
  readonly asker: Actor;
  readonly [name: string]: unknown;
}

/** What has come of it so far, as its doer says it. It can be written as JSON. */
export type JobOutcome = Readonly<Record<string, unknown>>;

const actor: Shape<Actor> = record({
  kind: oneOf(ACTOR_KINDS),
  accountId: optional(integer),
  name: text,
  site: optional(text),
  face: oneOf(FACES),
  address: optional(text),
  requestId: optional(text),
});

/** What else is in it is the doer's. */
const WISH: DocumentKind<JobWish> = {
  name: 'wish of a job',
  shape: { problem: record({ asker: actor }).problem },
  upgrades: [],
};

const OUTCOME: DocumentKind<JobOutcome> = { name: 'outcome of a job', shape: members, upgrades: [] };

export interface Job {
  /** What it is called outside. */
  readonly token: string;
  /** The row of its site. */
  readonly site: number;
  readonly kind: JobKind;
  readonly state: JobState;
  /** Somebody wants it to stop. */
  readonly abortAsked: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly keptUntil: number;
  /** Rows, or whatever it counts. */
  readonly done: number;
  /** Null where nobody knows it yet. */
  readonly total: number | null;
  readonly wish: JobWish;
  readonly outcome: JobOutcome;
}

/** A job as its row: with what only its room needs. */
export interface KeptJob extends Job {
  readonly id: number;
  readonly attempts: number;
}

export interface JobRow {
  readonly id: number;
  readonly token: string;
  readonly site: number;
  readonly kind: string;
  readonly state: JobState;
  readonly abort_asked: number;
  readonly attempts: number;
  readonly created_at: number;
  readonly ended_at: number | null;
  readonly kept_until: number;
  readonly done: number;
  readonly total: number | null;
  readonly wish: string;
  readonly outcome: string;
}

export function jobOf(row: JobRow): KeptJob {
  return {
    id: row.id,
    token: row.token,
    site: row.site,
    kind: row.kind as JobKind,
    state: row.state,
    abortAsked: row.abort_asked === 1,
    attempts: row.attempts,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    keptUntil: row.kept_until,
    done: row.done,
    total: row.total,
    wish: readDocument(WISH, row.wish),
    outcome: readDocument(OUTCOME, row.outcome),
  };
}

/** Whether nothing more comes of it. */
export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state === 'DONE' || state === 'FAILED' || state === 'ABORTED';
}

/** What is announced when anything of a job has changed. */
export function jobTopic(token: string): string {
  return `job ${token}`;
}

/** Announced when a job waits for somebody who does it. */
export const JOB_WAITS = 'job waits';
