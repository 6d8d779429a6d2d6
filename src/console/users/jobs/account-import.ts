/**
 * Users by a file, done by a job. Each step that is written down has the rows that are on disk: whoever goes on after a
 * process was killed begins behind them, and what had been done beyond is found as it is wanted.
 */
import { columnNamed } from '../../../accounts/batch/batch-columns.ts';
import { type BatchForm, ENCODINGS, readBatch, SEPARATORS } from '../../../accounts/batch/batch-file.ts';
import {
  BATCH_VERDICTS,
  type BatchOrder,
  type BatchResult,
  importBatch,
} from '../../../accounts/batch/batch-import.ts';
import type { Context } from '../../../context.ts';
import type { Job } from '../../../jobs/job.ts';
import type { JobDoer, JobHands } from '../../../jobs/job-work.ts';
import { checkKeepsOwnStanding } from '../../../policies/account.ts';
import { checkManagesItsUsers } from '../../../policies/site.ts';
import { batchPasswords } from '../../../sign-in/batch-passwords.ts';
import type { Site } from '../../../sites/site.ts';
import { checkedDocument, type DocumentKind } from '../../../stored/codec.ts';
import {
  each,
  flag,
  integer,
  list,
  oneOf,
  optional,
  record,
  type TypeOf,
  text,
} from '../../../stored/shape.ts';

/** The files that it writes: pieces of JSON, each a list of rows. */
export const VERDICTS = 'verdicts';
export const REFUSED = 'refused';

export interface ImportWish {
  readonly fileName: string;
  readonly isDryRun: boolean;
  /** Whether new users are written to. */
  readonly sendsWelcome: boolean;
}

const IMPORT_WISH: DocumentKind<ImportWish> = {
  name: 'wish of an import',
  shape: record({ fileName: text, isDryRun: flag, sendsWelcome: flag }),
  upgrades: [],
};

const VERDICT = {
  line: integer,
  verdict: oneOf(BATCH_VERDICTS),
  comment: text,
  /** Whom the row is about, as the file has it. */
  webExID: text,
  name: text,
};

const verdictRow = record(VERDICT);
export type VerdictRow = TypeOf<typeof verdictRow>;

/** Cells without a password: nobody's is kept. */
const refusedRow = record({ ...VERDICT, cells: list(text) });
export type RefusedRow = TypeOf<typeof refusedRow>;

/** The rows of a piece of the verdicts. */
export function verdictRows(piece: Buffer): readonly VerdictRow[] {
  return checkedDocument({ name: 'verdicts', shape: list(verdictRow) }, JSON.parse(piece.toString()));
}

/** The rows of a piece of the refused. */
export function refusedRows(piece: Buffer): readonly RefusedRow[] {
  return checkedDocument({ name: 'refused rows', shape: list(refusedRow) }, JSON.parse(piece.toString()));
}

/** What an import has come to; nothing of it before its first step. */
const outcome = record({
  counts: optional(record(each(BATCH_VERDICTS, integer))),
  /** The line up to which everything is on disk. */
  line: optional(integer),
  headings: optional(list(text)),
  form: optional(record({ encoding: oneOf(ENCODINGS), separator: oneOf(SEPARATORS) })),
  /** How many pieces of verdicts, and of refused rows, there are. */
  pieces: optional(integer),
  refusedPieces: optional(integer),
});
export type ImportOutcome = TypeOf<typeof outcome>;

export function importOutcome(job: Pick<Job, 'outcome'>): ImportOutcome {
  return checkedDocument({ name: 'outcome of an import', shape: outcome }, job.outcome);
}

/** Rows of a piece, and milliseconds between two. */
const ROWS_AT_ONCE = 200;
const STEP_EVERY = 400;

