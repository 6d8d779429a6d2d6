/**
 * The history: what ran, and who was in it. It is written in the transaction of what happens, so that it is as true
 * as the live state when a process is killed.
 */
import type { AttendanceTable, Database, Executor, UsageTable } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import { historyStatements } from './history-statements.ts';
import type {
  Attendance,
  AttendanceDetails,
  AttendanceEnd,
  BegunAttendance,
  BegunUsage,
  Usage,
  UsageDetails,
  UsageEnd,
} from './usage.ts';

export type History = ReturnType<typeof openHistory>;

export function openHistory(database: Database) {
  const statements = historyStatements(database);

  return {
    async begin(tx: Executor, usage: BegunUsage): Promise<void> {
      const { host } = usage;
      await statements.begin.run(
        {
          id: usage.id,
          site: usage.site,
          session_key: usage.sessionKey,
          conf_id: usage.confID,
          name: usage.confName,
          service: usage.service,
          session_type: usage.sessionType,
          audio_only: usage.isAudioOnly ? 1 : 0,
          host: host.id,
          host_user_id: host.userId,
          host_webex_id: host.webExId,
          host_name: `${host.firstName} ${host.lastName}`.trim(),
          host_email: host.email,
          time_zone_id: usage.timeZoneID,
          start_at: usage.startAt,
          duration: usage.duration,
          started_at: usage.startedAt,
          document: JSON.stringify(usage.details),
        },
        tx,
      );
    },

    /** Somebody comes in. */
    async join(tx: Executor, attendance: BegunAttendance): Promise<void> {
      const { id, usage, name, email, account, attendee } = attendance;
      await statements.join.run(
        {
          id,
          usage,
          name,
          email,
          account,
          attendee,
          is_host: attendance.isHost ? 1 : 0,
          joined_at: attendance.joinedAt,
          document: JSON.stringify(attendance.details),
        },
        tx,
      );
    },

    /** Somebody who is there comes again, perhaps by another name or from elsewhere: their time goes on. */
    async rejoin(
      tx: Executor,
      {
        id,
        name,
        email,
        isHost,
        details,
      }: Pick<BegunAttendance, 'id' | 'name' | 'email' | 'isHost' | 'details'>,
    ): Promise<void> {
      const document = JSON.stringify(details);
      await statements.rejoin.run({ id, name, email, is_host: isHost ? 1 : 0, document }, tx);
    },

    /** @param at epoch milliseconds, not before they came */
    async leave(tx: Executor, id: number, at: number, reason: AttendanceEnd): Promise<void> {
      await statements.leave.run({ id, at, reason }, tx);
    },

    /** Ends a usage with the attendance of everybody who is still there; not before the last one has left. */
    async end(
      tx: Executor,
      id: number,
      { at, reason, peak }: { readonly at: number; readonly reason: UsageEnd; readonly peak: number },
    ): Promise<void> {
      await statements.leaveAll.run({ usage: id, at, reason: 'ENDED' }, tx);
      const totals = await statements.totals.first({ usage: id }, tx);
      const { people: participants = 0, time, last } = totals ?? {};
      const endedAt = Math.max(at, last ?? 0);
      await statements.end.run({ id, at: endedAt, reason, participants, peak, time: time ?? 0 }, tx);
    },

    /** The times that a session ran, the first one first. */
    async usagesOf(site: Pick<Site, 'id'>, sessionKey: number): Promise<Usage[]> {
      return (await statements.usagesOf.all({ site: site.id, key: sessionKey })).map(usageOf);
    },

    /** Everybody who was in a usage, in the order in which they came. */
    async attendancesOf({ id }: Pick<Usage, 'id'>): Promise<Attendance[]> {
      return (await statements.attendancesOf.all({ usage: id })).map(attendanceOf);
    },
  };
}

function usageOf(row: UsageTable): Usage {
  return {
    id: row.id,
    site: row.site,
    sessionKey: row.session_key,
    confID: row.conf_id,
    confName: row.name,
    service: row.service,
    sessionType: row.session_type,
    isAudioOnly: row.audio_only === 1,
    host: {
      id: row.host,
      userId: row.host_user_id,
      webExId: row.host_webex_id,
      name: row.host_name,
      email: row.host_email,
    },
    timeZoneID: row.time_zone_id,
    startAt: row.start_at,
    duration: row.duration,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    participants: row.participants,
    peak: row.peak,
    peopleTime: row.people_time,
    details: JSON.parse(row.document) as UsageDetails,
  };
}

function attendanceOf(row: AttendanceTable): Attendance {
  return {
    id: row.id,
    usage: row.usage,
    name: row.name,
    email: row.email,
    account: row.account,
    attendee: row.attendee,
    isHost: row.is_host === 1,
    joinedAt: row.joined_at,
    leftAt: row.left_at,
    endReason: row.end_reason,
    details: JSON.parse(row.document) as AttendanceDetails,
  };
}
