/** What lists of the history can be sorted by (history.xsd). Every list takes the words of all lists of its sort. */
import { type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';
import { jsonText } from '../database/json-path.ts';

/** Lists of sessions. */
export const USAGE_ORDERS = [
  'STARTTIME',
  'SESSIONSTARTTIME',
  'CONFNAME',
  'CONFID',
  'HOSTNAME',
  'TOTALATTENDEE',
  'TOTALINVITED',
  'TOTALREGISTERED',
  'ASSISTREQUEST',
  'ASSISTCONFIRM',
] as const;
export type UsageOrder = (typeof USAGE_ORDERS)[number];

/** Lists of people. */
export const ATTENDANCE_ORDERS = [
  'STARTTIME',
  'NAME',
  'ATTENDEENAME',
  'COMPANY',
  'COUNTRY',
  'STATE',
  'CITY',
  'SESSIONKEY',
  'CONFID',
  'CONFNAME',
] as const;
export type AttendanceOrder = (typeof ATTENDANCE_ORDERS)[number];

export interface HistoryOrder<W extends string> {
  readonly by: W;
  readonly descending: boolean;
}

type Term = (dialect: Dialect) => RawBuilder<unknown>;

export const USAGE_TERMS: Readonly<Record<UsageOrder, Term>> = {
  STARTTIME: () => sql`u.started_at`,
  SESSIONSTARTTIME: () => sql`u.started_at`,
  CONFNAME: () => sql`u.name_key`,
  CONFID: () => sql`u.conf_id`,
  HOSTNAME: () => sql`lower(u.host_name)`,
  TOTALATTENDEE: () => sql`u.attendees`,
  TOTALINVITED: () => sql`u.invited`,
  TOTALREGISTERED: () => sql`u.registered`,
  ASSISTREQUEST: (dialect) => jsonText(dialect, 'u.document', ['assistService', 'assistRequest']),
  ASSISTCONFIRM: (dialect) => jsonText(dialect, 'u.document', ['assistService', 'assistConfirm']),
};

const ofPlace = (name: string) => (dialect: Dialect) =>
  sql`lower(${jsonText(dialect, 'a.document', ['address', name])})`;

export const ATTENDANCE_TERMS: Readonly<Record<AttendanceOrder, Term>> = {
  STARTTIME: () => sql`a.joined_at`,
  NAME: () => sql`lower(a.name)`,
  ATTENDEENAME: () => sql`lower(a.name)`,
  COMPANY: (dialect) => sql`lower(${jsonText(dialect, 'a.document', ['company'])})`,
  COUNTRY: ofPlace('country'),
  STATE: ofPlace('state'),
  CITY: ofPlace('city'),
  SESSIONKEY: () => sql`u.session_key`,
  CONFID: () => sql`u.conf_id`,
  CONFNAME: () => sql`u.name_key`,
};
