/**
 * Does the jobs that wait. Each is taken on a lease: a process that is killed leaves it to another one, or to itself when
 * it is back, and what was written step by step is there.
 */
import { actingAs } from '../acting.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { Refusal, RuleBroken } from '../refusal.ts';
import { openRounds } from '../rounds.ts';
import { JOB_WAITS, type Job, type JobKind, type JobOutcome, jobOf, jobTopic, type KeptJob } from './job.ts';
import { INPUT, JOB_KEPT, type Jobs } from './jobs.ts';

/** What is written down at once: how far it is, what came of it, and what its files have more. */
export interface JobStep {
  readonly done: number;
  readonly total: number | null;
  readonly outcome: JobOutcome;
  /** Pieces, each for a file of that name. */
  readonly pieces?: readonly { readonly file: string; readonly bytes: Buffer }[];
}

/** What a doer works with. */
export interface JobHands {
  /** Aborted when it is to stop: whoever stops writes a last step and returns. */
  readonly signal: AbortSignal;
  /** The file that came with it. */
  input(): AsyncGenerator<Buffer>;
  /** On disk when it resolves. @throws JobLost when another process has the job by now */
  step(step: JobStep): Promise<void>;
}

/**
 * Does jobs of one kind. It goes on from the outcome that the job has: that of the last step of whoever had it before.
 * What it throws as a Refusal is told to whoever asked; anything else is a fault of ours.
 */
export type JobDoer = (job: Job, hands: JobHands) => Promise<void>;

export type JobDoers = Readonly<Record<JobKind, JobDoer>>;

/** The lease ran out, and somebody else has the job. */
export class JobLost extends Error {
  override readonly name = 'JobLost';
  constructor() {
    super('another process has this job by now');
  }
}

/** Milliseconds for which a job is a process's own, and between two times that it says so. */
const LEASE = 20_000;
const RENEW_EVERY = 5_000;

/** The longest time between two looks, since other processes may end while they have one. */
const LOOK_EVERY = 5_000;
const SWEEP_EVERY = 60 * 60_000;

/** Jobs that a process does at the same time. */
const AT_ONCE = 2;

/** A process may be killed while it does one; so often it was not by chance. */
const MOST_ATTEMPTS = 5;

export interface JobWorkParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

export type JobWork = ReturnType<typeof openJobWork>;

