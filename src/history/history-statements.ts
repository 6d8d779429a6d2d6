/** The statements of the history, each compiled once. */
import { sql } from 'kysely';
import type {
  AttendanceEnd,
  AttendanceTable,
  Database,
  Params,
  UsageEnd,
  UsageTable,
} from '../database/database.ts';

type BegunUsageRow = Omit<UsageTable, 'ended_at' | 'end_reason' | 'participants' | 'peak' | 'people_time'>;
type BegunAttendanceRow = Omit<AttendanceTable, 'left_at' | 'end_reason'>;
type Renamed = Pick<AttendanceTable, 'id' | 'name' | 'email' | 'is_host' | 'document'>;

export function historyStatements(database: Database) {
  return {
    begin: database.prepare((db, p: Params<BegunUsageRow>) =>
      db.insertInto('usage').values({
        id: p('id'),
        site: p('site'),
        session_key: p('session_key'),
        conf_id: p('conf_id'),
        name: p('name'),
        service: p('service'),
        session_type: p('session_type'),
        audio_only: p('audio_only'),
        host: p('host'),
        host_user_id: p('host_user_id'),
        host_webex_id: p('host_webex_id'),
        host_name: p('host_name'),
        host_email: p('host_email'),
        time_zone_id: p('time_zone_id'),
        start_at: p('start_at'),
        duration: p('duration'),
        started_at: p('started_at'),
        ended_at: null,
        end_reason: null,
        participants: 0,
        peak: 0,
        people_time: 0,
        document: p('document'),
      }),
    ),
    join: database.prepare((db, p: Params<BegunAttendanceRow>) =>
      db.insertInto('attendance').values({
        id: p('id'),
        usage: p('usage'),
        name: p('name'),
        email: p('email'),
        account: p('account'),
        attendee: p('attendee'),
        is_host: p('is_host'),
        joined_at: p('joined_at'),
        left_at: null,
        end_reason: null,
        document: p('document'),
      }),
    ),
    rejoin: database.prepare((db, p: Params<Renamed>) =>
      db
        .updateTable('attendance')
        .set({ name: p('name'), email: p('email'), is_host: p('is_host'), document: p('document') })
        .where('id', '=', p('id')),
    ),
    leave: database.prepare((db, p: Params<{ id: number; at: number; reason: AttendanceEnd }>) =>
      db
        .updateTable('attendance')
        .set({ left_at: p('at'), end_reason: p('reason') })
        .where('id', '=', p('id'))
        .where('left_at', 'is', null),
    ),
    leaveAll: database.prepare((db, p: Params<{ usage: number; at: number; reason: AttendanceEnd }>) =>
      db
        .updateTable('attendance')
        .set({ left_at: p('at'), end_reason: p('reason') })
        .where('usage', '=', p('usage'))
        .where('left_at', 'is', null),
    ),
    /** A stranger is somebody else at each visit. */
    totals: database.prepare<{ usage: number }, { people: number; time: number | null; last: number | null }>(
      (db, p) =>
        db
          .selectFrom('attendance')
          .select([
            sql<number>`count(distinct coalesce('account ' || account, 'attendee ' || attendee, 'stay ' || id))`.as(
              'people',
            ),
            sql<number | null>`sum(left_at - joined_at)`.as('time'),
            sql<number | null>`max(left_at)`.as('last'),
          ])
          .where('usage', '=', p('usage')),
    ),
    end: database.prepare(
      (
        db,
        p: Params<{
          id: number;
          at: number;
          reason: UsageEnd;
          participants: number;
          peak: number;
          time: number;
        }>,
      ) =>
        db
          .updateTable('usage')
          .set({
            ended_at: p('at'),
            end_reason: p('reason'),
            participants: p('participants'),
            peak: p('peak'),
            people_time: p('time'),
          })
          .where('id', '=', p('id')),
    ),
    usagesOf: database.prepare<{ site: number; key: number }, UsageTable>((db, p) =>
      db
        .selectFrom('usage')
        .selectAll()
        .where('site', '=', p('site'))
        .where('session_key', '=', p('key'))
        .orderBy('started_at')
        .orderBy('id'),
    ),
    attendancesOf: database.prepare<{ usage: number }, AttendanceTable>((db, p) =>
      db
        .selectFrom('attendance')
        .selectAll()
        .where('usage', '=', p('usage'))
        .orderBy('joined_at')
        .orderBy('id'),
    ),
  };
}
