import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** What the lists of the history look for, sort by and count, and what they tell beside what was kept. */
export function historyLists(columns: Columns): Migration {
  const { integer, bigint, smallint, text, finishKeyed } = columns;

  async function widen({ schema }: Kysely<unknown>) {
    const none = sql.lit(0);
    await schema
      .alterTable('usage')
      .addColumn('name_key', text, (c) => c.notNull().defaultTo(sql.lit('')))
      .execute();
    for (const name of [
      'attendees',
      'invited',
      'registered',
      'stays',
      'people_minutes',
      'voip_minutes',
      'voip_participants',
    ]) {
      await schema
        .alterTable('usage')
        .addColumn(name, integer, (c) => c.notNull().defaultTo(none))
        .execute();
    }
    await schema
      .alterTable('attendance')
      .addColumn('voip_time', bigint, (c) => c.notNull().defaultTo(none))
      .execute();
    for (const [name, type] of [
      ['site', bigint],
      ['service', text],
      ['audio_only', smallint],
      ['host', bigint],
      ['session_started_at', bigint],
      ['session_ended_at', bigint],
    ] as const) {
      await schema.alterTable('attendance').addColumn(name, type).execute();
    }
  }

  async function createCount({ schema }: Kysely<unknown>) {
    await schema
      .createTable('history_count')
      .addColumn('site', bigint, (c) => c.notNull())
      .addColumn('service', text, (c) => c.notNull())
      .addColumn('audio_only', smallint, (c) => c.notNull())
      .addColumn('bound', text, (c) => c.notNull())
      .addColumn('day', integer, (c) => c.notNull())
      .addColumn('usages', integer, (c) => c.notNull())
      .addColumn('attendances', integer, (c) => c.notNull())
      .addColumn('longest', bigint, (c) => c.notNull())
      .addPrimaryKeyConstraint('history_count_pkey', ['site', 'service', 'bound', 'day', 'audio_only'])
      .$call(finishKeyed)
      .execute();
  }

  /** The order of the statements: counts are made of what was filled in. */
  async function fillIn(db: Kysely<unknown>) {
    await nameKeys(db);
    await sql`update "attendance" set
        site = u.site, service = u.service, audio_only = u.audio_only, host = u.host,
        session_started_at = u.started_at, session_ended_at = u.ended_at
      from "usage" as u where u.id = "attendance"."usage" and u.ended_at is not null`.execute(db);
    await sql`update "usage" set
        stays = (select count(*) from "attendance" as a where a."usage" = "usage".id),
        people_minutes = (select coalesce(sum((a.left_at - a.joined_at + 59999) / 60000), 0)
          from "attendance" as a where a."usage" = "usage".id),
        attendees = (select count(distinct coalesce('account ' || a.account, 'attendee ' || a.attendee, 'stay ' || a.id))
          from "attendance" as a where a."usage" = "usage".id and a.is_host = 0)
      where ended_at is not null`.execute(db);
    for (const bound of ['START', 'END']) {
      const day = sql`(${sql.ref(bound === 'START' ? 'started_at' : 'ended_at')} / 86400000)`;
      await sql`insert into "history_count"
          (site, service, audio_only, bound, day, usages, attendances, longest)
        select site, service, audio_only, ${sql.lit(bound)}, ${day}, count(*), sum(stays), max(ended_at - started_at)
        from "usage" where ended_at is not null
        group by site, service, audio_only, ${day}`.execute(db);
    }
  }

  /** Lower case is more than what the databases know of it. */
  async function nameKeys(db: Kysely<unknown>) {
    let last = 0;
    for (;;) {
      const { rows } = await sql<{ id: number; name: string; document: string }>`
        select id, name, document from "usage" where id > ${last} order by id limit 1000`.execute(db);
      if (rows.length === 0) return;
      for (const { id, name, document } of rows) {
        const key = name.toLowerCase().replaceAll('ς', 'σ');
        const { invited = 0, registered = 0 }: { invited?: number; registered?: number } =
          JSON.parse(document);
        await sql`update "usage" set name_key = ${key}, invited = ${invited}, registered = ${registered}
          where id = ${id}`.execute(db);
        last = Number(id);
      }
    }
  }

  /** Only what has ended is listed: what runs costs no index anything. The columns behind the order spare reading rows. */
  async function index({ schema }: Kysely<unknown>) {
    const ended = sql.lit(null);
    await schema.dropIndex('usage_by_start').execute();
    await schema.dropIndex('usage_by_host').execute();
    for (const [name, of] of Object.entries({
      usage_by_start: ['site', 'service', 'started_at', 'id', 'ended_at', 'audio_only'],
      usage_by_end: ['site', 'service', 'ended_at', 'id', 'started_at', 'audio_only'],
      usage_by_host: ['site', 'host', 'service', 'started_at', 'id'],
      usage_by_name: ['site', 'service', 'name_key', 'id'],
      usage_by_conf_id: ['site', 'conf_id'],
    })) {
      await schema
        .createIndex(name)
        .on('usage')
        .columns(of)
        .where(sql.ref('ended_at'), 'is not', ended)
        .execute();
    }
    for (const [name, of] of Object.entries({
      attendance_by_join: [
        'site',
        'service',
        'joined_at',
        'id',
        'session_ended_at',
        'session_started_at',
        'audio_only',
      ],
      attendance_by_end: ['site', 'service', 'session_ended_at', 'id', 'joined_at', 'audio_only'],
      attendance_by_host: ['site', 'host', 'service', 'joined_at', 'id'],
    })) {
      await schema
        .createIndex(name)
        .on('attendance')
        .columns(of)
        .where(sql.ref('session_ended_at'), 'is not', ended)
        .execute();
    }
  }

  return {
    async up(db) {
      await widen(db);
      await createCount(db);
      await fillIn(db);
      await index(db);
    },
  };
}
