/** Everything that rows of sessions tell, under every name; each type takes its own. */
import type { EndedUsage } from '../../history/history-list.ts';
import { minutesOf } from '../../history/usage.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { label, type Zone, zoneOf } from '../../time/time-zones.ts';

/** @param zone in which the times are told */
export function sessionHistoryValue(usage: EndedUsage, zone: Zone) {
  const { host, details } = usage;
  const [start, end] = [usage.startedAt, usage.endedAt].map((at) => formatSiteTime(at, zone));
  const [source] = details.leadSources ?? [];
  return {
    sessionKey: usage.sessionKey,
    confID: usage.confID,
    confName: usage.confName,
    meetingStartTime: start,
    meetingEndTime: end,
    sessionStartTime: start,
    sessionEndTime: end,
    duration: minutesOf(usage.endedAt - usage.startedAt),
    /** Its number; meetings and sales sessions have the label. */
    timezone: usage.timeZoneID,
    trackingCode: details.tracking,
    meetingType: details.typeName ?? String(usage.sessionType),
    userID: host.userId,
    hostWebExID: host.webExId,
    hostName: host.name,
    hostEmail: host.email,
    totalAttendee: usage.attendees,
    totalRegistered: usage.registered,
    totalInvited: usage.invited,
    totalPeopleMinutes: usage.peopleMinutes,
    totalVoipMinutes: usage.voipMinutes,
    totalParticipants: usage.participants,
    totalParticipantsVoip: usage.voipParticipants,
    peakAttendee: usage.peak,
    totalCallInMinutes: usage.callInMinutes,
    totalCallInTollfreeMinutes: usage.tollFreeMinutes,
    totalCallInTolllfreeMinutes: usage.tollFreeMinutes,
    totalParticipantsCallIn: usage.callInParticipants,
    ...NOBODY_CALLED,
    source: source && {
      leadSourceID: source.leadSourceID,
      count: source.count,
      avgLeadScore: source.averageScore,
    },
    assistService: details.assistService,
    account: details.account ?? '',
    opportunity: details.opportunity ?? '',
  };
}

/** The same of a meeting or a sales session, whose zone has its label. */
export function meetingHistoryValue(usage: EndedUsage, zone: Zone) {
  return { ...sessionHistoryValue(usage, zone), timezone: label(zoneOf(usage.timeZoneID)) };
}

/** Nobody is called by the site. */
const NOBODY_CALLED = {
  totalCallOutDomestic: 0,
  totalCallOutInternational: 0,
  totalParticipantsCallOut: 0,
} as const;
