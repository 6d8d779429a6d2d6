/** The log: JSON lines by pino. A request bears its number through it; no secret is ever in it. */
import { randomBytes } from 'node:crypto';
import { type DestinationStream, type Logger, pino } from 'pino';

/** What is told of a request of the XML API. */
export interface RequestTrace {
  readonly site?: string | undefined;
  readonly caller?: string | undefined;
  /** What the message says of site and caller; it counts where they were not found. */
  readonly tried?: { readonly site: string | undefined; readonly webExID: string | undefined } | undefined;
  readonly operations: readonly string[];
  readonly failures: readonly { readonly exceptionID: string; readonly reason: string }[];
  readonly tolerated: { readonly hints: readonly string[]; readonly isAlarming: boolean };
  readonly faults: readonly unknown[];
}

const MINUTE = 60_000;

/** By its name: the database is on this floor too. */
function isOutage(error: unknown): error is Error {
  return error instanceof Error && error.name === 'DatabaseUnavailable';
}

export type Log = ReturnType<typeof openLog>;

export function openLog(level: string, destination?: DestinationStream) {
  const logger: Logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination({ fd: 2, sync: false }),
  );
  const process = randomBytes(4).toString('hex');
  let requests = 0;
  const outages = { until: 0, untold: 0 };

  /** One line a minute: every call fails then, and each for the same reason. */
  function outage(error: Error): void {
    outages.untold += 1;
    if (performance.now() < outages.until) return;
    const { untold } = outages;
    Object.assign(outages, { until: performance.now() + MINUTE, untold: 0 });
    logger.error({ problem: error.message, calls: untold }, 'database');
  }

  return {
    logger,

    /** Unique among all processes. */
    nextRequestId(): string {
      requests += 1;
      return `${process}-${requests.toString(36)}`;
    },

    /**
     * Failures and tolerated oddities at `info`, other requests at `debug`; at `warn` when something may be open that
     * was to be protected.
     */
    xmlRequest(id: string, trace: RequestTrace, milliseconds: number): void {
      for (const fault of trace.faults) this.fault(id, fault);
      if (trace.faults.some(isOutage)) return;
      const { hints, isAlarming } = trace.tolerated;
      const isNotable = trace.failures.length > 0 || hints.length > 0;
      const level = isAlarming ? 'warn' : isNotable ? 'info' : 'debug';
      if (!logger.isLevelEnabled(level)) return;
      const { site, caller, operations, failures } = trace;
      const tried = caller === undefined ? trace.tried : undefined;
      logger[level](
        { id, site, caller, tried, operations, failures, hints, ms: Math.round(milliseconds * 100) / 100 },
        'XML request',
      );
    },

    /** A call of the NBR services: at `info` when it was refused. No parameter: there are secrets among them. */
    nbrCall(
      id: string,
      about: {
        readonly site: string | undefined;
        readonly caller: string | undefined;
        readonly operation: string | undefined;
        /** Why, as the caller was told. */
        readonly refused: string | undefined;
        /** Milliseconds. */
        readonly ms: number;
      },
    ): void {
      const level = about.refused === undefined ? 'debug' : 'info';
      logger[level]({ id, ...about, ms: Math.round(about.ms * 100) / 100 }, 'NBR call');
    },

    /** A call of the REST interface: at `info` when it was refused or something was tolerated. No parameter, no secret. */
    restCall(
      id: string,
      about: {
        readonly site: string | undefined;
        readonly caller: string | undefined;
        readonly operation: string | undefined;
        readonly status: number;
        /** Why, as the caller was told. */
        readonly refused: string | undefined;
        readonly hints: readonly string[];
        /** Milliseconds. */
        readonly ms: number;
      },
    ): void {
      const level = about.refused === undefined && about.hints.length === 0 ? 'debug' : 'info';
      if (!logger.isLevelEnabled(level)) return;
      logger[level]({ id, ...about, ms: Math.round(about.ms * 100) / 100 }, 'REST call');
    },

    /** Wrong passwords have locked an account for a while. */
    lockedOut(site: string, webExID: string): void {
      logger.warn({ site, webExID }, 'account locked by wrong passwords');
    },

    /** That mail cannot be sent, that it can again, and what was given up; never to whom, and never what it says. */
    mail(news: {
      readonly kind: 'failing' | 'recovered' | 'given-up';
      readonly problem?: string;
      readonly mail?: { readonly id: number; readonly site: number; readonly kind: string };
    }): void {
      const { kind, problem, mail } = news;
      if (kind === 'recovered') logger.info('mail is sent again');
      else if (kind === 'failing') logger.warn({ problem }, 'mail cannot be sent; it is tried again');
      else {
        const about = { mail: mail?.id, site: mail?.site, kind: mail?.kind, problem };
        logger.warn(about, 'a mail is given up');
      }
    },

    /** A call by telephone is over: never from whom. @param about the session where the address named it */
    call(about: {
      readonly site: string;
      readonly session: number | undefined;
      readonly outcome: string;
    }): void {
      logger.info(about, 'call');
    },

    /** A caller has lost the sound of a room, and comes in again; never whose call it is. */
    callAway(about: { readonly site: string; readonly session: number; readonly why: string }): void {
      logger.warn(about, 'a call has lost its room');
    },

    /** A page that says no, or a command whose back URL is told so. No other parameter: there are secrets among them. */
    pageRefused(
      id: string,
      about: {
        readonly site: string;
        readonly caller?: string | undefined;
        /** The webExID of somebody who wanted to sign in. */
        readonly tried?: string | undefined;
        /** Such as `m.php`, and the command that AT named. */
        readonly page: string;
        readonly command?: string | undefined;
        readonly reason: string;
        /** What was wrong, in words that the caller is not told. */
        readonly detail?: string | undefined;
      },
    ): void {
      logger.info({ id, ...about }, 'page refused');
    },

    /** What is ours to mend, with its stack; that the database is away is told once a minute. */
    fault(id: string, error: unknown): void {
      if (isOutage(error)) outage(error);
      else logger.error({ id, err: error }, 'fault');
    },
  };
}
