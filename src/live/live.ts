/**
 * Who is in which session now. A place runs from the moment that its host, or somebody with the host's right,
 * comes in, to the moment that the host ends it or nobody is left; a host may run several at once. Everybody in it
 * has a stay under a lease: whoever does not renew it is gone, so that a killed process leaves no ghost. The
 * session's row and the history are written in the same transaction.
 */
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { History } from '../history/history.ts';
import { type Random, tokenHash } from '../random.ts';
import type { SalesSubjects } from '../sales/subject-names.ts';
import type { RecordSessionEvent } from '../sessions/session-events.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Site } from '../sites/site.ts';
import type { Sites } from '../sites/sites.ts';
import { openEntrance } from './entrance.ts';
import { LEASE, liveStatements, type RunRow, type StayRow } from './live-statements.ts';
import { openPresence } from './presence.ts';
import { isLocked, openRuns } from './runs.ts';
import { isThere, type Sends, type Stay, sendsAfter, stayOf } from './stay.ts';
import { openSweeper } from './sweeper.ts';
import { openWatchers } from './watch.ts';

export { LEASE } from './live-statements.ts';
export type { Place } from './place.ts';
export {
  type Newcomer,
  SENDS,
  type Sends,
  SessionFull,
  SessionLocked,
  SessionNotRunning,
  type Stay,
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

export interface LiveState {
  /** The run's row. */
  readonly run: number;
  readonly sessionKey: number;
  /** Those who are in it, in the order in which they came; those who wait at the door. */
  readonly people: readonly Stay[];
  readonly waiting: readonly Stay[];
  readonly isLocked: boolean;
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
  const runs = openRuns({
    clock,
    accounts,
    sessions,
    history,
    salesSubjects,
    record,
    statements,
    changed: watchers.changed,
  });
  const entrance = openEntrance({ database, clock, random, accounts, statements, runs });
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
    return row && asOfNow(row);
  }

  /** A stay whose host has lost the right since they came is that of a guest. */
  async function asOfNow(row: StayRow): Promise<Stay> {
    return { ...stayOf(row), isHost: await entrance.hostsStill(row) };
  }

  /** Does something in a run; gives nothing when it does not run. */
  async function during<T>(
    site: Site,
    sessionKey: number,
    work: (tx: Executor, run: RunRow) => Promise<T>,
  ): Promise<T | undefined> {
    return database.write(async (tx) => {
      const run = await runs.held(tx, site, sessionKey);
      return run && work(tx, run);
    });
  }

  /** Does something with somebody who is there; false when there is no such person. */
  async function withSomebody(
    site: Site,
    sessionKey: number,
    is: (stay: StayRow) => boolean,
    work: (tx: Executor, run: RunRow, stay: StayRow) => Promise<unknown>,
  ): Promise<boolean> {
    const done = await during(site, sessionKey, async (tx, run) => {
      const found = (await statements.present.all({ run: run.id }, tx)).find(is);
      if (found) await work(tx, run, found);
      return found !== undefined;
    });
    return done ?? false;
  }

  /** Does something with whoever shows a token; gives nothing when their stay is over. */
  async function withOwn<T>(
    site: Site,
    token: string,
    work: (tx: Executor, run: RunRow, stay: StayRow) => Promise<T>,
    { alsoOver = false } = {},
  ): Promise<T | undefined> {
    const hash = tokenHash(token);
    const known = await statements.stayByToken.first({ site: site.id, hash });
    if (!known) return undefined;
    return during(site, known.session_key, async (tx, run) => {
      const mine = await statements.stayByToken.first({ site: site.id, hash }, tx);
      return mine?.run === run.id && (isThere(mine) || alsoOver) ? work(tx, run, mine) : undefined;
    });
  }

  /** Their time is over, and perhaps the session's. */
  async function goes(
    tx: Executor,
    site: Site,
    run: RunRow,
    stay: StayRow,
    state: 'LEFT' | 'EXPELLED',
  ): Promise<void> {
    const at = clock.now();
    await statements.endStay.run({ id: stay.id, state, at }, tx);
    if (stay.state === 'WAITING') return runs.touch(tx, run);
    await history.leave(tx, stay.id, at, state);
    await runs.recordLeft(tx, site, run, stay, { at, reason: state });
    await runs.goesOn(tx, site, run, { at, reason: 'LEFT' });
  }

  async function changeSends(
    tx: Executor,
    run: RunRow,
    stay: StayRow,
    change: Partial<Sends>,
  ): Promise<Sends> {
    const sends = sendsAfter(stay, change);
    if (sends !== stay.sends) {
      await statements.setSends.run({ id: stay.id, sends }, tx);
      await runs.touch(tx, run);
    }
    return stayOf({ ...stay, sends }).sends;
  }

  return {
    enter: entrance.enter,
    presence: openPresence({ clock, statements, runs, sweeper, withOwn }),
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
      const present = await Promise.all(rows.filter(({ lease_until }) => lease_until > now).map(asOfNow));
      return {
        run: run.id,
        sessionKey,
        people: present.filter(({ state }) => state === 'IN'),
        waiting: present.filter(({ state }) => state === 'WAITING'),
        isLocked: isLocked(run, now),
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
      return renewed ? asOfNow(renewed) : stay(site, token);
    },

    /** Ends a stay; the session ends with the last one. A token that is worth nothing is no error. */
    async leave(site: Site, token: string): Promise<void> {
      // Somebody who came again in the meantime has another token.
      await withOwn(site, token, (tx, run, mine) => goes(tx, site, run, mine, 'LEFT'));
    },

    /** Ends it for all; false when it was not running. */
    async end(site: Site, sessionKey: number): Promise<boolean> {
      const ended = await during(site, sessionKey, async (tx, run) => {
        await runs.end(tx, site, run, { at: clock.now(), reason: 'ENDED' });
        return true;
      });
      return ended ?? false;
    },

    /** Keeps newcomers out, or no longer; a room that would lock itself does not any more. False when it does not run. */
    async lock(site: Site, sessionKey: number, locked: boolean): Promise<boolean> {
      const done = await during(site, sessionKey, async (tx, run) => {
        await runs.lock(tx, run, locked);
        return true;
      });
      return done ?? false;
    },

    /**
     * Lets somebody in who waits; false when nobody of that publicId waits.
     * @throws SessionFull when nobody more gets in
     */
    async admit(site: Site, sessionKey: number, publicId: string): Promise<boolean> {
      const is = (one: StayRow) => one.public_id === publicId && one.state === 'WAITING';
      return withSomebody(site, sessionKey, is, entrance.admit);
    },

    /** Turns somebody away who waits; false when nobody of that publicId waits. */
    async refuse(site: Site, sessionKey: number, publicId: string): Promise<boolean> {
      const is = (one: StayRow) => one.public_id === publicId && one.state === 'WAITING';
      return withSomebody(site, sessionKey, is, async (tx, run, { id }) => {
        await statements.endStay.run({ id, state: 'REFUSED', at: clock.now() }, tx);
        await runs.touch(tx, run);
      });
    },

    /** Puts somebody out who is in; they may come again. False for a host, and when nobody of that publicId is in. */
    async expel(site: Site, sessionKey: number, publicId: string): Promise<boolean> {
      const is = (one: StayRow) => one.public_id === publicId && one.state === 'IN';
      let wasHost = false;
      const found = await withSomebody(site, sessionKey, is, async (tx, run, one) => {
        wasHost = await entrance.hostsStill(one, tx);
        if (!wasHost) await goes(tx, site, run, one, 'EXPELLED');
      });
      return found && !wasHost;
    },

    /** Does something while nothing else happens in a run; nothing when it does not run. */
    async inRun(site: Site, sessionKey: number, work: (tx: Executor) => Promise<void>): Promise<void> {
      await during(site, sessionKey, work);
    },

    /**
     * The same with something that its people see: whoever watches it looks again.
     * @param work is given the number of the run
     */
    async changeRun<T>(
      site: Site,
      sessionKey: number,
      work: (tx: Executor, run: number) => Promise<T>,
    ): Promise<T | undefined> {
      return during(site, sessionKey, async (tx, run) => {
        const done = await work(tx, run.id);
        await runs.touch(tx, run);
        return done;
      });
    },

    /**
     * Says what somebody in the room sends from now on, or no longer. Gives what they send then; nothing when they are
     * not in.
     * @param decide what changes, by what the others who are in send
     */
    async says(
      site: Site,
      token: string,
      decide: (others: readonly Sends[]) => Partial<Sends>,
    ): Promise<Sends | undefined> {
      return withOwn(site, token, async (tx, run, one) => {
        if (one.state !== 'IN') return undefined;
        const present = await statements.present.all({ run: run.id }, tx);
        const others = present.filter(({ id, state }) => id !== one.id && state === 'IN');
        return changeSends(tx, run, one, decide(others.map((other) => stayOf(other).sends)));
      });
    },

    /** Turns off what somebody sends; nothing is turned on for anybody. False when nobody of that publicId is in. */
    async silence(
      site: Site,
      sessionKey: number,
      publicId: string,
      what: readonly (keyof Sends)[],
    ): Promise<boolean> {
      const is = (one: StayRow) => one.public_id === publicId && one.state === 'IN';
      return withSomebody(site, sessionKey, is, (tx, run, one) => changeSends(tx, run, one, off(what)));
    },

    /** The same for everybody who is in, but those who have the host's right. False when it does not run. */
    async silenceGuests(site: Site, sessionKey: number, what: readonly (keyof Sends)[]): Promise<boolean> {
      const done = await during(site, sessionKey, async (tx, run) => {
        for (const one of await statements.present.all({ run: run.id }, tx)) {
          if (one.state === 'IN' && !(await entrance.hostsStill(one, tx))) {
            await changeSends(tx, run, one, off(what));
          }
        }
        return true;
      });
      return done ?? false;
    },

    /**
     * Calls the listener soon, and then after every change of a session that runs, begins or ends, whichever process
     * made it, until the watch is ended by what this gives. Several changes in a row may be one call.
     * @param listener must not throw
     */
    watch: watchers.watch,
  };
}

function off(what: readonly (keyof Sends)[]): Partial<Sends> {
  return Object.fromEntries(what.map((word) => [word, false]));
}
