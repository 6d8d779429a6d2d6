/** Long work that people ask for: begun with its file, looked at while it runs, stopped, and its results for a while. */
import { type Actor, currentActor } from '../acting.ts';
import { type Act, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import { RuleBroken } from '../refusal.ts';
import { hasEnded, JOB_WAITS, type Job, type JobKind, jobOf, jobTopic, type KeptJob } from './job.ts';
import { jobStatements } from './job-statements.ts';

/** The file that a job reads. */
export const INPUT = 'input';

/** Bytes of a piece of a file. */
const PIECE = 256 * 1024;

/** Milliseconds for which a file may come in, and for which what has come of a job is kept. */
const RECEIVED_WITHIN = 60 * 60_000;
export const JOB_KEPT = 7 * 24 * 60 * 60_000;

/** Jobs of a site that have not ended, and jobs that are listed. */
const MOST_UNDER_WAY = 5;
const MOST_LISTED = 50;

/** 22 characters of base64url. */
const TOKEN = /^[\w-]{22}$/;

type OfSite = { readonly id: number };

export interface JobBegun {
  readonly kind: JobKind;
  /** What its doer is to know; it can be written as JSON. */
  readonly wish: Readonly<Record<string, unknown>>;
  /** The file that it reads, as it comes in, and how many bytes of it are taken. */
  readonly input?: { readonly bytes: AsyncIterable<Uint8Array>; readonly most: number };
  /** What the audit says of it; without a word nothing. */
  readonly act?: Pick<Act, 'act' | 'name' | 'after'>;
  /** A job of the same site whose file it reads again. */
  readonly inputOf?: Job;
}

export type Jobs = ReturnType<typeof openJobs>;

export function openJobs(database: Database, clock: Clock, random: Random) {
  const statements = jobStatements(database);
  const recordAudit = openAudit(database, clock);

  async function found(site: OfSite, token: string): Promise<KeptJob | undefined> {
    const row = TOKEN.test(token) ? await statements.byToken.first({ token }) : undefined;
    return row?.site === site.id ? jobOf(row) : undefined;
  }

  async function insert(site: OfSite, { kind, wish, act }: JobBegun, tx: Executor): Promise<KeptJob> {
    const under = (await statements.newestOf.all({ site: site.id, most: MOST_LISTED }, tx)).map(jobOf);
    if (under.filter((job) => !hasEnded(job)).length >= MOST_UNDER_WAY) {
      throw new RuleBroken('job', `must wait: ${MOST_UNDER_WAY} others of the site have not ended`);
    }
    const now = clock.now();
    const token = random.bytes(16).toString('base64url');
    const asker: Actor = currentActor();
    await statements.insert.run(
      {
        ...{ token, site: site.id, kind, state: 'RECEIVING', now, keptUntil: now + RECEIVED_WITHIN },
        wish: JSON.stringify({ ...wish, asker }),
      },
      tx,
    );
    if (act) await recordAudit(tx, { site, ...act });
    const row = await statements.byToken.first({ token }, tx);
    if (!row) throw new Error('a job that was written is not there');
    return jobOf(row);
  }

  async function letWait(token: string, tx: Executor): Promise<void> {
    const row = await statements.held.first({ token }, tx);
    if (row?.state !== 'RECEIVING') throw new RuleBroken('file', 'took too long to come in');
    const keptUntil = clock.now() + JOB_KEPT;
    await statements.become.run(
      { id: row.id, state: 'WAITING', endedAt: null, keptUntil, outcome: '{}' },
      tx,
    );
    database.announce(tx, JOB_WAITS);
  }

  async function receive({ id, token }: KeptJob, input: NonNullable<JobBegun['input']>): Promise<void> {
    let [number, received, gathered] = [0, 0, Buffer.alloc(0)];
    const put = async (bytes: Buffer) => {
      await database.write(async (tx) => {
        await statements.putPiece.run({ job: id, file: INPUT, number, bytes }, tx);
      });
      number++;
    };
    for await (const bytes of input.bytes) {
      received += bytes.length;
      if (received > input.most) throw new RuleBroken('file', `must have at most ${input.most} bytes`);
      gathered = Buffer.concat([gathered, bytes]);
      while (gathered.length >= PIECE) {
        await put(gathered.subarray(0, PIECE));
        gathered = gathered.subarray(PIECE);
      }
    }
    if (gathered.length > 0) await put(gathered);
    await database.write((tx) => letWait(token, tx));
  }

  return {
    statements,

    /**
     * Begins a job as the one who acts here; resolves when its file is whole on disk.
     * @throws RuleBroken when the file is too large, or too many jobs of the site have not ended
     */
    async begin(site: OfSite, begun: JobBegun): Promise<Job> {
      const { input, inputOf } = begun;
      const earlier = inputOf && (await found(site, inputOf.token));
      if (inputOf && !earlier) throw new RuleBroken('file', 'is not kept any more: choose it again');
      const job = await database.write(async (tx) => {
        const created = await insert(site, begun, tx);
        if (input) return created;
        if (earlier) {
          const copied = await statements.copyPieces.run(
            { from: earlier.id, to: created.id, file: INPUT },
            tx,
          );
          if (copied === 0) throw new RuleBroken('file', 'is not kept any more: choose it again');
        }
        await letWait(created.token, tx);
        return created;
      });
      try {
        if (input) await receive(job, input);
      } catch (error) {
        await database.write(async (tx) => {
          await statements.dropPieces.run({ job: job.id, file: INPUT }, tx);
          const ended = { id: job.id, endedAt: clock.now(), keptUntil: clock.now(), outcome: '{}' };
          await statements.become.run({ ...ended, state: 'ABORTED' }, tx);
        });
        throw error;
      }
      return (await found(site, job.token)) ?? job;
    },

    find: found,

    /** The newest come first. */
    async list(site: OfSite): Promise<Job[]> {
      const rows = await statements.newestOf.all({ site: site.id, most: MOST_LISTED });
      return rows.map(jobOf).filter(({ state }) => state !== 'RECEIVING');
    },

    /** Stops it: what is done stays done. False when it had ended already. */
    async abort(site: OfSite, token: string): Promise<boolean> {
      const job = await found(site, token);
      if (!job) return false;
      return database.write(async (tx) => {
        const row = await statements.held.first({ token }, tx);
        if (!row || hasEnded(row)) return false;
        if (row.state === 'RUNNING') await statements.askAbort.run({ id: row.id }, tx);
        else {
          await statements.dropPieces.run({ job: row.id, file: INPUT }, tx);
          const [endedAt, keptUntil] = [clock.now(), clock.now() + JOB_KEPT];
          await statements.become.run(
            { id: row.id, state: 'ABORTED', endedAt, keptUntil, outcome: row.outcome },
            tx,
          );
        }
        const { wish, kind } = job;
        const name = typeof wish.fileName === 'string' ? wish.fileName : kind;
        await recordAudit(tx, { site, act: 'job.aborted', name, after: { kind } });
        database.announce(tx, jobTopic(token));
        return true;
      });
    },

    /** A file of a job, a piece at a time. Nothing where it has none of that name. */
    async *file(job: Job, file: string): AsyncGenerator<Buffer> {
      const row = await statements.byToken.first({ token: job.token });
      for (let number = 0; row; number++) {
        const piece = await statements.piece.first({ job: row.id, file, number });
        if (!piece) return;
        yield Buffer.from(piece.bytes);
      }
    },

    /** One piece, counted from 0. */
    async piece(job: Job, file: string, number: number): Promise<Buffer | undefined> {
      const row = await statements.byToken.first({ token: job.token });
      const piece = row && (await statements.piece.first({ job: row.id, file, number }));
      return piece && Buffer.from(piece.bytes);
    },

    /** Calls back when something of that job has changed. @returns what ends it */
    watch(token: string, listener: () => void): () => void {
      const topic = jobTopic(token);
      return database.listen((announced) => {
        if (announced === undefined || announced === topic) listener();
      });
    },

    /** What nobody needs any more goes. */
    async sweep(): Promise<void> {
      await database.write(async (tx) => statements.sweep.run({ now: clock.now() }, tx));
    },
  };
}
