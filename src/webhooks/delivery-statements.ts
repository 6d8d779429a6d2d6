/** The statements of messages for webhooks, and of the tries to deliver them. */
import type { Kysely } from 'kysely';
import type { Database, Params } from '../database/database.ts';
import type { DeliveryState } from '../database/tables/webhook-delivery-table.ts';
import type { Tables } from '../database/tables.ts';

export interface DeliveryRow {
  readonly id: number;
  readonly site: number;
  readonly webhook: number;
  readonly message: string;
  readonly resource: string;
  readonly event: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly counted_from: number;
  readonly not_before: number;
  readonly created_at: number;
  readonly ended_at: number | null;
  /** Of a message of an event without its data, which that holds. */
  readonly body: string;
  /** JSON, of the event. */
  readonly data: string | null;
}

/** The very text that is sent: compact JSON, whose last member is `data`. */
export function bodyOf({ body, data }: Pick<DeliveryRow, 'body' | 'data'>): string {
  return data === null ? body : `${body.slice(0, -1)},"data":${data}}`;
}

export interface WebhookAttemptRow {
  readonly delivery: number;
  readonly webhook: number;
  readonly begun_at: number;
  readonly took: number;
  readonly failed: 0 | 1;
  readonly http_status: number | null;
  readonly problem: string | null;
  readonly answer: string;
}

type NewDelivery = Omit<DeliveryRow, 'id' | 'attempts' | 'counted_from' | 'ended_at' | 'data'> & {
  /** The event of the feed that holds the data of the message; null where the message holds all of itself. */
  readonly event_number: number | null;
};

const COLUMNS = [
  'webhook_delivery.id',
  'webhook_delivery.site',
  'webhook_delivery.webhook',
  'webhook_delivery.message',
  'webhook_delivery.resource',
  'webhook_delivery.event',
  'webhook_delivery.state',
  'webhook_delivery.attempts',
  'webhook_delivery.counted_from',
  'webhook_delivery.not_before',
  'webhook_delivery.created_at',
  'webhook_delivery.ended_at',
  'webhook_delivery.body',
  'webhook_event.data',
] as const;

function withEvents(db: Kysely<Tables>) {
  return db
    .selectFrom('webhook_delivery')
    .leftJoin('webhook_event', (join) =>
      join
        .onRef('webhook_event.site', '=', 'webhook_delivery.site')
        .onRef('webhook_event.number', '=', 'webhook_delivery.event_number'),
    );
}

export type DeliveryStatements = ReturnType<typeof deliveryStatements>;