export function openJobWork({ database, clock, jobs, report }: JobWorkParts) {
  const { statements } = jobs;
  const running = new Set<Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  let doers: JobDoers | undefined;
  let stopping = new AbortController();
  let unlisten: (() => void) | undefined;
  const looks = openRounds(lookAround, () => !stopping.signal.aborted);

  async function take(): Promise<KeptJob | undefined> {
    // A look costs no write.
    if (!(await statements.anyWaiting.first({ now: clock.now() }))) return undefined;
    return database.write(async (tx) => {
      const now = clock.now();
      const row = await statements.waiting.first({ now }, tx);
      if (!row) return undefined;
      await statements.take.run({ id: row.id, until: now + LEASE }, tx);
      database.announce(tx, jobTopic(row.token));
      return { ...jobOf(row), state: 'RUNNING', attempts: row.attempts + 1 };
    });
  }

  async function work(job: KeptJob, doer: JobDoer): Promise<void> {
    const { id, attempts, token } = job;
    const stop = new AbortController();
    const signal = AbortSignal.any([stopping.signal, stop.signal]);
    const look = () =>
      Promise.resolve(statements.byToken.first({ token })).then((row) => {
        if (row?.abort_asked === 1) stop.abort();
      });
    const unwatch = jobs.watch(token, () => void look().catch(report));
    const renewing = setInterval(() => {
      Promise.resolve(statements.renew.run({ id, attempts, until: clock.now() + LEASE })).then((renewed) => {
        if (renewed === 0) stop.abort(new JobLost());
      }, report);
    }, RENEW_EVERY);
    const numbers = new Map<string, number>();
    const numberOf = async (file: string) =>
      numbers.get(file) ?? (await statements.pieces.first({ job: id, file }))?.count ?? 0;
    const hands: JobHands = {
      signal,
      input: () => jobs.file(job, INPUT),
      async step({ done, total, outcome, pieces = [] }) {
        const placed: { file: string; number: number; bytes: Buffer }[] = [];
        for (const { file, bytes } of pieces) {
          const number = await numberOf(file);
          numbers.set(file, number + 1);
          placed.push({ file, number, bytes });
        }
        await database.write(async (tx) => {
          const written = { done, total, outcome: JSON.stringify(outcome) };
          const until = clock.now() + LEASE;
          if ((await statements.step.run({ id, attempts, until, ...written }, tx)) === 0) throw new JobLost();
          for (const piece of placed) await statements.putPiece.run({ job: id, ...piece }, tx);
          database.announce(tx, jobTopic(token));
        });
      },
    };
    try {
      await look();
      if (attempts > MOST_ATTEMPTS) throw new RuleBroken('job', 'was broken off again and again');
      await actingAs(job.wish.asker, () => doer(job, hands));
      await end(job, undefined);
    } catch (error) {
      if (error instanceof JobLost) return;
      if (!(error instanceof Refusal)) report(error);
      await end(job, error);
    } finally {
      clearInterval(renewing);
      unwatch();
    }
  }

  /** What became of it. One that is broken off by the end of its process waits for the next. */
  async function end({ token, attempts }: KeptJob, error: unknown): Promise<void> {
    await database.write(async (tx) => {
      const row = await statements.held.first({ token }, tx);
      if (row?.state !== 'RUNNING' || row.attempts !== attempts) return;
      const job = jobOf(row);
      const isPutBack = stopping.signal.aborted && !job.abortAsked && !(error instanceof Refusal);
      const state = stateAfter(isPutBack, job.abortAsked, error);
      const now = clock.now();
      const outcome = JSON.stringify(
        error === undefined ? job.outcome : { ...job.outcome, problem: told(error) },
      );
      const [endedAt, keptUntil] = [isPutBack ? null : now, now + JOB_KEPT];
      await statements.become.run({ id: row.id, state, endedAt, keptUntil, outcome }, tx);
      // It may hold passwords. A dry run keeps it for the run that follows.
      if (!isPutBack && job.wish.isDryRun !== true) {
        await statements.dropPieces.run({ job: row.id, file: INPUT }, tx);
      }
      database.announce(tx, jobTopic(token));
    });
  }

  async function lookAround(): Promise<number> {
    let begun = 0;
    while (running.size < AT_ONCE && !stopping.signal.aborted && doers) {
      const job = await take();
      if (!job) break;
      const one: Promise<void> = work(job, doers[job.kind])
        .catch(report)
        .finally(() => {
          running.delete(one);
          wake();
        });
      running.add(one);
      begun += 1;
    }
    return begun;
  }

  function wake(): void {
    if (doers && !stopping.signal.aborted) looks.drain().catch(report);
  }

  return {
    /** From now on they are done by themselves; at once what a process left that was killed. */
    start(by: JobDoers): void {
      if (doers) return;
      doers = by;
      stopping = new AbortController();
      unlisten = database.listen((topic) => {
        if (topic === undefined || topic === JOB_WAITS) wake();
      });
      timers.push(setInterval(wake, LOOK_EVERY).unref());
      timers.push(setInterval(() => void jobs.sweep().catch(report), SWEEP_EVERY).unref());
      jobs.sweep().catch(report);
      wake();
    },

    /** Waits until nothing is under way here, and nothing waits that could be. */
    async drain(): Promise<void> {
      do {
        wake();
        await looks.underWay()?.catch(() => {});
        await Promise.all(running);
      } while (looks.underWay() !== undefined || running.size > 0);
    },

    /** Waits until those under way are put down where another process can go on. */
    async stop(): Promise<void> {
      stopping.abort();
      unlisten?.();
      for (const timer of timers.splice(0)) clearInterval(timer);
      doers = undefined;
      await looks.underWay()?.catch(() => {});
      await Promise.all(running);
    },
  };
}

function stateAfter(isPutBack: boolean, abortAsked: boolean, error: unknown) {
  if (isPutBack) return 'WAITING';
  if (error !== undefined) return 'FAILED';
  return abortAsked ? 'ABORTED' : 'DONE';
}

/** What whoever asked is told. */
function told(error: unknown): JobOutcome {
  if (error instanceof RuleBroken) return { reason: error.name, element: error.element, message: error.rule };
  if (error instanceof Refusal) return { reason: error.name, message: error.message };
  return { reason: 'Fault' };
}
