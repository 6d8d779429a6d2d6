/** Rows of the history, as the domain has them. */
import type { AttendanceTable, UsageTable } from '../database/database.ts';
import { parsedDocument, upgraded } from '../stored/codec.ts';
import { attendanceDetails, usageDetails } from './details.ts';
import type { Attendance, Usage } from './usage.ts';

export function usageOf(row: UsageTable): Usage {
  return {
    id: row.id,
    site: row.site,
    sessionKey: row.session_key,
    confID: row.conf_id,
    confName: row.name,
    service: row.service,
    sessionType: row.session_type,
    isAudioOnly: row.audio_only === 1,
    hasVoices: row.has_voices === 1,
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
    attendees: row.attendees,
    peak: row.peak,
    invited: row.invited,
    registered: row.registered,
    peopleTime: row.people_time,
    peopleMinutes: row.people_minutes,
    voipMinutes: row.voip_minutes,
    voipParticipants: row.voip_participants,
    callInMinutes: row.call_in_minutes,
    tollFreeMinutes: row.toll_free_minutes,
    callInParticipants: row.call_in_participants,
    details: upgraded(usageDetails, parsedDocument(row.document)),
  };
}

type AttendanceRow = Omit<
  AttendanceTable,
  'site' | 'service' | 'audio_only' | 'host' | 'session_started_at' | 'session_ended_at'
>;

export function attendanceOf(row: AttendanceRow): Attendance {
  return {
    id: row.id,
    usage: row.usage,
    via: row.via,
    name: row.name,
    email: row.email,
    account: row.account,
    attendee: row.attendee,
    isHost: row.is_host === 1,
    coHosted: row.co_host === 1,
    joinedAt: row.joined_at,
    leftAt: row.left_at,
    endReason: row.end_reason,
    voipTime: row.voip_time,
    details: upgraded(attendanceDetails, parsedDocument(row.document)),
  };
}
