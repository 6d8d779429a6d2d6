/**
 * Hands events to their listeners. What these write and that the event has been handed on is one transaction, so that
 * a process that dies in between loses nothing and does nothing twice.
 */
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Happened, Listener, Write } from '../events.ts';
import type { EventStatements, WaitingEvent } from './event-statements.ts';

export interface Listening {
  readonly listener: Listener;
  /** Its name, of one that holds up nobody else when it fails: what it could not be handed is left to it alone. */
  readonly apart: string | undefined;
}

export interface DeliveryParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly statements: EventStatements;
  readonly listeners: readonly Listening[];
  /** Reads what was written down. */
  readonly read: (row: WaitingEvent) => Promise<Happened>;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

/** An event that could not be handed on for so long. What comes after it is. */
export class EventGivenUp extends Error {
  constructor({ id, subject }: WaitingEvent, cause: unknown) {
    super(`event ${id} of ${subject} could not be handed on and is given up`, { cause });
  }
}

const BATCH = 64;

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 10 * 60_000;
const GIVE_UP_AFTER = 24 * 3_600_000;
/** About every six hours. */
const REPORTED = 36;

/** Hands on what is due; the number of events that were. */
export function openDelivery({ database, clock, statements, listeners, read, report }: DeliveryParts) {
  const aparts = () => listeners.flatMap(({ apart }) => (apart === undefined ? [] : [apart]));

  /** @param behind those that are left to the listeners that stand apart */
  async function handOn(rows: readonly WaitingEvent[], behind: ReadonlySet<WaitingEvent>): Promise<void> {
    const writes = await Promise.all(rows.map((row) => writesOf(row, behind.has(row))));
    await database.write(async (tx) => {
      for (const [at, { id }] of rows.entries()) {
        // Another process may have been here first.
        if ((await statements.take.run({ id }, tx)) === 0) continue;
        for (const write of writes[at] ?? []) await write(tx);
      }
    });
  }

  async function writesOf(row: WaitingEvent, isLeft: boolean): Promise<Write[]> {
    const happened = await read(row);
    const { left_to: only } = row;
    const heard = listeners.filter(({ apart }) => (only === null ? !(isLeft && apart) : apart === only));
    const writes = await Promise.all(heard.map(({ listener }) => listener(happened)));
    const left = isLeft ? aparts().map((apart) => leave(row, apart)) : [];
    return [...writes.filter((write) => write !== undefined), ...left];
  }

  /** It is an event of its own from now on, in the order of those that were left to the same listener. */
  function leave({ site, kind, subject, happened_at, document }: WaitingEvent, apart: string): Write {
    const event = { site, kind, happened_at, document, left_to: apart, subject: subjectFor(apart, subject) };
    return async (tx) => {
      await statements.leave.run({ ...event, not_before: clock.now() + FIRST_DELAY }, tx);
    };
  }

  /** Those of which a listener that stands apart still waits for an earlier one: it is to have them in order. */
  async function behindOf(rows: readonly WaitingEvent[]): Promise<ReadonlySet<WaitingEvent>> {
    const behind = new Set<WaitingEvent>();
    if (aparts().length === 0 || !(await statements.anyFailed.first({}))) return behind;
    for (const row of rows) if (await isBehind(row)) behind.add(row);
    return behind;
  }

  async function isBehind({ left_to, subject }: WaitingEvent): Promise<boolean> {
    if (left_to !== null) return false;
    for (const apart of aparts()) {
      if (await statements.failedOf.first({ subject: subjectFor(apart, subject) })) return true;
    }
    return false;
  }

  /** One by one, so that what is wrong with one of them keeps no other. */
  async function handOnEach(rows: readonly WaitingEvent[]): Promise<number> {
    const failed = new Set<string>();
    let handed = 0;
    for (const row of rows) {
      if (failed.has(row.subject)) continue;
      try {
        await handOnAlone(row);
        handed += 1;
      } catch (error) {
        failed.add(row.subject);
        await postpone(row, error);
      }
    }
    return handed;
  }

  /** Without those that stand apart, when it cannot be handed to everybody. */
  async function handOnAlone(row: WaitingEvent): Promise<void> {
    const behind = await behindOf([row]);
    try {
      await handOn([row], behind);
    } catch (error) {
      if (row.left_to !== null || behind.size > 0 || aparts().length === 0) throw error;
      await handOn([row], new Set([row]));
      report(error);
    }
  }

  /** The first failure is reported, and of the later ones a few: what is wrong stays wrong for a while. */
  async function postpone(row: WaitingEvent, error: unknown): Promise<void> {
    const now = clock.now();
    if (now - row.happened_at >= GIVE_UP_AFTER) {
      await statements.take.run({ id: row.id });
      report(new EventGivenUp(row, error));
      return;
    }
    const delay = Math.min(FIRST_DELAY * 2 ** row.attempts, LONGEST_DELAY);
    await statements.postpone.run({ id: row.id, attempts: row.attempts, notBefore: now + delay });
    if (row.attempts % REPORTED === 0) report(error);
  }

  return async function deliver(): Promise<number> {
    let handed = 0;
    for (;;) {
      const rows = await statements.due.all({ now: clock.now(), most: BATCH });
      if (rows.length === 0) return handed;
      const before = handed;
      try {
        await handOn(rows, await behindOf(rows));
        handed += rows.length;
      } catch {
        handed += await handOnEach(rows);
      }
      if (handed === before) return handed;
    }
  };
}

/** What was left to a listener keeps its order, and holds up nothing else. */
function subjectFor(apart: string, subject: string): string {
  return `${apart}: ${subject}`;
}
