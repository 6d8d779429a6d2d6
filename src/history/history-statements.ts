/** The statements of the history, each compiled once. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type {
  AttendanceEnd,
  AttendanceTable,
  Database,
  HistoryCountTable,
  Params,
  UsageTable,
  Via,
} from '../database/database.ts';

/** What is known at the end alone. */
const AT_THE_END = {
  ended_at: null,
  end_reason: null,
  participants: 0,
  attendees: 0,
  peak: 0,
  invited: 0,
  registered: 0,
  stays: 0,
  people_time: 0,
  people_minutes: 0,
  voip_minutes: 0,
  voip_participants: 0,
  call_in_minutes: 0,
  toll_free_minutes: 0,
  call_in_participants: 0,
} as const;

type BegunUsageRow = Omit<UsageTable, keyof typeof AT_THE_END>;
type BegunAttendanceRow = Pick<
  AttendanceTable,
  'id' | 'usage' | 'via' | 'name' | 'email' | 'account' | 'attendee' | 'is_host' | 'joined_at' | 'document'
>;
/** As the usage has it. */
type ListedRow = {
  [K in 'site' | 'service' | 'audio_only' | 'host' | 'session_started_at' | 'session_ended_at']: NonNullable<
    AttendanceTable[K]
  >;
};
type BegunRow = Pick<UsageTable, 'site' | 'service' | 'audio_only' | 'host' | 'started_at' | 'document'>;

interface Totals {
  readonly participants: number;
  readonly attendees: number;
  readonly voip_participants: number;
  readonly call_in_participants: number;
  readonly stays: number;
  readonly people_time: number | null;
  readonly people_minutes: number | null;
  readonly voip_minutes: number | null;
  readonly call_in_minutes: number | null;
  readonly toll_free_minutes: number | null;
  readonly last: number | null;
}

type Renamed = Pick<AttendanceTable, 'id' | 'name' | 'email' | 'is_host' | 'document'>;

/**
 * Whoever is by a browser in a room that carries voices is connected to its sound, from their coming to their leaving:
 * they hear it, whether their own microphone is on or not.
 */
function voipTime(leftAt: unknown) {
  const hasVoices = sql`exists (select 1 from ${sql.table('usage')} as heard
    where heard.id = attendance.usage and heard.has_voices = 1)`;
  return sql<number>`case when via = 'WEB' and ${hasVoices} then ${leftAt} - joined_at else 0 end`;
}