export function accountImport(context: Context): JobDoer {
  return async (job, hands) => {
    const site = await context.sites.byId(job.site);
    if (!site) throw new Error(`the site of ${job.token} is gone`);
    checkManagesItsUsers(site);
    const wish = checkedDocument(IMPORT_WISH, job.wish);
    // A file that breaks somewhere changes nothing, and whoever looks on is told how much there is.
    const total = await countedRows(hands);
    const file = await readBatch(hands.input());
    const before = importOutcome(job);
    const tally = openTally(file.headings, file.form, before, job.done);
    await hands.step({ done: tally.done, total, outcome: tally.outcome() });
    const order = { ...orderOf(context, site, job, wish), signal: hands.signal };
    const rows = importBatch(context.accounts, site, file, { ...order, startAfter: before.line ?? 0 });
    let stepped = context.clock.now();
    for await (const result of rows) {
      tally.add(result);
      const isDue = tally.waiting >= ROWS_AT_ONCE || context.clock.now() - stepped >= STEP_EVERY;
      if (!isDue) continue;
      await writeDown(hands, tally, total);
      stepped = context.clock.now();
    }
    await writeDown(hands, tally, total);
  };
}

async function writeDown({ step }: JobHands, tally: Tally, total: number): Promise<void> {
  const pieces = tally.taken();
  await step({ done: tally.done, total, outcome: tally.outcome(), pieces });
}

async function countedRows({ input, signal }: JobHands): Promise<number> {
  let rows = 0;
  for await (const _row of (await readBatch(input())).rows) {
    if (signal.aborted) break;
    rows++;
  }
  return rows;
}

function orderOf(context: Context, site: Site, job: Job, wish: ImportWish): BatchOrder {
  const { accountId } = job.wish.asker;
  const { clock, mail, accounts, passwordResets } = context;
  return {
    isDryRun: wish.isDryRun,
    password: batchPasswords(context, site),
    judge: (account, change) => {
      if (accountId !== undefined) checkKeepsOwnStanding({ id: accountId }, account, change, clock.now());
    },
    ...(wish.sendsWelcome && {
      welcome: async (tx, created) => {
        // On sites with single sign-on people choose no password here.
        const choosesOne = created.passwordHash !== null || (site.type !== 2 && site.type !== 4);
        const token = choosesOne ? await passwordResets.welcome(created, tx) : undefined;
        await mail.notices.welcome(tx, site, await accounts.withProfile(created, tx), token);
      },
    }),
  };
}

type Tally = ReturnType<typeof openTally>;

/** Counts verdicts, and gathers the rows of the next step. */
function openTally(headings: readonly string[], form: BatchForm, before: ImportOutcome, doneBefore: number) {
  const counts = { created: 0, changed: 0, same: 0, refused: 0, ...before.counts };
  let [line, pieces, refusedPieces] = [before.line ?? 0, before.pieces ?? 0, before.refusedPieces ?? 0];
  let verdicts: VerdictRow[] = [];
  let refused: RefusedRow[] = [];
  const at = (heading: string) => headings.findIndex((one) => columnNamed(one)?.heading === heading);
  const [webExID, first, last, password] = [at('UserName'), at('FirstName'), at('LastName'), at('Password')];
  const tally = {
    done: doneBefore,
    get waiting() {
      return verdicts.length;
    },
    add({ line: its, cells, verdict, comment }: BatchResult): void {
      counts[verdict]++;
      tally.done++;
      line = its;
      const name = [cells[first], cells[last]].filter(Boolean).join(' ');
      const row = { line, verdict, comment, webExID: cells[webExID] ?? '', name };
      verdicts.push(row);
      if (verdict !== 'refused') return;
      refused.push({ ...row, cells: cells.map((cell, place) => (place === password ? '' : cell)) });
    },
    outcome: (): Record<string, unknown> & ImportOutcome => ({
      counts: { ...counts },
      line,
      headings,
      form,
      pieces,
      refusedPieces,
    }),
    /** What is written with the next step. */
    taken(): { file: string; bytes: Buffer }[] {
      const files = [
        { file: VERDICTS, rows: verdicts },
        { file: REFUSED, rows: refused },
      ].filter(({ rows }) => rows.length > 0);
      pieces += verdicts.length > 0 ? 1 : 0;
      refusedPieces += refused.length > 0 ? 1 : 0;
      [verdicts, refused] = [[], []];
      return files.map(({ file, rows }) => ({ file, bytes: Buffer.from(JSON.stringify(rows)) }));
    },
  };
  return tally;
}
