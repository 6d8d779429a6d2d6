/**
 * The history: what ran, and who was in it. It is written in the transaction of what happens, so that it is as true
 * as the live state when a process is killed.
 */
import type { Database, Executor } from '../database/database.ts';
import { nameKey } from '../sessions/name-key.ts';
import type { Site } from '../sites/site.ts';
import { documentText, parsedDocument, upgraded } from '../stored/codec.ts';
import { dayOf } from './days.ts';
import { attendanceDetails, usageDetails } from './details.ts';
import { historyStatements } from './history-statements.ts';
import type {
  Attendance,
  AttendanceEnd,
  BegunAttendance,
  BegunUsage,
  ExpectedPeople,
  Usage,
  UsageEnd,
} from './usage.ts';
import { attendanceOf, usageOf } from './usage-rows.ts';

export type History = ReturnType<typeof openHistory>;

/** Epoch milliseconds; `from` is included, `to` is not. */
export interface RunsOfSession {
  readonly from: number;
  readonly to: number;
  /** The start and the number of the last one that is known. */
  readonly after?: { readonly at: number; readonly id: number } | undefined;
  readonly most: number;
}

interface End {
  readonly at: number;
  readonly reason: UsageEnd;
  readonly peak: number;
  readonly expected: ExpectedPeople;
}

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
          name_key: nameKey(usage.confName),
          service: usage.service,
          session_type: usage.sessionType,
          audio_only: usage.isAudioOnly ? 1 : 0,
          has_voices: usage.hasVoices ? 1 : 0,
          host: host.id,
          host_user_id: host.userId,
          host_webex_id: host.webExId,
          host_name: `${host.firstName} ${host.lastName}`.trim(),
          host_email: host.email,
          time_zone_id: usage.timeZoneID,
          start_at: usage.startAt,
          duration: usage.duration,
          started_at: usage.startedAt,
          document: documentText(usageDetails, usage.details),
        },
        tx,
      );
    },

    /** Somebody comes in. */
    async join(tx: Executor, attendance: BegunAttendance): Promise<void> {
      const { id, usage, via, name, email, account, attendee } = attendance;
      await statements.join.run(
        {
          id,
          usage,
          via,
          name,
          email,
          account,
          attendee,
          is_host: attendance.isHost ? 1 : 0,
          joined_at: attendance.joinedAt,
          document: documentText(attendanceDetails, attendance.details),
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
      const document = documentText(attendanceDetails, details);
      await statements.rejoin.run({ id, name, email, is_host: isHost ? 1 : 0, document }, tx);
    },

    /** Somebody who is in hosts beside the host, or in their stead, from now on. */
    async coHosted(tx: Executor, id: number): Promise<void> {
      await statements.coHosted.run({ id }, tx);
    },

    /** Somebody who was lost is back: they count as having been there all the while. */
    async comeBack(tx: Executor, id: number): Promise<void> {
      await statements.comeBack.run({ id }, tx);
    },

    /** @param at epoch milliseconds, not before they came */
    async leave(tx: Executor, id: number, at: number, reason: AttendanceEnd): Promise<void> {
      await statements.leave.run({ id, at, reason }, tx);
    },

    /**
     * Ends a usage with the attendance of everybody who is still there; not before the last one has left. From then on
     * lists tell of it.
     */
    async end(tx: Executor, id: number, { at, reason, peak, expected }: End): Promise<void> {
      await statements.leaveAll.run({ usage: id, at, reason: 'ENDED' }, tx);
      const [totals, begun] = [
        await statements.totals.first({ usage: id }, tx),
        await statements.begun.first({ id }, tx),
      ];
      if (!totals || !begun) throw new Error(`the usage ${id} has not begun`);
      const {
        last,
        people_time,
        people_minutes,
        voip_minutes,
        call_in_minutes,
        toll_free_minutes,
        ...people
      } = totals;
      const endedAt = Math.max(at, last ?? 0);
      const { leadSources, ...numbers } = expected;
      const details = upgraded(usageDetails, parsedDocument(begun.document));
      await statements.end.run(
        {
          id,
          ended_at: endedAt,
          end_reason: reason,
          peak,
          ...numbers,
          ...people,
          people_time: people_time ?? 0,
          people_minutes: people_minutes ?? 0,
          voip_minutes: voip_minutes ?? 0,
          call_in_minutes: call_in_minutes ?? 0,
          toll_free_minutes: toll_free_minutes ?? 0,
          document: leadSources ? documentText(usageDetails, { ...details, leadSources }) : begun.document,
        },
        tx,
      );
      const { site, service, audio_only, host, started_at: startedAt } = begun;
      const times = { session_started_at: startedAt, session_ended_at: endedAt };
      await statements.list.run({ usage: id, site, service, audio_only, host, ...times }, tx);
      const counted = { site, service, audio_only, usages: 1, attendances: people.stays };
      const longest = endedAt - startedAt;
      await statements.count.run({ ...counted, bound: 'END', day: dayOf(endedAt), longest }, tx);
      await statements.count.run({ ...counted, bound: 'START', day: dayOf(startedAt), longest }, tx);
    },

    /** The times that a session began to run in a window, the first one first. */
    async runsOf(
      site: Pick<Site, 'id'>,
      sessionKey: number,
      { from, to, after = { at: from, id: 0 }, most }: RunsOfSession,
    ): Promise<Usage[]> {
      const bounds = { from, to, at: after.at, after: after.id, most };
      return (await statements.runsOf.all({ site: site.id, key: sessionKey, ...bounds })).map(usageOf);
    },

    /** All of them. */
    async usagesOf(site: Pick<Site, 'id'>, sessionKey: number): Promise<Usage[]> {
      return (await statements.usagesOf.all({ site: site.id, key: sessionKey })).map(usageOf);
    },

    /** Everybody who was in a usage, in the order in which they came. */
    async attendancesOf({ id }: Pick<Usage, 'id'>): Promise<Attendance[]> {
      return (await statements.attendancesOf.all({ usage: id })).map(attendanceOf);
    },

    /** That of a stay; nothing where there was none. */
    async attendance(id: number): Promise<Attendance | undefined> {
      const row = await statements.attendance.first({ id });
      return row && attendanceOf(row);
    },
  };
}
