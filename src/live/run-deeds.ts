/**
 * What is done in a run to it and to its people. Whoever does it may be named: then who they are is read and judged
 * inside the write, so that a right that has just been taken counts no longer.
 */
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { History } from '../history/history.ts';
import { tokenHash } from '../random.ts';
import type { Site } from '../sites/site.ts';
import type { LiveEntrance } from './entrance.ts';
import type { HostPart } from './host-part.ts';
import type { LiveStatements, RunRow, StayRow } from './live-statements.ts';
import { type RoomRules, rulesIn, storedRules } from './rules.ts';
import type { Runs } from './runs.ts';
import {
  isThere,
  type Sends,
  type Stay,
  type StayRole,
  sendsAfter,
  stayOf,
  withoutHostRight,
} from './stay.ts';

/** Somebody in a room who does something there. */
export interface Doer {
  /** What their browser shows. */
  readonly token: string;
  /** Says no by throwing. @param target to whom it is done, if to one */
  judge(doer: Stay, target: Stay | undefined): void;
}

/** Somebody who acts from outside, whether they are in the room or not. */
export interface Outsider {
  /** Says no by throwing. @param people who are in @param target to whom it is done, if to one */
  check(tx: Executor, people: readonly Stay[], target: Stay | undefined): Promise<void>;
}

/** What somebody may still send of what they send, by what they are and the rules. */
export type Fitting = (stay: Stay, rules: RoomRules) => Partial<Sends>;

/** A role that is given in a run. ATTENDEE takes it away: they are what they came as. */
export type GivenRole = Exclude<StayRole, 'HOST' | 'LISTENER'>;

/** Whoever names the doer of a deed is in no room, or in another. */
export class NotInRoom extends Error {}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly history: History;
  readonly statements: LiveStatements;
  readonly runs: Runs;
  readonly entrance: LiveEntrance;
  readonly hostPart: HostPart;
}

export type Deeds = ReturnType<typeof openDeeds>;

