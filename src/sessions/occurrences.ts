/** The starts of series, kept in a table so that lists find them along an index. */
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import { readDocument } from './documents/session-document.ts';
import type { SessionSearch, SessionWindow } from './lists/session-search.ts';
import {
  durationAt,
  durationsOf,
  startWithin,
  WORKED_OUT_AHEAD,
  WORKED_OUT_BEHIND,
  workedOut,
} from './series.ts';
import type { SessionWithDocument } from './session.ts';
import { sessionOf } from './session-rows.ts';
import type { SessionStatements } from './session-statements.ts';

/** Rows that one statement adds: SQLite takes some 32,000 values in it. */
const ROWS_AT_ONCE = 1_000;

interface Parts {
  readonly clock: Clock;
  readonly database: Database;
  readonly statements: SessionStatements;
}

/**
 * Of a series the table holds every start up to `occurrences_until`, which is the first one behind the time that
 * was worked out. So the first start within a window is there unless the window begins later than that.
 */
export function openOccurrences({ clock, database, statements }: Parts) {
  async function add(session: SessionWithDocument, starts: readonly number[], tx: Executor): Promise<void> {
    for (let at = 0; at < starts.length; at += ROWS_AT_ONCE) {
      const rows = starts.slice(at, at + ROWS_AT_ONCE).map((start) => ({
        session: session.id,
        site: session.site,
        start_at: start,
        end_at: start + durationAt(session, start) * 60_000,
      }));
      await tx.run(
        database.builder
          .insertInto('occurrence')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .compile(),
      );
    }
  }

  async function workOut(session: SessionWithDocument, from: number, tx: Executor): Promise<void> {
    const { starts, until } = workedOut(session, from, clock.now() + WORKED_OUT_AHEAD);
    await add(session, starts, tx);
    await statements.workedOutUntil.run({ id: session.id, until: until ?? null }, tx);
  }

  /** Puts down the start that a list so far ahead looks for. What lies before it stays open. */
  async function addFirstWithin(
    session: SessionWithDocument,
    window: SessionWindow,
    tx: Executor,
  ): Promise<void> {
    const { startFrom = 0, startTo = Infinity, endFrom = 0, endTo = Infinity } = window;
    const firsts = [...durationsOf(session)].map((minutes) => {
      const length = minutes * 60_000;
      return startWithin(session, Math.max(startFrom, endFrom - length), Math.min(startTo, endTo - length));
    });
    await add(
      session,
      firsts.filter((first) => first !== undefined),
      tx,
    );
  }

  return {
    /** Of a new session. */
    async put(session: SessionWithDocument, tx: Executor): Promise<void> {
      if (session.recurring) await workOut(session, clock.now() - WORKED_OUT_BEHIND, tx);
    },

    /** In the place of those of before. */
    async replace(session: SessionWithDocument, tx: Executor): Promise<void> {
      await statements.dropOccurrences.run({ session: session.id }, tx);
      if (session.recurring) await this.put(session, tx);
      else await statements.workedOutUntil.run({ id: session.id, until: null }, tx);
    },

    /** Sees to it that a list finds every series that takes place within the window. */
    async workOutFor(site: Site, window: SessionWindow, member: SessionSearch['member']): Promise<void> {
      const from = Math.max(window.startFrom ?? 0, window.endFrom ?? 0);
      const isNear = from < clock.now() + WORKED_OUT_AHEAD;
      const rows = member
        ? await statements.toWorkOutOf.all({ account: member.account, from })
        : await statements.toWorkOut.all({ site: site.id, from });
      for (const { session_key: key, until } of rows) {
        await database.write(async (tx) => {
          const row = await statements.toChange.first({ site: site.id, key }, tx);
          // It may have been changed or deleted in between.
          if (!row || row.recurring === 0) return;
          const session = { ...sessionOf(row), document: readDocument(row.document, row.service) };
          if (isNear) await workOut(session, until ?? 0, tx);
          else await addFirstWithin(session, window, tx);
        });
      }
    },
  };
}
