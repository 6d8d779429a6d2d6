import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Columns } from './columns.ts';

/** What counts the recordings that are there: those of each host, and those of each site. */
export const COUNTINGS: readonly RawBuilder<unknown>[] = [sql.ref('host'), sql.lit(0)].map(
  (host) => sql`insert into recording_count (site, host, service, recordings)
    select site, ${host}, service, count(*) from recording
    where state = 'READY' and deleted_at is null group by 1, 2, 3`,
);

/** Counts of recordings, and indexes that lists of them are read and counted along without a look at the rows. */
export function recordingLists({ bigint, integer, text, finishKeyed }: Columns) {
  return {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .createTable('recording_count')
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('host', bigint, (c) => c.notNull())
        .addColumn('service', text, (c) => c.notNull())
        .addColumn('recordings', integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('recording_count_pkey', ['site', 'host', 'service'])
        .$call(finishKeyed)
        .execute();
      for (const counting of COUNTINGS) await counting.execute(db);
      const last = ['created_at', 'id', 'state', 'deleted_at', 'service'];
      for (const [name, columns] of Object.entries({
        recording_by_creation: ['site', ...last],
        recording_by_host: ['site', 'host', ...last],
      })) {
        await schema.dropIndex(name).execute();
        await schema.createIndex(name).on('recording').columns(columns).execute();
      }
    },
  };
}
