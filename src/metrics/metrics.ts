/**
 * What is measured while the installation runs. Every label is one of a list that is known at the start: no name of
 * a site, an account or a session is among them.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Context } from '../context.ts';
import { presenceCount } from '../live/presence-count.ts';
import { waitingMail } from '../mail/waiting-mail.ts';

/** What is told of a message of the XML API. */
export interface MessageTrace {
  /** The operations that it asked for and got. */
  readonly succeeded: readonly string[];
  readonly refused: readonly string[];
}

export interface Metrics {
  xmlMessage(trace: MessageTrace, milliseconds: number): void;
  /** @param route as it is declared, such as `/:siteName/m.php` */
  page(route: string, status: number, milliseconds: number): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds; from what a kept answer takes to what a person gives up at. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function openMetrics({ database, clock, requestLog }: Context): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const operations = new Counter({
    name: 'parlance_xml_operations_total',
    help: 'Operations of the XML API, by what came of them.',
    labelNames: ['operation', 'result'],
    registers,
  });
  const messages = new Histogram({
    name: 'parlance_xml_message_duration_seconds',
    help: 'From the first byte of a message of the XML API to its answer.',
    buckets: BUCKETS,
    registers,
  });
  const pages = new Histogram({
    name: 'parlance_page_duration_seconds',
    help: 'Requests of browsers and of the URL API, by their route and the kind of their status.',
    labelNames: ['route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const countMail = waitingMail(database);
  const countPresence = presenceCount(database, clock);
  new Gauge({
    name: 'parlance_mail_waiting',
    help: 'Mail that waits in the outbox.',
    registers,
    async collect() {
      this.set(await countMail());
    },
  });
  new Counter({
    name: 'parlance_request_log_dropped_total',
    help: 'Entries of the request log that were dropped because more came than could be written.',
    registers,
    collect() {
      this.reset();
      this.inc(requestLog.dropped);
    },
  });
  const people = new Gauge({
    name: 'parlance_people_in_sessions',
    help: 'People who are in a session.',
    registers,
  });
  new Gauge({
    name: 'parlance_sessions_running',
    help: 'Sessions and personal rooms that run.',
    registers,
    async collect() {
      const now = await countPresence();
      this.set(now.sessions);
      people.set(now.people);
    },
  });
  /** The counters of an operation, found without putting labels together. */
  const known = new Map<string, { readonly success: Counter.Internal; readonly failure: Counter.Internal }>();

  function countersOf(operation: string) {
    const before = known.get(operation);
    if (before) return before;
    const counters = {
      success: operations.labels({ operation, result: 'success' }),
      failure: operations.labels({ operation, result: 'failure' }),
    };
    known.set(operation, counters);
    return counters;
  }

  return {
    xmlMessage({ succeeded, refused }, milliseconds) {
      for (const operation of succeeded) countersOf(operation).success.inc();
      for (const operation of refused) countersOf(operation).failure.inc();
      messages.observe(milliseconds / 1000);
    },
    page(route, status, milliseconds) {
      pages.labels({ route, status: `${Math.floor(status / 100)}xx` }).observe(milliseconds / 1000);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