export function openDeeds({ database, clock, history, statements, runs, entrance, hostPart }: Parts) {
  /** A stay whose host has lost the right since they came is that of a guest. */
  async function asOfNow(row: StayRow, on?: Executor): Promise<Stay> {
    const stay = stayOf(row);
    return stay.isHost && !(await hostPart.hostsStill(row, on)) ? withoutHostRight(stay) : stay;
  }

  /** Does something in a run; gives nothing when it does not run. @param by named when somebody is to be judged */
  async function during<T>(
    site: Site,
    sessionKey: number,
    work: (tx: Executor, run: RunRow) => Promise<T>,
    by?: Doer | Outsider,
  ): Promise<T | undefined> {
    return database.write(async (tx) => {
      const run = await runs.held(tx, site, sessionKey);
      if (!run) return undefined;
      if (by) await judged(tx, site, run, by, undefined);
      return work(tx, run);
    });
  }

  async function judged(
    tx: Executor,
    site: Site,
    run: RunRow,
    by: Doer | Outsider,
    target: StayRow | undefined,
  ): Promise<void> {
    if ('check' in by) {
      const rows = (await statements.present.all({ run: run.id }, tx)).filter(({ state }) => state === 'IN');
      const people = await Promise.all(rows.map((one) => asOfNow(one, tx)));
      return by.check(tx, people, target && (await asOfNow(target, tx)));
    }
    const { token, judge } = by;
    const row = await statements.stayByToken.first({ site: site.id, hash: tokenHash(token) }, tx);
    if (row?.run !== run.id || row.state !== 'IN') throw new NotInRoom();
    judge(await asOfNow(row, tx), target && (await asOfNow(target, tx)));
  }

  /** Does something with somebody who is there; false when there is no such person. */
  async function withSomebody(
    site: Site,
    sessionKey: number,
    is: (stay: StayRow) => boolean,
    work: (tx: Executor, run: RunRow, stay: StayRow) => Promise<unknown>,
    by?: Doer | Outsider,
  ): Promise<boolean> {
    return database.write(async (tx) => {
      const run = await runs.held(tx, site, sessionKey);
      if (!run) return false;
      const found = (await statements.present.all({ run: run.id }, tx)).find(is);
      if (by) await judged(tx, site, run, by, found);
      if (found) await work(tx, run, found);
      return found !== undefined;
    });
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

  const isIn = (publicId: string) => (one: StayRow) => one.public_id === publicId && one.state === 'IN';
  const waits = (publicId: string) => (one: StayRow) => one.public_id === publicId && one.state === 'WAITING';

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

  /** What people may not send any more, by what they are now, is off. */
  async function fit(tx: Executor, run: RunRow, rules: RoomRules, fits: Fitting): Promise<void> {
    for (const one of await statements.present.all({ run: run.id }, tx)) {
      if (one.state === 'IN') await changeSends(tx, run, one, fits(await asOfNow(one, tx), rules));
    }
  }

  /** What coming in again makes of somebody is what a host has said last. */
  async function noteCoHost(tx: Executor, run: RunRow, one: StayRow, role: StayRole): Promise<void> {
    if (role === 'COHOST') {
      await history.coHosted(tx, one.id);
      if (one.account !== null) {
        await statements.giveCoHostBack.run({ run: run.id, account: one.account }, tx);
      }
    } else if (one.role === 'COHOST') {
      await statements.takeCoHost.run({ id: one.id }, tx);
    }
  }

  return {
    asOfNow,
    during,
    withOwn,
    goes,
    changeSends,

    /** Does something with somebody who is in; false when nobody of that publicId is. */
    withSomebodyIn(
      site: Site,
      sessionKey: number,
      publicId: string,
      work: (tx: Executor, run: RunRow, stay: StayRow) => Promise<unknown>,
      by?: Doer | Outsider,
    ): Promise<boolean> {
      return withSomebody(site, sessionKey, isIn(publicId), work, by);
    },

    /** Ends it for all; false when it was not running. */
    async end(site: Site, sessionKey: number, by?: Doer | Outsider): Promise<boolean> {
      const end = async (tx: Executor, run: RunRow) => {
        await runs.endForAll(tx, site, run);
        return true;
      };
      return (await during(site, sessionKey, end, by)) ?? false;
    },

    /** Keeps newcomers out, or no longer; a room that would lock itself does not any more. False when it does not run. */
    async lock(site: Site, sessionKey: number, isLocked: boolean, by?: Doer | Outsider): Promise<boolean> {
      const lock = async (tx: Executor, run: RunRow) => {
        await runs.lock(tx, run, isLocked);
        return true;
      };
      return (await during(site, sessionKey, lock, by)) ?? false;
    },

    /**
     * Lets somebody in who waits; false when nobody of that publicId waits.
     * @throws SessionFull when nobody more gets in
     */
    async admit(site: Site, sessionKey: number, publicId: string, by?: Doer | Outsider): Promise<boolean> {
      return withSomebody(site, sessionKey, waits(publicId), entrance.admit, by);
    },

    /**
     * Lets in whoever waits, in the order in which they came. False when it does not run.
     * @throws SessionFull, and lets in nobody, when they do not all get in
     */
    async admitAll(site: Site, sessionKey: number, by?: Doer | Outsider): Promise<boolean> {
      const admit = async (tx: Executor, run: RunRow) => {
        for (const one of await statements.present.all({ run: run.id }, tx)) {
          if (one.state === 'WAITING') await entrance.admit(tx, run, one);
        }
        return true;
      };
      return (await during(site, sessionKey, admit, by)) ?? false;
    },

    /** Turns somebody away who waits; false when nobody of that publicId waits. */
    async refuse(site: Site, sessionKey: number, publicId: string, by?: Doer | Outsider): Promise<boolean> {
      const refuse = async (tx: Executor, run: RunRow, { id }: StayRow) => {
        await statements.endStay.run({ id, state: 'REFUSED', at: clock.now() }, tx);
        await runs.touch(tx, run);
      };
      return withSomebody(site, sessionKey, waits(publicId), refuse, by);
    },

    /**
     * Puts somebody out who is in, and keeps them out until the run ends or they are forgiven. False for whoever hosts
     * it by their own right, and when nobody of that publicId is in.
     */
    async expel(site: Site, sessionKey: number, publicId: string, by?: Doer | Outsider): Promise<boolean> {
      let stays = false;
      const expel = async (tx: Executor, run: RunRow, one: StayRow) => {
        stays = one.is_host === 1 && (await hostPart.hostsStill(one, tx));
        if (!stays) await goes(tx, site, run, one, 'EXPELLED');
      };
      return (await withSomebody(site, sessionKey, isIn(publicId), expel, by)) && !stays;
    },

    /** Lets somebody come again who was put out. False when nobody of that publicId was. */
    async forgive(site: Site, sessionKey: number, publicId: string, by?: Doer | Outsider): Promise<boolean> {
      const forgive = async (tx: Executor, run: RunRow) => {
        const one = await statements.forgive.first({ run: run.id, publicId }, tx);
        if (one) await runs.touch(tx, run);
        return one !== undefined;
      };
      return (await during(site, sessionKey, forgive, by)) ?? false;
    },

    /** Turns off what somebody sends; nothing is turned on for anybody. False when nobody of that publicId is in. */
    async silence(
      site: Site,
      sessionKey: number,
      publicId: string,
      what: readonly (keyof Sends)[],
      by?: Doer | Outsider,
    ): Promise<boolean> {
      const silence = (tx: Executor, run: RunRow, one: StayRow) => changeSends(tx, run, one, off(what));
      return withSomebody(site, sessionKey, isIn(publicId), silence, by);
    },

    /** The same for everybody who is in, but those who host it. False when it does not run. */
    async silenceGuests(
      site: Site,
      sessionKey: number,
      what: readonly (keyof Sends)[],
      by?: Doer | Outsider,
    ): Promise<boolean> {
      const silence = async (tx: Executor, run: RunRow) => {
        for (const one of await statements.present.all({ run: run.id }, tx)) {
          if (one.state === 'IN' && !(await hostPart.hostsStill(one, tx))) {
            await changeSends(tx, run, one, off(what));
          }
        }
        return true;
      };
      return (await during(site, sessionKey, silence, by)) ?? false;
    },

    /** Says what everybody may do from now on. False when it does not run. */
    async rule(
      site: Site,
      sessionKey: number,
      change: Partial<RoomRules>,
      { fits, by }: { readonly fits: Fitting; readonly by?: Doer | Outsider },
    ): Promise<boolean> {
      const rule = async (tx: Executor, run: RunRow) => {
        const rules = { ...rulesIn(run.rules), ...change };
        await runs.setRules(tx, run, storedRules(rules));
        await fit(tx, run, rules, fits);
        return true;
      };
      return (await during(site, sessionKey, rule, by)) ?? false;
    },

    /**
     * Makes somebody who is in what is said. False when nobody of that publicId is in,
     * and for whoever hosts it by their own right: they stay that.
     */
    async appoint(
      site: Site,
      sessionKey: number,
      publicId: string,
      { role, fits, by }: { readonly role: GivenRole; readonly fits: Fitting; readonly by?: Doer | Outsider },
    ): Promise<boolean> {
      let isTheirs = false;
      const appoint = async (tx: Executor, run: RunRow, one: StayRow) => {
        isTheirs = one.is_host === 1 && (await hostPart.hostsStill(one, tx));
        if (isTheirs) return;
        // Whoever came as a host and is none any more has nothing of their own.
        const own = one.own_role === 'HOST' || one.own_role === 'COHOST' ? 'ATTENDEE' : one.own_role;
        const after = role === 'ATTENDEE' ? own : role;
        await statements.setRole.run({ id: one.id, role: after, leads: one.leads }, tx);
        await noteCoHost(tx, run, one, after);
        await runs.touch(tx, run);
        await fit(tx, run, rulesIn(run.rules), fits);
      };
      return (await withSomebody(site, sessionKey, isIn(publicId), appoint, by)) && !isTheirs;
    },

    /**
     * Gives somebody who is in the host's part; whoever had it is what they are beside it. False when nobody of that
     * publicId is in.
     */
    async handOver(
      site: Site,
      sessionKey: number,
      publicId: string,
      { fits, by }: { readonly fits: Fitting; readonly by?: Doer | Outsider },
    ): Promise<boolean> {
      const give = async (tx: Executor, run: RunRow, one: StayRow) => {
        await hostPart.give(tx, run, one);
        await history.coHosted(tx, one.id);
        await runs.touch(tx, run);
        await fit(tx, run, rulesIn(run.rules), fits);
      };
      return withSomebody(site, sessionKey, isIn(publicId), give, by);
    },
  };
}

function off(what: readonly (keyof Sends)[]): Partial<Sends> {
  return Object.fromEntries(what.map((word) => [word, false]));
}
