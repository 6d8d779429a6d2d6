/** The programs of the sites. One that has ended is in no list, and its events stay. */
import { sql } from 'kysely';
import type { Account } from '../../accounts/account.ts';
import { accountRows } from '../../accounts/account-rows.ts';
import { type Act, isAnothers, openAudit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import type { Database, Executor } from '../../database/database.ts';
import type { ProgramTable } from '../../database/tables.ts';
import type { Random } from '../../random.ts';
import type { Site } from '../../sites/site.ts';
import { nameKey } from '../name-key.ts';
import {
  checkProgram,
  type ListedProgram,
  type Program,
  ProgramNotFound,
  type ProgramWish,
} from './program.ts';

export const PROGRAM_ORDERS = ['PROGRAMNAME', 'HOSTWEBEXID'] as const;
export type ProgramOrder = (typeof PROGRAM_ORDERS)[number];

export interface ProgramSearch {
  /** The row of an account: its own programs, and those that are not unlisted. Without it all of the site. */
  readonly viewer?: number | undefined;
  readonly programID?: number | undefined;
}

export interface ProgramListPage {
  /** Counted from 1. */
  readonly startFrom: number;
  readonly maximumNum: number;
  readonly order: readonly { readonly by: ProgramOrder; readonly descending: boolean }[];
}

/** @throws a refusal when the caller may not change the program */
export type JudgeOfProgram = (program: Program) => void;

export type Programs = ReturnType<typeof openPrograms>;

const COLUMNS = [
  'id',
  'site',
  'host',
  'token',
  'name',
  'list_status',
  'description',
  'expected_enrollment',
  'budget',
  'after_enrollment_url',
] as const satisfies readonly (keyof ProgramTable)[];

type ProgramRow = Omit<Pick<ProgramTable, (typeof COLUMNS)[number]>, 'id'> & { readonly id: number };
type StoredProgram = Omit<ProgramRow, 'id' | 'site' | 'host' | 'token'> & { readonly name_key: string };

export function openPrograms(database: Database, clock: Clock, random: Random) {
  const recordAudit = openAudit(database, clock);
  const insert = database.prepare<
    StoredProgram & { site: number; host: number; token: string; now: number },
    ProgramRow
  >((db, p) =>
    db
      .insertInto('program')
      .values({
        site: p('site'),
        host: p('host'),
        token: p('token'),
        name: p('name'),
        name_key: p('name_key'),
        list_status: p('list_status'),
        description: p('description'),
        expected_enrollment: p('expected_enrollment'),
        budget: p('budget'),
        after_enrollment_url: p('after_enrollment_url'),
        ended_at: null,
        created_at: p('now'),
      })
      .returning(COLUMNS),
  );
  const update = database.prepare<StoredProgram & { id: number }, unknown>((db, p) =>
    db
      .updateTable('program')
      .set({
        name: p('name'),
        name_key: p('name_key'),
        list_status: p('list_status'),
        description: p('description'),
        expected_enrollment: p('expected_enrollment'),
        budget: p('budget'),
        after_enrollment_url: p('after_enrollment_url'),
      })
      .where('id', '=', p('id')),
  );
  const finish = database.prepare<{ id: number; now: number }, unknown>((db, p) =>
    db
      .updateTable('program')
      .set({ ended_at: p('now') })
      .where('id', '=', p('id')),
  );
  const byID = database.prepare<{ site: number; id: number }, ProgramRow>((db, p) =>
    db
      .selectFrom('program')
      .select(COLUMNS)
      .where('id', '=', p('id'))
      .where('site', '=', p('site'))
      .where('ended_at', 'is', sql.lit(null)),
  );
  const toChange = database.prepare<{ site: number; id: number }, ProgramRow>((db, p) =>
    database.locked(
      db
        .selectFrom('program')
        .select(COLUMNS)
        .where('id', '=', p('id'))
        .where('site', '=', p('site'))
        .where('ended_at', 'is', sql.lit(null)),
    ),
  );
  const byToken = database.prepare<{ site: number; token: string }, ProgramRow>((db, p) =>
    db
      .selectFrom('program')
      .select(COLUMNS)
      .where('token', '=', p('token'))
      .where('site', '=', p('site'))
      .where('ended_at', 'is', sql.lit(null)),
  );

  function matching(site: Site, { viewer, programID }: ProgramSearch) {
    let query = database.builder
      .selectFrom('program')
      .where('program.site', '=', site.id)
      .where('program.ended_at', 'is', sql.lit(null));
    if (programID !== undefined) query = query.where('program.id', '=', programID);
    if (viewer !== undefined) {
      query = query.where((eb) =>
        eb.or([eb('program.list_status', '<>', 'UNLISTED'), eb('program.host', '=', viewer)]),
      );
    }
    return query;
  }

  /** Held until the write ends. @throws ProgramNotFound, and what the judge throws */
  async function held(site: Site, programID: number, judge: JudgeOfProgram, tx: Executor): Promise<Program> {
    const row = await toChange.first({ site: site.id, id: programID }, tx);
    if (!row) throw new ProgramNotFound(programID);
    const program = programOf(row);
    judge(program);
    return program;
  }

  /** What somebody does to the program of another. */
  async function recordAct(
    tx: Executor,
    site: Site,
    { host }: Pick<Program, 'host'>,
    act: Omit<Act, 'site'>,
  ): Promise<void> {
    if (isAnothers(host)) await recordAudit(tx, { site, ...act });
  }

  return {
    /** @throws RuleBroken when a part of the wish is outside its limits */
    async create(site: Site, host: Account, wish: ProgramWish): Promise<Program> {
      checkProgram(wish);
      const row = await database.write(async (tx) =>
        insert.first(
          {
            ...stored(wish),
            site: site.id,
            host: host.id,
            token: random.bytes(16).toString('hex'),
            now: clock.now(),
          },
          tx,
        ),
      );
      if (!row) throw new ProgramNotFound(0);
      return programOf(row);
    },

    /**
     * Changes a program whole.
     * @throws RuleBroken when a part of the wish is outside its limits
     * @throws ProgramNotFound, and what the judge throws
     */
    async change(site: Site, programID: number, judge: JudgeOfProgram, wish: ProgramWish): Promise<void> {
      checkProgram(wish);
      await database.write(async (tx) => {
        const before = await held(site, programID, judge, tx);
        const { id } = before;
        await update.run({ ...stored(wish), id }, tx);
        const difference = { before: facts(before), after: facts(wish) };
        await recordAct(tx, site, before, { act: 'program.changed', name: wish.name, id, ...difference });
      });
    },

    /** Its events stay, and belong to no program. @throws ProgramNotFound, and what the judge throws */
    async end(site: Site, programID: number, judge: JudgeOfProgram): Promise<void> {
      await database.write(async (tx) => {
        const before = await held(site, programID, judge, tx);
        const { id, name } = before;
        await finish.run({ id, now: clock.now() }, tx);
        await recordAct(tx, site, before, { act: 'program.ended', name, id });
      });
    },

    /** One that goes on. */
    async find(site: Site, programID: number): Promise<Program | undefined> {
      const row = await byID.first({ site: site.id, id: programID });
      return row && programOf(row);
    },

    async findByToken(site: Site, token: string): Promise<Program | undefined> {
      const row = await byToken.first({ site: site.id, token });
      return row && programOf(row);
    },

    async search(
      site: Site,
      search: ProgramSearch,
      { startFrom, maximumNum, order }: ProgramListPage,
    ): Promise<{ readonly total: number; readonly programs: readonly ListedProgram[] }> {
      const counted = matching(site, search).select((eb) => eb.fn.countAll<number>().as('total'));
      let listed = matching(site, search)
        .innerJoin(accountRows(database.builder, 'host'), 'host.id', 'program.host')
        .select(COLUMNS.map((column) => `program.${column}` as const))
        .select('host.webex_id');
      for (const { by, descending } of order) {
        const column = by === 'PROGRAMNAME' ? 'program.name_key' : 'host.webex_id_key';
        listed = listed.orderBy(column, descending ? 'desc' : 'asc');
      }
      if (order.length === 0) listed = listed.orderBy('program.name_key');
      const rows = await database.all<ProgramRow & { readonly webex_id: string }>(
        listed
          .orderBy('program.id')
          .limit(maximumNum)
          .offset(startFrom - 1)
          .compile(),
      );
      const total = await database.first<{ total: number }>(counted.compile());
      const programs = rows.map((row) => ({ ...programOf(row), hostWebExID: row.webex_id }));
      return { total: Number(total?.total ?? 0), programs };
    },
  };
}

/** What the audit tells of one. */
function facts(program: ProgramWish): object {
  const { name, listStatus, description, expectedEnrollment, budget, afterEnrollmentURL } = program;
  return { name, listStatus, description, expectedEnrollment, budget, afterEnrollmentURL };
}

function stored(wish: ProgramWish): StoredProgram {
  return {
    name: wish.name,
    name_key: nameKey(wish.name),
    list_status: wish.listStatus,
    description: wish.description ?? null,
    expected_enrollment: wish.expectedEnrollment ?? null,
    budget: wish.budget ?? null,
    after_enrollment_url: wish.afterEnrollmentURL ?? null,
  };
}

function programOf(row: ProgramRow): Program {
  return {
    id: row.id,
    site: row.site,
    host: row.host,
    token: row.token,
    name: row.name,
    listStatus: row.list_status,
    description: row.description ?? undefined,
    expectedEnrollment: row.expected_enrollment ?? undefined,
    budget: row.budget ?? undefined,
    afterEnrollmentURL: row.after_enrollment_url ?? undefined,
  };
}
