/** The labs of the sites, and their computers: who has how many of them when. */
import type { Account } from '../accounts/account.ts';
import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { type Database, type Executor, UniqueViolation } from '../database/database.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { freeComputers } from './free-computers.ts';
import {
  type Lab,
  LabFull,
  LabNameTaken,
  LabNotFound,
  type LabNow,
  LabReserved,
  MOST_COMPUTERS,
  MOST_LABS,
  type NewLab,
  type Period,
  type Reservation,
  TooManyLabs,
  USUAL_COMPUTERS,
} from './lab.ts';
import { type LabRow, labStatements, type ReservationRow } from './lab-statements.ts';

/** Rows of a schedule: more than anybody reads. */
const MOST_RESERVATIONS = 2_000;

/** Everything is optional: what is absent stays. */
export interface LabChange {
  readonly labName?: string | undefined;
  readonly description?: string | undefined;
  readonly totalComputers?: number | undefined;
}

export interface NewReservation extends Period {
  readonly labName: string;
  readonly computers: number;
  readonly topic: string;
}

/** A session whose people work at computers of a lab. */
export interface LabSession {
  /** The row. */
  readonly id: number;
  readonly host: number;
  readonly confName: string;
}

export type Labs = ReturnType<typeof openLabs>;

export function openLabs(database: Database, clock: Clock) {
  const statements = labStatements(database);
  const recordAudit = openAudit(database, clock);

  async function held(site: Site, labID: number, tx: Executor): Promise<LabRow> {
    const row = await statements.held.first({ site: site.id, id: labID }, tx);
    if (!row) throw new LabNotFound('labID', labID);
    return row;
  }

  async function named(site: Site, labName: string): Promise<LabRow> {
    const row = await statements.byName.first({ site: site.id, key: keyOf(labName) });
    if (!row) throw new LabNotFound('labName', labName);
    return row;
  }

  /** Judges and takes inside the write that it belongs to. */
  async function take(
    site: Site,
    { labName, computers }: { readonly labName: string; readonly computers: number },
    {
      account,
      session,
      topic,
    }: { readonly account: number; readonly session: number | null; readonly topic: string },
    periods: readonly Period[],
    tx: Executor,
  ): Promise<number[]> {
    const lab = await statements.heldByName.first({ site: site.id, key: keyOf(labName) }, tx);
    if (!lab) throw new LabNotFound('labName', labName);
    const [from, to] = boundsOf(periods);
    const taken = await statements.taken.all({ lab: lab.id, from, to }, tx);
    const ids: number[] = [];
    for (const period of periods) {
      const free = freeComputers(lab.computers, taken, period);
      if (computers > free) throw new LabFull({ labName: lab.name }, free);
      const { startAt: start_at, endAt: end_at } = period;
      const row = await statements.reserve.first(
        { lab: lab.id, account, session, topic, start_at, end_at, computers },
        tx,
      );
      if (row) ids.push(row.id);
      taken.push({ ...period, computers });
    }
    return ids;
  }

  return {
    /** Gives its number. @throws LabNameTaken, TooManyLabs */
    create: (site: Site, { labName, description }: NewLab): Promise<number> =>
      withName(labName, () =>
        database.write(async (tx) => {
          const before = await statements.counted.first({ site: site.id }, tx);
          if (before && before.count >= MOST_LABS) throw new TooManyLabs();
          const row = await statements.insert.first(
            {
              site: site.id,
              name: labName,
              key: keyOf(labName),
              description: description ?? null,
              computers: USUAL_COMPUTERS,
            },
            tx,
          );
          const id = row?.id ?? 0;
          const after = { labName, description, totalComputers: USUAL_COMPUTERS };
          await recordAudit(tx, { site, act: 'lab.created', name: labName, id, after });
          return id;
        }),
      ),

    /**
     * What is reserved stays reserved where a lab loses computers; nothing more is until enough of them are free.
     * @throws LabNotFound, LabNameTaken
     * @throws RuleBroken when a lab would have more computers than a lab may
     */
    async change(
      site: Site,
      labID: number,
      { labName, description, totalComputers }: LabChange,
    ): Promise<void> {
      if (totalComputers !== undefined) checkComputers('totalComputers', totalComputers);
      await withName(labName ?? '', () =>
        database.write(async (tx) => {
          const before = await held(site, labID, tx);
          const after = {
            ...before,
            name: labName ?? before.name,
            description: description ?? before.description,
            computers: totalComputers ?? before.computers,
          };
          const { id, name, description: text, computers } = after;
          await statements.update.run({ id, name, key: keyOf(name), description: text, computers }, tx);
          await recordAudit(tx, {
            site,
            act: 'lab.changed',
            name,
            id,
            before: labOf(before),
            after: labOf(after),
          });
        }),
      );
    },

    /** @throws LabNotFound, and LabReserved while computers of it are reserved for now or later */
    remove: (site: Site, labID: number): Promise<void> =>
      database.write(async (tx) => {
        const lab = await held(site, labID, tx);
        if (await statements.lastOf.first({ lab: lab.id, now: clock.now() }, tx)) {
          throw new LabReserved({ labName: lab.name });
        }
        await statements.dropAllOf.run({ lab: lab.id }, tx);
        await statements.remove.run({ id: lab.id }, tx);
        const before = labOf(lab);
        await recordAudit(tx, { site, act: 'lab.deleted', name: lab.name, id: lab.id, before });
      }),

    /** The labs of a site by their names. */
    async of(site: Site): Promise<LabNow[]> {
      const rows = await statements.ofSite.all({ site: site.id, now: clock.now() });
      return rows.map((row) => ({ ...labOf(row), computersInSession: Number(row.taken ?? 0) }));
    },

    /** How many computers of a lab are free for the whole of a period. @throws LabNotFound, RuleBroken */
    async free(
      site: Site,
      labName: string,
      period: Period,
    ): Promise<{ readonly lab: Lab; readonly free: number }> {
      checkPeriod(period);
      const row = await named(site, labName);
      const taken = await statements.taken.all({ lab: row.id, from: period.startAt, to: period.endAt });
      return { lab: labOf(row), free: freeComputers(row.computers, taken, period) };
    },

    /** What is reserved in a lab at a moment of the period, by its start. @throws LabNotFound, RuleBroken */
    async schedule(site: Site, labName: string, period: Period): Promise<Reservation[]> {
      checkPeriod(period);
      const { id: lab } = await named(site, labName);
      const within = { lab, from: period.startAt, to: period.endAt, limit: MOST_RESERVATIONS };
      return (await statements.schedule.all(within)).map(reservationOf);
    },

    /**
     * Takes computers for somebody; gives the number of the reservation.
     * @throws LabNotFound, LabFull
     * @throws RuleBroken when the period is none, or nothing is wanted
     */
    async reserve(site: Site, account: Account, { labName, computers, topic, ...period }: NewReservation) {
      checkPeriod(period);
      checkComputers('numComputers', computers);
      return database.write(async (tx) => {
        const holder = { account: account.id, session: null, topic };
        const [id = 0] = await take(site, { labName, computers }, holder, [period], tx);
        return id;
      });
    },

    /**
     * Takes computers for each time that a session takes place, in the place of those that it had.
     * @param wished nothing where it needs none: then it gives back what it had
     * @throws LabNotFound, LabFull
     * @throws RuleBroken when it is not said which lab, or how many
     */
    async reserveForSession(
      site: Site,
      { id: session, host: account, confName: topic }: LabSession,
      wished:
        | { readonly labName?: string | undefined; readonly numComputers?: number | undefined }
        | undefined,
      periods: readonly Period[],
      tx: Executor,
    ): Promise<void> {
      await statements.dropOfSession.run({ session }, tx);
      if (!wished) return;
      const { labName, numComputers } = wished;
      if (labName === undefined) throw new RuleBroken('labName', 'is required where computers are reserved');
      if (numComputers === undefined)
        throw new RuleBroken('numComputers', 'is required where computers are reserved');
      checkComputers('numComputers', numComputers);
      if (periods.length === 0) return;
      await take(site, { labName, computers: numComputers }, { account, session, topic }, periods, tx);
    },
  };
}

