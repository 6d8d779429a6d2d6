/**
 * Who is in which session now. A place runs from the moment that its host, or somebody with the host's right,
 * comes in, to the moment that the host ends it or nobody is left; a host may run several at once. Everybody in it
 * has a stay under a lease: whoever does not renew it is gone, so that a killed process leaves no ghost. The
 * session's row and the history are written in the same transaction.
 */
import type { Accounts } from '../accounts/accounts.ts';
import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { History } from '../history/history.ts';
import { type Random, tokenHash } from '../random.ts';
import type { SalesSubjects } from '../sales/subject-names.ts';
import type { RecordSessionEvent } from '../sessions/session-events.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Site } from '../sites/site.ts';
import type { Sites } from '../sites/sites.ts';
import { openBreakouts } from './breakouts.ts';
import { openCoHosts } from './co-hosts.ts';
import { openEntrance } from './entrance.ts';
import { openHostPart } from './host-part.ts';
import { LEASE, liveStatements, type RunRow } from './live-statements.ts';
import { openPresence } from './presence.ts';
import { type RoomRules, rulesIn } from './rules.ts';
import { type Doer, type Outsider, openDeeds } from './run-deeds.ts';
import { isLocked, openRuns } from './runs.ts';
import { type Sends, type Stay, stayOf } from './stay.ts';
import { openSweeper } from './sweeper.ts';
import { openWatchers } from './watch.ts';

export type { BreakoutPlan } from './breakout-seats.ts';
export { LEASE } from './live-statements.ts';
export type { Place } from './place.ts';
export { type RoomRule, type RoomRules, RULES } from './rules.ts';
export { type Doer, type Fitting, type GivenRole, NotInRoom, type Outsider } from './run-deeds.ts';
export {
  type Newcomer,
  RemovedFromSession,
  SENDS,
  type Sends,
  SessionFull,
  SessionLocked,
  SessionNotRunning,
  type Stay,
  type StayRole,
  type StayState,
  type Via,
} from './stay.ts';

/** A session or a personal room that runs. */
export interface Running {
  /** The number of the run, which is that of its usage in the history. */
  readonly run: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly isLocked: boolean;
  /** Whether the host has come since it began, and whether somebody else has. */
  readonly hostJoined: boolean;
  readonly participantsJoined: boolean;
  /** People who are in it, the host too. */
  readonly participants: number;
}

/** What a run is known by; no other has ever had the same. */
export interface RunName {
  /** The run's row. */
  readonly id: number;
  /** The site's row. */
  readonly site: number;
  readonly sessionKey: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Breakout rooms that are open. */
  readonly breakouts: number;
}

export interface LiveState {
  /** The run's row. */
  readonly run: number;
  readonly sessionKey: number;
  /** Those who are in it, in the order in which they came; those who wait at the door. */
  readonly people: readonly Stay[];
  readonly waiting: readonly Stay[];
  /** Those who were put out and are kept out. */
  readonly removed: readonly Stay[];
  readonly isLocked: boolean;
  /** Breakout rooms that are open; they are numbered from 1. */
  readonly breakouts: number;
  readonly rules: RoomRules;
  readonly startedAt: number;
}

export interface LiveParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly sites: Pick<Sites, 'byId'>;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly history: History;
  readonly salesSubjects: SalesSubjects;
  /** Tells whoever wants to know of what happened, in the transaction that does it. */
  readonly record: RecordSessionEvent;
  /** Clears away, with every sweep, what others keep for the people of rooms. */
  readonly sweepBesides?: () => Promise<void>;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

export type Live = ReturnType<typeof openLive>;

