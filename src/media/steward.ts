/**
 * Holds an engine's rooms to what the rows of `live/` say: after every change of a run, after every hint of the engine,
 * and every few seconds for what neither has told. Several processes may do so at once.
 */
import type { Live, LiveState } from '../live/live.ts';
import type { Site } from '../sites/site.ts';
import type { Sites } from '../sites/sites.ts';
import type { MediaEngine, Occupant } from './engine.ts';
import type { MediaRights } from './rights.ts';

/** Milliseconds between two looks at all rooms. */
const EVERY = 5_000;

/** What everybody in a room may send, by the policies. */
export type RightsIn = (site: Site, state: LiveState) => Promise<(stay: Occupant['stay']) => MediaRights>;

export interface StewardParts {
  readonly sites: Pick<Sites, 'byId'>;
  readonly live: Live;
  readonly engine: MediaEngine;
  readonly rightsIn: RightsIn;
  /** Told of what no caller can be told, an engine that is away among it. */
  readonly report: (error: unknown) => void;
}

export type Steward = ReturnType<typeof openSteward>;

export function openSteward({ sites, live, engine, rightsIn, report }: StewardParts) {
  /** Keys whose room is to be looked at again when the look under way is over. */
  const again = new Set<number>();
  const looking = new Map<number, Promise<void>>();
  const endings: (() => void)[] = [];
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isReported = false;

  /** The first of several failures in a row is told. */
  async function watched(work: Promise<void>): Promise<void> {
    try {
      await work;
      isReported = false;
    } catch (error) {
      if (!isReported) report(error);
      isReported = true;
    }
  }

  async function settle(sessionKey: number): Promise<void> {
    const row = await live.siteOf(sessionKey);
    const site = row === undefined ? undefined : await sites.byId(row);
    const state = site && (await live.state(site, sessionKey));
    if (!site || !state) return endOthers();
    const { run: id, startedAt, breakouts } = state;
    await engine.settle({ site, sessionKey, id, startedAt, breakouts }, async () => {
      const now = await live.state(site, sessionKey);
      if (now?.run !== state.run) return undefined;
      const rightsOf = await rightsIn(site, now);
      return now.people.map((stay) => ({ stay, rights: rightsOf(stay) }));
    });
  }

  const endOthers = () => engine.endOthers(live.runs);

  /** One look at a room at a time; what changes meanwhile is looked at after it. */
  function look(sessionKey: number): Promise<void> {
    again.add(sessionKey);
    const under = looking.get(sessionKey);
    if (under) return under;
    const work = (async () => {
      while (again.delete(sessionKey)) await watched(settle(sessionKey));
    })().finally(() => looking.delete(sessionKey));
    looking.set(sessionKey, work);
    return work;
  }

  /** Every room, once, and those that are left of what has ended. */
  async function lookAtAll(): Promise<void> {
    const runs = await live.runs();
    await Promise.all(runs.map(({ sessionKey }) => look(sessionKey)));
    await endOthers();
  }

  return {
    lookAtAll,

    /** From now on it is done by itself. */
    start(): void {
      if (!engine.can.serverMute) return;
      timer ??= setInterval(() => {
        round = round.then(() => watched(lookAtAll()));
      }, EVERY).unref();
      endings.push(
        engine.on((sessionKey) => void look(sessionKey)),
        live.everyRun((sessionKey) => void look(sessionKey)),
      );
    },

    /** Waits for what is under way. */
    async stop(): Promise<void> {
      clearInterval(timer);
      for (const end of endings) end();
      await Promise.all([round, ...looking.values()]);
    },
  };
}
