/**
 * Tells whoever watches a session of every change, whichever process made it, by what the database announces. A look at
 * one row a second finds what no announcement has reached: a pooler between us and PostgreSQL may hold them back.
 */
import type { Database, Executor } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import type { LiveStatements } from './live-statements.ts';

/** Milliseconds between two looks. */
const EVERY = 1000;

/** What announcements of a run begin with; its key follows. */
const RUN = 'run ';

interface Watched {
  readonly site: number;
  /** Each listener and the version that it was last told of. */
  readonly listeners: Map<object, { readonly call: () => void; seen: string | undefined }>;
  looking: Promise<void> | undefined;
  again: boolean;
}

export function openWatchers(
  database: Database,
  statements: Pick<LiveStatements, 'runVersion'>,
  report: (error: unknown) => void,
) {
  const watched = new Map<number, Watched>();
  let timer: NodeJS.Timeout | undefined;
  /** Ends the listening. */
  let deaf: (() => void) | undefined;
  let stopped = false;

  /** A run that ended and one that began after it differ in their numbers. */
  async function versionOf(site: number, sessionKey: number): Promise<string> {
    const run = await statements.runVersion.first({ site, key: sessionKey });
    return run ? `${run.id}.${run.version}` : '';
  }

  async function look(sessionKey: number, one: Watched): Promise<void> {
    do {
      one.again = false;
      const version = await versionOf(one.site, sessionKey);
      for (const listener of one.listeners.values()) {
        if (stopped || listener.seen === version) continue;
        listener.seen = version;
        listener.call();
      }
    } while (one.again);
  }

  /** One look at a time: an older answer never comes after a newer one. */
  function lookAfter(sessionKey: number): void {
    const one = watched.get(sessionKey);
    if (!one || stopped) return;
    one.again = true;
    one.looking ??= look(sessionKey, one)
      .catch(report)
      .finally(() => {
        one.looking = undefined;
        // A change that came as the last answer was on its way.
        if (one.again) lookAfter(sessionKey);
      });
  }

  function lookAtAll(): void {
    for (const key of watched.keys()) lookAfter(key);
  }

  function hear(topic: string | undefined): void {
    if (topic === undefined) lookAtAll();
    else if (topic.startsWith(RUN)) lookAfter(Number(topic.slice(RUN.length)));
  }

  function lookEverySecond(): void {
    if (stopped) return;
    timer ??= setInterval(lookAtAll, EVERY).unref();
    deaf ??= database.listen(hear);
  }

  function rest(): void {
    clearInterval(timer);
    timer = undefined;
    deaf?.();
    deaf = undefined;
  }

  return {
    /** Call inside a write that changes the run of a key. */
    changed(tx: Executor, sessionKey: number): void {
      database.announce(tx, RUN + sessionKey);
    },

    /**
     * Calls the listener soon, and then after every change until the watch is ended by what this gives; several
     * changes in a row may be one call. What is read when the listener is called is not older than the change.
     * @param listener must not throw
     */
    watch(site: Pick<Site, 'id'>, sessionKey: number, listener: () => void): () => void {
      const one = watched.get(sessionKey) ?? {
        site: site.id,
        listeners: new Map(),
        looking: undefined,
        again: false,
      };
      watched.set(sessionKey, one);
      const me = {};
      one.listeners.set(me, { call: listener, seen: undefined });
      lookAfter(sessionKey);
      lookEverySecond();
      return () => {
        one.listeners.delete(me);
        if (one.listeners.size > 0) return;
        if (watched.get(sessionKey) === one) watched.delete(sessionKey);
        if (watched.size === 0) rest();
      };
    },

    /**
     * Calls the listener with the key of every run that begins, changes or ends, in whichever process; some may be
     * missed.
     * @param listener must not throw
     * @returns what ends it
     */
    everyRun(listener: (sessionKey: number) => void): () => void {
      return database.listen((topic) => {
        if (topic?.startsWith(RUN)) listener(Number(topic.slice(RUN.length)));
      });
    },

    /** Tells nobody anything from now on. */
    async stop(): Promise<void> {
      stopped = true;
      rest();
      const looks = [...watched.values()].map(({ looking }) => looking);
      watched.clear();
      await Promise.all(looks);
    },
  };
}