export function historyStatements(database: Database) {
  return {
    begin: database.prepare((db, p: Params<BegunUsageRow>) =>
      db.insertInto('usage').values({
        id: p('id'),
        site: p('site'),
        session_key: p('session_key'),
        conf_id: p('conf_id'),
        name: p('name'),
        name_key: p('name_key'),
        service: p('service'),
        session_type: p('session_type'),
        audio_only: p('audio_only'),
        has_voices: p('has_voices'),
        host: p('host'),
        host_user_id: p('host_user_id'),
        host_webex_id: p('host_webex_id'),
        host_name: p('host_name'),
        host_email: p('host_email'),
        time_zone_id: p('time_zone_id'),
        start_at: p('start_at'),
        duration: p('duration'),
        started_at: p('started_at'),
        ...AT_THE_END,
        document: p('document'),
      }),
    ),
    join: database.prepare((db, p: Params<BegunAttendanceRow>) =>
      db.insertInto('attendance').values({
        id: p('id'),
        usage: p('usage'),
        via: p('via'),
        name: p('name'),
        email: p('email'),
        account: p('account'),
        attendee: p('attendee'),
        is_host: p('is_host'),
        co_host: 0,
        joined_at: p('joined_at'),
        left_at: null,
        end_reason: null,
        voip_time: 0,
        site: null,
        service: null,
        audio_only: null,
        host: null,
        session_started_at: null,
        session_ended_at: null,
        document: p('document'),
      }),
    ),
    rejoin: database.prepare((db, p: Params<Renamed>) =>
      db
        .updateTable('attendance')
        .set({ name: p('name'), email: p('email'), is_host: p('is_host'), document: p('document') })
        .where('id', '=', p('id')),
    ),
    coHosted: database.prepare((db, p: Params<{ id: number }>) =>
      db.updateTable('attendance').set({ co_host: 1 }).where('id', '=', p('id')),
    ),
    comeBack: database.prepare((db, p: Params<{ id: number }>) =>
      db.updateTable('attendance').set({ left_at: null, end_reason: null }).where('id', '=', p('id')),
    ),
    leave: database.prepare((db, p: Params<{ id: number; at: number; reason: AttendanceEnd }>) =>
      db
        .updateTable('attendance')
        .set({ left_at: p('at'), end_reason: p('reason'), voip_time: voipTime(p('at')) })
        .where('id', '=', p('id'))
        .where('left_at', 'is', null),
    ),
    leaveAll: database.prepare((db, p: Params<{ usage: number; at: number; reason: AttendanceEnd }>) =>
      db
        .updateTable('attendance')
        .set({ left_at: p('at'), end_reason: p('reason'), voip_time: voipTime(p('at')) })
        .where('usage', '=', p('usage'))
        .where('left_at', 'is', null),
    ),
    /** A stranger is somebody else at each visit. A minute that has begun counts. */
    totals: database.prepare<{ usage: number }, Totals>((db, p) => {
      const person = sql`coalesce('account ' || account, 'attendee ' || attendee, 'stay ' || id)`;
      const minutes = (time: RawBuilder<unknown>) => sql<number | null>`sum((${time} + 59999) / 60000)`;
      const minutesBy = (via: Via) =>
        minutes(sql`case when via = ${sql.lit(via)} then left_at - joined_at end`);
      return db
        .selectFrom('attendance')
        .select([
          sql<number>`count(distinct ${person})`.as('participants'),
          sql<number>`count(distinct case when is_host = 0 then ${person} end)`.as('attendees'),
          sql<number>`count(distinct case when voip_time > 0 then ${person} end)`.as('voip_participants'),
          sql<number>`count(*)`.as('stays'),
          sql<number | null>`sum(left_at - joined_at)`.as('people_time'),
          minutes(sql`left_at - joined_at`).as('people_minutes'),
          minutes(sql`voip_time`).as('voip_minutes'),
          sql<number>`count(distinct case when via <> 'WEB' then ${person} end)`.as('call_in_participants'),
          minutesBy('PHONE').as('call_in_minutes'),
          minutesBy('TOLL_FREE').as('toll_free_minutes'),
          sql<number | null>`max(left_at)`.as('last'),
        ])
        .where('usage', '=', p('usage'));
    }),
    begun: database.prepare<{ id: number }, BegunRow>((db, p) =>
      db
        .selectFrom('usage')
        .select(['site', 'service', 'audio_only', 'host', 'started_at', 'document'])
        .where('id', '=', p('id')),
    ),
    end: database.prepare(
      (db, p: Params<Omit<UsageTable, keyof BegunUsageRow> & Pick<UsageTable, 'id' | 'document'>>) =>
        db
          .updateTable('usage')
          .set({
            ended_at: p('ended_at'),
            end_reason: p('end_reason'),
            participants: p('participants'),
            attendees: p('attendees'),
            peak: p('peak'),
            invited: p('invited'),
            registered: p('registered'),
            stays: p('stays'),
            people_time: p('people_time'),
            people_minutes: p('people_minutes'),
            voip_minutes: p('voip_minutes'),
            voip_participants: p('voip_participants'),
            call_in_minutes: p('call_in_minutes'),
            toll_free_minutes: p('toll_free_minutes'),
            call_in_participants: p('call_in_participants'),
            document: p('document'),
          })
          .where('id', '=', p('id')),
    ),
    /** From then on lists find them. */
    list: database.prepare((db, p: Params<ListedRow & { usage: number }>) =>
      db
        .updateTable('attendance')
        .set({
          site: p('site'),
          service: p('service'),
          audio_only: p('audio_only'),
          host: p('host'),
          session_started_at: p('session_started_at'),
          session_ended_at: p('session_ended_at'),
        })
        .where('usage', '=', p('usage')),
    ),
    /** Raises the counts of a day; below zero it lowers them. */
    count: database.prepare((db, p: Params<HistoryCountTable>) =>
      db
        .insertInto('history_count')
        .values({
          site: p('site'),
          service: p('service'),
          audio_only: p('audio_only'),
          bound: p('bound'),
          day: p('day'),
          usages: p('usages'),
          attendances: p('attendances'),
          longest: p('longest'),
        })
        .onConflict((conflict) =>
          conflict.columns(['site', 'service', 'bound', 'day', 'audio_only']).doUpdateSet((eb) => ({
            usages: eb('history_count.usages', '+', eb.ref('excluded.usages')),
            attendances: eb('history_count.attendances', '+', eb.ref('excluded.attendances')),
            longest: sql<number>`case when excluded.longest > history_count.longest
              then excluded.longest else history_count.longest end`,
          })),
        ),
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
    runsOf: database.prepare<
      { site: number; key: number; from: number; to: number; at: number; after: number; most: number },
      UsageTable
    >((db, p) =>
      db
        .selectFrom('usage')
        .selectAll()
        .where('site', '=', p('site'))
        .where('session_key', '=', p('key'))
        .where('started_at', '>=', p('from'))
        .where('started_at', '<', p('to'))
        .where(sql<SqlBool>`(started_at, id) > (${p('at')}, ${p('after')})`)
        .orderBy('started_at')
        .orderBy('id')
        .limit(p('most')),
    ),
    attendancesOf: database.prepare<{ usage: number }, AttendanceTable>((db, p) =>
      db
        .selectFrom('attendance')
        .selectAll()
        .where('usage', '=', p('usage'))
        .orderBy('joined_at')
        .orderBy('id'),
    ),
    attendance: database.prepare<{ id: number }, AttendanceTable>((db, p) =>
      db.selectFrom('attendance').selectAll().where('id', '=', p('id')),
    ),
  };
}
