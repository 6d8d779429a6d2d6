/**
 * What the NBR services list: the recordings of a site that can be had, and the meetings that they are of. A meeting that
 * was deleted there is told of no more, until it runs again; its recordings and its history stay.
 */
import { sql } from 'kysely';
import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor, Params } from '../database/database.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';

export type NbrArchive = ReturnType<typeof openNbrArchive>;

/** Rows that are read at once. */
const PAGE = 5_000;

export function openNbrArchive(database: Database, clock: Clock) {
  const { builder } = database;
  const recordAudit = openAudit(database, clock);
  const deletion = database.prepare<{ site: number; confID: number }, { deleted_at: number }>((db, p) =>
    db
      .selectFrom('nbr_deletion')
      .select('deleted_at')
      .where('site', '=', p('site'))
      .where('conf_id', '=', p('confID')),
  );
  const remove = database.prepare((db, p: Params<{ site: number; confID: number; now: number }>) =>
    db
      .insertInto('nbr_deletion')
      .values({ site: p('site'), conf_id: p('confID'), deleted_at: p('now') })
      .onConflict((conflict) => conflict.columns(['site', 'conf_id']).doUpdateSet({ deleted_at: p('now') })),
  );

  return {
    /** The meetings that have recordings, in the order of their numbers. @param service without it all services */
    async confIDs(site: Pick<Site, 'id'>, service?: ServiceType): Promise<number[]> {
      const found: number[] = [];
      for (let last = 0; ; last = found.at(-1) ?? 0) {
        const query = sql<{ conf_id: number }>`select distinct r.conf_id as conf_id from recording as r
          where r.site = ${site.id} and r.conf_id > ${last} and r.state = ${sql.lit('READY')}
          and r.deleted_at is null ${service === undefined ? sql`` : sql`and r.service = ${service}`}
          and not exists (select 1 from nbr_deletion as d
            where d.site = r.site and d.conf_id = r.conf_id and d.deleted_at >= r.created_at)
          order by r.conf_id limit ${PAGE}`;
        const rows = await database.all(query.compile(builder));
        found.push(...rows.map((row) => row.conf_id));
        if (rows.length < PAGE) return found;
      }
    },

    /** The recordings of the site, the oldest first. */
    async recordIDs(site: Pick<Site, 'id'>): Promise<number[]> {
      const found: number[] = [];
      for (let last = { id: 0, created_at: 0 }; ; ) {
        const query = sql<{ id: number; created_at: number }>`select r.id as id, r.created_at as created_at
          from recording as r where r.site = ${site.id}
          and (r.created_at, r.id) > (${last.created_at}, ${last.id})
          and r.state = ${sql.lit('READY')} and r.deleted_at is null
          order by r.created_at, r.id limit ${PAGE}`;
        const rows = await database.all(query.compile(builder));
        found.push(...rows.map(({ id }) => id));
        const newest = rows.at(-1);
        if (!newest || rows.length < PAGE) return found;
        last = newest;
      }
    },

    /** Since when nothing is told of what was before; epoch milliseconds. */
    async deletedAt(site: Pick<Site, 'id'>, confID: number): Promise<number | undefined> {
      return (await deletion.first({ site: site.id, confID }))?.deleted_at;
    },

    /** @param judge throws what forbids it */
    async deleteMeeting(
      site: Pick<Site, 'id'>,
      confID: number,
      judge: (tx: Executor) => Promise<void>,
    ): Promise<void> {
      await database.write(async (tx) => {
        await judge(tx);
        await remove.run({ site: site.id, confID, now: clock.now() }, tx);
        await recordAudit(tx, { site, act: 'meeting.removedFromNbr', name: String(confID), id: confID });
      });
    },
  };
}