export function deliveryStatements(database: Database) {
  return {
    insert: database.prepare((db, p: Params<NewDelivery>) =>
      db.insertInto('webhook_delivery').values({
        site: p('site'),
        webhook: p('webhook'),
        message: p('message'),
        resource: p('resource'),
        event: p('event'),
        state: p('state'),
        attempts: 0,
        not_before: p('not_before'),
        created_at: p('created_at'),
        event_number: p('event_number'),
        body: p('body'),
      }),
    ),
    byId: database.prepare<{ id: number }, DeliveryRow>((db, p) =>
      withEvents(db).select(COLUMNS).where('webhook_delivery.id', '=', p('id')),
    ),
    /** The newest first. */
    ofWebhook: database.prepare<{ webhook: number; before: number; most: number }, DeliveryRow>((db, p) =>
      withEvents(db)
        .select(COLUMNS)
        .where('webhook_delivery.webhook', '=', p('webhook'))
        .where('webhook_delivery.id', '<', p('before'))
        .orderBy('webhook_delivery.id', 'desc')
        .limit(p('most')),
    ),
    nextOf: database.prepare<{ webhook: number; now: number }, DeliveryRow>((db, p) =>
      withEvents(db)
        .select(COLUMNS)
        .where('webhook_delivery.webhook', '=', p('webhook'))
        .where('webhook_delivery.state', '=', 'WAITING')
        .where('webhook_delivery.not_before', '<=', p('now'))
        .orderBy('webhook_delivery.not_before')
        .orderBy('webhook_delivery.id')
        .limit(1),
    ),
    /** The first that waits, whether it is due or not. */
    firstWaiting: database.prepare<{ webhook: number }, { not_before: number }>((db, p) =>
      db
        .selectFrom('webhook_delivery')
        .select('not_before')
        .where('webhook', '=', p('webhook'))
        .where('state', '=', 'WAITING')
        .orderBy('not_before')
        .limit(1),
    ),
    /** Puts down how a try went, unless nobody waits for it any more. */
    finish: database.prepare((db, p: Params<Pick<DeliveryRow, 'id' | 'state' | 'not_before' | 'ended_at'>>) =>
      db
        .updateTable('webhook_delivery')
        .set((eb) => ({
          attempts: eb('attempts', '+', 1),
          state: p('state'),
          not_before: p('not_before'),
          ended_at: p('ended_at'),
        }))
        .where('id', '=', p('id'))
        .where('state', '=', 'WAITING'),
    ),
    addAttempt: database.prepare((db, p: Params<WebhookAttemptRow>) =>
      db.insertInto('webhook_attempt').values({
        delivery: p('delivery'),
        webhook: p('webhook'),
        begun_at: p('begun_at'),
        took: p('took'),
        failed: p('failed'),
        http_status: p('http_status'),
        problem: p('problem'),
        answer: p('answer'),
      }),
    ),
    attemptsOf: database.prepare<{ delivery: number }, WebhookAttemptRow>((db, p) =>
      db
        .selectFrom('webhook_attempt')
        .select(['delivery', 'webhook', 'begun_at', 'took', 'failed', 'http_status', 'problem', 'answer'])
        .where('delivery', '=', p('delivery'))
        .orderBy('id'),
    ),
    failuresSince: database.prepare<{ webhook: number; since: number }, { count: number }>((db, p) =>
      db
        .selectFrom('webhook_attempt')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('webhook', '=', p('webhook'))
        .where('failed', '=', 1)
        .where('begun_at', '>=', p('since')),
    ),
    lastFailure: database.prepare<{ webhook: number }, { begun_at: number; problem: string | null }>(
      (db, p) =>
        db
          .selectFrom('webhook_attempt')
          .select(['begun_at', 'problem'])
          .where('webhook', '=', p('webhook'))
          .where('failed', '=', 1)
          .orderBy('begun_at', 'desc')
          .limit(1),
    ),
    hold: database.prepare((db, p: Params<{ webhook: number }>) =>
      db
        .updateTable('webhook_delivery')
        .set({ state: 'HELD' })
        .where('webhook', '=', p('webhook'))
        .where('state', '=', 'WAITING'),
    ),
    holdOne: database.prepare((db, p: Params<{ id: number }>) =>
      db
        .updateTable('webhook_delivery')
        .set({ state: 'HELD' })
        .where('id', '=', p('id'))
        .where('state', '=', 'WAITING'),
    ),
    goOn: database.prepare((db, p: Params<{ webhook: number; now: number }>) =>
      db
        .updateTable('webhook_delivery')
        .set((eb) => ({ state: 'WAITING', counted_from: eb.ref('attempts'), not_before: p('now') }))
        .where('webhook', '=', p('webhook'))
        .where('state', '=', 'HELD'),
    ),
    again: database.prepare((db, p: Params<{ id: number; now: number }>) =>
      db
        .updateTable('webhook_delivery')
        .set((eb) => ({
          state: 'WAITING',
          counted_from: eb.ref('attempts'),
          not_before: p('now'),
          ended_at: null,
        }))
        .where('id', '=', p('id'))
        .where('state', 'in', ['DONE', 'FAILED']),
    ),
    giveUp: database.prepare((db, p: Params<{ id: number; now: number }>) =>
      db
        .updateTable('webhook_delivery')
        .set({ state: 'FAILED', ended_at: p('now') })
        .where('id', '=', p('id'))
        .where('state', 'in', ['WAITING', 'HELD']),
    ),
    sweep: database.prepare((db, p: Params<{ before: number; most: number }>) =>
      db
        .deleteFrom('webhook_delivery')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('webhook_delivery as old')
            .select('old.id')
            .where('old.created_at', '<', p('before'))
            .orderBy('old.created_at')
            .limit(p('most')),
        ),
    ),
  };
}