export function openLive(parts: LiveParts) {
  const { database, clock, random, accounts, sessions, history, salesSubjects, record, report } = parts;
  const statements = liveStatements(database);
  const watchers = openWatchers(database, statements, report);
  const hostPart = openHostPart({ accounts, statements });
  const coHosts = openCoHosts({ accounts, history, statements, hostPart });
  const runs = openRuns({
    clock,
    accounts,
    sessions,
    history,
    salesSubjects,
    record,
    recordAudit: openAudit(database, clock),
    statements,
    hostPart,
    coHosts,
    changed: watchers.changed,
  });
  const entrance = openEntrance({ database, clock, random, accounts, statements, runs, hostPart });
  const deeds = openDeeds({ database, clock, history, statements, runs, entrance, hostPart });
  const sweeper = openSweeper({
    clock,
    database,
    statements,
    runs,
    site: parts.sites.byId,
    besides: parts.sweepBesides ?? (async () => {}),
    report,
  });

  async function stay(site: Site, token: string): Promise<Stay | undefined> {
    const row = await statements.stayByToken.first({ site: site.id, hash: tokenHash(token) });
    return row && deeds.asOfNow(row);
  }

  return {
    enter: entrance.enter,
    presence: openPresence({ clock, statements, runs, sweeper, withOwn: deeds.withOwn }),
    end: deeds.end,
    lock: deeds.lock,
    admit: deeds.admit,
    admitAll: deeds.admitAll,
    refuse: deeds.refuse,
    expel: deeds.expel,
    forgive: deeds.forgive,
    silence: deeds.silence,
    silenceGuests: deeds.silenceGuests,
    rule: deeds.rule,
    appoint: deeds.appoint,
    handOver: deeds.handOver,
    breakouts: openBreakouts({ statements, runs, deeds }),
    /** The stay that a browser shows the token of, also for a day after its end. */
    stay,
    sweep: sweeper.sweep,

    sweeper: {
      start: sweeper.start,
      /** Waits for what is under way, and ends every watch. */
      async stop(): Promise<void> {
        await Promise.all([sweeper.stop(), watchers.stop()]);
      },
    },

    /** The run of a session or a personal room; nothing when it does not run. */
    async running(site: Site, sessionKey: number): Promise<Running | undefined> {
      const run = await statements.run.first({ site: site.id, key: sessionKey });
      if (!run) return undefined;
      const now = clock.now();
      const count = await statements.peopleIn.first({ run: run.id, now });
      return {
        run: run.id,
        startedAt: run.started_at,
        isLocked: isLocked(run, now),
        hostJoined: run.host_joined === 1,
        participantsJoined: run.participants_joined === 1,
        participants: count?.people ?? 0,
      };
    },

    /** What the room shows; nothing when it does not run. */
    async state(site: Site, sessionKey: number): Promise<LiveState | undefined> {
      const run = await statements.run.first({ site: site.id, key: sessionKey });
      if (!run) return undefined;
      const now = clock.now();
      const rows = await statements.present.all({ run: run.id });
      const present = await Promise.all(
        rows.filter(({ lease_until }) => lease_until > now).map((row) => deeds.asOfNow(row)),
      );
      return {
        run: run.id,
        sessionKey,
        people: present.filter(({ state }) => state === 'IN'),
        waiting: present.filter(({ state }) => state === 'WAITING'),
        removed: (await statements.expelled.all({ run: run.id })).map(stayOf),
        isLocked: isLocked(run, now),
        breakouts: run.breakouts,
        rules: rulesIn(run.rules),
        startedAt: run.started_at,
      };
    },

    /** Says that the browser is still there: good for `LEASE` milliseconds. A stay that is over stays over. */
    async renew(site: Site, token: string): Promise<Stay | undefined> {
      const renewed = await statements.renew.first({
        site: site.id,
        hash: tokenHash(token),
        until: clock.now() + LEASE,
      });
      return renewed ? deeds.asOfNow(renewed) : stay(site, token);
    },

    /** Ends a stay; the session ends with the last one. A token that is worth nothing is no error. */
    async leave(site: Site, token: string): Promise<void> {
      // Somebody who came again in the meantime has another token.
      await deeds.withOwn(site, token, (tx, run, mine) => deeds.goes(tx, site, run, mine, 'LEFT'));
    },

    /** Does something while nothing else happens in a run; nothing when it does not run. */
    async inRun(site: Site, sessionKey: number, work: (tx: Executor) => Promise<void>): Promise<void> {
      await deeds.during(site, sessionKey, work);
    },

    /**
     * The same with something that its people see: whoever watches it looks again.
     * @param work is given the number of the run
     */
    async changeRun<T>(
      site: Site,
      sessionKey: number,
      work: (tx: Executor, run: number) => Promise<T>,
      by?: Doer | Outsider,
    ): Promise<T | undefined> {
      const change = async (tx: Executor, run: RunRow) => {
        const done = await work(tx, run.id);
        await runs.touch(tx, run);
        return done;
      };
      return deeds.during(site, sessionKey, change, by);
    },

    /**
     * Does something in the name of whoever shows a token, as they and all who are in stand to the room then; nothing
     * when they are not in.
     * @param work is given everybody who is in, themselves too
     */
    async inName<T>(
      site: Site,
      token: string,
      work: (
        tx: Executor,
        own: Stay,
        room: { readonly people: readonly Stay[]; readonly rules: RoomRules },
      ) => Promise<T>,
    ): Promise<T | undefined> {
      return deeds.withOwn(site, token, async (tx, run, { id }) => {
        const present = await statements.present.all({ run: run.id }, tx);
        const people: Stay[] = [];
        for (const one of present) if (one.state === 'IN') people.push(await deeds.asOfNow(one, tx));
        const own = people.find((one) => one.id === id);
        return own && work(tx, own, { people, rules: rulesIn(run.rules) });
      });
    },

    /**
     * Says what somebody in the room sends from now on, or no longer. Gives what they send then; nothing when they are
     * not in.
     * @param decide what changes, by what they are now, the rules of the room, and what the others who are in send
     */
    async says(
      site: Site,
      token: string,
      decide: (others: readonly Sends[], own: Stay, rules: RoomRules) => Partial<Sends>,
    ): Promise<Sends | undefined> {
      return deeds.withOwn(site, token, async (tx, run, one) => {
        if (one.state !== 'IN') return undefined;
        const present = await statements.present.all({ run: run.id }, tx);
        const others = present.filter(({ id, state }) => id !== one.id && state === 'IN');
        const sent = others.map((other) => stayOf(other).sends);
        const change = decide(sent, await deeds.asOfNow(one, tx), rulesIn(run.rules));
        return deeds.changeSends(tx, run, one, change);
      });
    },

    /**
     * Calls the listener soon, and then after every change of a session that runs, begins or ends, whichever process
     * made it, until the watch is ended by what this gives. Several changes in a row may be one call.
     * @param listener must not throw
     */
    watch: watchers.watch,
    everyRun: watchers.everyRun,

    /** Every run of the installation. */
    async runs(): Promise<readonly RunName[]> {
      const rows = await statements.runs.all({});
      return rows.map((row) => ({
        id: row.id,
        site: row.site,
        sessionKey: row.session_key,
        startedAt: row.started_at,
        breakouts: row.breakouts,
      }));
    },

    /** Whether somebody of that publicId is in a room of a run: let in, and neither gone, put out nor in another one. */
    async isIn(
      { id: run, breakout: room = 0 }: { readonly id: number; readonly breakout?: number | undefined },
      publicId: string,
    ): Promise<boolean> {
      const present = await statements.present.all({ run });
      return present.some(
        ({ public_id, state, breakout }) => public_id === publicId && state === 'IN' && breakout === room,
      );
    },

    /** The row of the site in which a key runs; nothing when it does not. */
    async siteOf(sessionKey: number): Promise<number | undefined> {
      return (await statements.siteOfRun.first({ key: sessionKey }))?.site;
    },
  };
}
