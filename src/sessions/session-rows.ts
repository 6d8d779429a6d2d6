/** The columns of sessions and attendees, and their reading. */
import type { Kysely } from 'kysely';
import type { AttendeeTable, SessionTable, Tables } from '../database/database.ts';
import type { Attendee, AttendeeDetails } from './attendee.ts';
import { CONF_IDS, EVENT_IDS } from './numbers.ts';
import type { Session } from './session.ts';

export const SESSION_COLUMNS = [
  'id',
  'site',
  'host',
  'creator',
  'session_key',
  'host_token',
  'attendee_token',
  'service',
  'session_type',
  'name',
  'start_at',
  'end_at',
  'duration',
  'time_zone_id',
  'recurring',
  'series',
  'original_start_at',
  'list_status',
  'password_required',
  'registration',
  'in_progress',
  'actual_start_at',
  'host_joined',
  'participants_joined',
  'sequence',
  'version',
] as const satisfies readonly (keyof SessionTable)[];

/** The sessions as a table that a statement of another room reads, or joins, under that name. */
export function sessionRows<A extends string>(db: Kysely<Tables>, name: A) {
  return db.selectFrom('session').select(SESSION_COLUMNS).as(name);
}

/** The row without what only lists need. */
export type SessionRow = Omit<Pick<SessionTable, (typeof SESSION_COLUMNS)[number]>, 'id'> & {
  readonly id: number;
};

export function sessionOf(row: SessionRow): Session {
  return {
    id: row.id,
    site: row.site,
    host: row.host,
    creator: row.creator,
    sessionKey: row.session_key,
    confID: CONF_IDS.of(row.session_key),
    eventID: EVENT_IDS.of(row.session_key),
    hostToken: row.host_token,
    attendeeToken: row.attendee_token,
    service: row.service,
    sessionType: row.session_type,
    confName: row.name,
    startAt: row.start_at,
    endAt: row.end_at,
    duration: row.duration,
    timeZoneID: row.time_zone_id,
    recurring: row.recurring === 1,
    series: row.series,
    originalStartAt: row.original_start_at,
    listStatus: row.list_status,
    passwordRequired: row.password_required === 1,
    registration: row.registration === 1,
    inProgress: row.in_progress === 1,
    actualStartAt: row.actual_start_at,
    hostJoined: row.host_joined === 1,
    participantsJoined: row.participants_joined === 1,
    sequence: row.sequence,
    version: row.version,
  };
}

export const ATTENDEE_COLUMNS = [
  'id',
  'attendee_id',
  'session',
  'account',
  'email',
  'name',
  'role',
  'join_status',
  'register_id',
  'registered_at',
  'document',
] as const satisfies readonly (keyof AttendeeTable)[];

export type AttendeeRow = Omit<Pick<AttendeeTable, (typeof ATTENDEE_COLUMNS)[number]>, 'id'> & {
  readonly id: number;
};

export function attendeeOf(row: AttendeeRow): Attendee {
  return {
    id: row.id,
    attendeeID: row.attendee_id,
    session: row.session,
    account: row.account,
    email: row.email,
    name: row.name,
    role: row.role,
    joinStatus: row.join_status,
    registerID: row.register_id,
    registeredAt: row.registered_at,
    details: JSON.parse(row.document) as AttendeeDetails,
  };
}