function keyOf(labName: string): string {
  return labName.trim().toLowerCase();
}

function boundsOf(periods: readonly Period[]): [number, number] {
  return periods.reduce<[number, number]>(
    ([from, to], { startAt, endAt }) => [Math.min(from, startAt), Math.max(to, endAt)],
    [Number.MAX_SAFE_INTEGER, 0],
  );
}

function checkPeriod({ startAt, endAt }: Period): void {
  if (endAt <= startAt) throw new RuleBroken('sessionEndTime', 'must be after the start');
}

function checkComputers(element: string, computers: number): void {
  if (computers < 1 || computers > MOST_COMPUTERS) {
    throw new RuleBroken(element, `must be from 1 to ${MOST_COMPUTERS}`);
  }
}

function labOf({ id, name, description, computers }: LabRow): Lab {
  return {
    labID: id,
    labName: name,
    description: description ?? undefined,
    totalComputers: computers,
  };
}

function reservationOf(row: ReservationRow): Reservation {
  return {
    id: row.id,
    labName: row.lab_name,
    topic: row.topic,
    account: row.account,
    webExId: row.webex_id,
    startAt: row.start_at,
    endAt: row.end_at,
    computers: row.computers,
  };
}

/** The name is the only thing that two labs of a site may not share. */
async function withName<T>(labName: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UniqueViolation) throw new LabNameTaken(labName);
    throw error;
  }
}
