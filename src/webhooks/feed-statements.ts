/** The statements of the feed: what webhooks are told, once for all of an account's. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Database, Params } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';

export interface EventRow {
  readonly number: number;
  readonly resource: string;
  readonly event: string;
  readonly happened_at: number;
  readonly data: string;
}

export interface AudienceRow {
  readonly site: number;
  readonly number: number;
  /** 0 for what a person has made by themselves. */
  readonly integration: number;
  readonly account: number;
  readonly as_creator: 0 | 1;
  readonly as_org: 0 | 1;
}

/** Of at most four resources each: so many there are. */
export interface AskedFeed {
  readonly account: number;
  readonly after: number;
  readonly most: number;
  readonly own1: string;
  readonly own2: string;
  readonly own3: string;
  readonly own4: string;
  readonly org1: string;
  readonly org2: string;
  readonly org3: string;
  readonly org4: string;
}

type Row = ExpressionBuilder<Tables, 'webhook_event' | 'webhook_audience'>;

const COLUMNS = [
  'webhook_event.number',
  'webhook_event.resource',
  'webhook_event.event',
  'webhook_event.happened_at',
  'webhook_event.data',
] as const;

/** It is told of what the reader may read: as what is their own, or as what is the whole site's. */
function mayBeRead(p: Params<AskedFeed>) {
  return (eb: Row) =>
    eb.or([
      eb.and([
        eb('webhook_audience.as_creator', '=', sql.lit(1)),
        eb('webhook_event.resource', 'in', [p('own1'), p('own2'), p('own3'), p('own4')]),
      ]),
      eb.and([
        eb('webhook_audience.as_org', '=', sql.lit(1)),
        eb('webhook_event.resource', 'in', [p('org1'), p('org2'), p('org3'), p('org4')]),
      ]),
    ]);
}

export type FeedStatements = ReturnType<typeof feedStatements>;

export function feedStatements(database: Database) {
  return {
    begin: database.prepare((db, p: Params<{ site: number }>) =>
      db
        .insertInto('webhook_feed')
        .values({ site: p('site'), last: sql.lit(0) })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    /** Whoever is first holds the row until their events are on disk. */
    countOn: database.prepare<{ site: number }, { last: number }>((db, p) =>
      db
        .updateTable('webhook_feed')
        .set((eb) => ({ last: eb('last', '+', 1) }))
        .where('site', '=', p('site'))
        .returning('last'),
    ),
    add: database.prepare((db, p: Params<EventRow & { readonly site: number; readonly account: number }>) =>
      db.insertInto('webhook_event').values({
        site: p('site'),
        number: p('number'),
        account: p('account'),
        resource: p('resource'),
        event: p('event'),
        happened_at: p('happened_at'),
        data: p('data'),
      }),
    ),
    addAudience: database.prepare((db, p: Params<AudienceRow>) =>
      db.insertInto('webhook_audience').values({
        site: p('site'),
        number: p('number'),
        integration: p('integration'),
        account: p('account'),
        as_creator: p('as_creator'),
        as_org: p('as_org'),
      }),
    ),
    /** What any of an account's webhooks was told, each event once. */
    ofAccount: database.prepare<AskedFeed, EventRow>((db, p) =>
      db
        .selectFrom('webhook_event')
        .select(COLUMNS)
        .where('webhook_event.account', '=', p('account'))
        .where('webhook_event.number', '>', p('after'))
        .where((event) =>
          event.exists(
            event
              .selectFrom('webhook_audience')
              .select('webhook_audience.number')
              .whereRef('webhook_audience.site', '=', 'webhook_event.site')
              .whereRef('webhook_audience.number', '=', 'webhook_event.number')
              .where(mayBeRead(p)),
          ),
        )
        .orderBy('webhook_event.number')
        .limit(p('most')),
    ),
    /** What those of an account's webhooks were told that one integration has made. */
    ofIntegration: database.prepare<AskedFeed & { readonly integration: number }, EventRow>((db, p) =>
      db
        .selectFrom('webhook_audience')
        .innerJoin('webhook_event', (join) =>
          join
            .onRef('webhook_event.site', '=', 'webhook_audience.site')
            .onRef('webhook_event.number', '=', 'webhook_audience.number'),
        )
        .select(COLUMNS)
        .where('webhook_audience.account', '=', p('account'))
        .where('webhook_audience.integration', '=', p('integration'))
        .where('webhook_audience.number', '>', p('after'))
        .where(mayBeRead(p))
        .orderBy('webhook_audience.number')
        .limit(p('most')),
    ),
    sweep: database.prepare((db, p: Params<{ before: number; most: number }>) =>
      db
        .deleteFrom('webhook_event')
        .where(
          ({ refTuple, selectFrom }) =>
            sql<boolean>`${refTuple('site', 'number')} in ${selectFrom('webhook_event as old')
              .select(['old.site', 'old.number'])
              .where('old.happened_at', '<', p('before'))
              .orderBy('old.happened_at')
              .limit(p('most'))}`,
        ),
    ),
  };
}
