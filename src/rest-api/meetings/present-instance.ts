/** One time that a meeting ran, or runs: what was true then, without secrets once it is over. */
import type { Usage } from '../../history/usage.ts';
import { asRun } from '../../sessions/as-occurrence.ts';
import { ruledStartOfRun } from '../../sessions/series.ts';
import { linkForAttendees } from '../../sessions/session-links.ts';
import { isoTime } from '../date-times.ts';
import { humanLinks } from '../human-links.ts';
import type { RestCall } from '../rest-caller.ts';
import { siteUrlOf } from '../site-url.ts';
import { type FoundMeeting, noSuchMeeting } from './find-meeting.ts';
import { type KeptOfRun, keptOfRuns } from './kept-of-runs.ts';
import { type Audience, type MeetingValue, SCHEDULED_TYPE_OF } from './present-meeting.ts';

/** @throws RestFailure when the meeting did not run then */
export async function presentInstance(
  call: RestCall,
  { session }: Pick<FoundMeeting, 'session'>,
  startedAt: number,
): Promise<MeetingValue> {
  const second = { from: startedAt, to: startedAt + 1000, most: 1 };
  const [usage] = await call.app.history.runsOf(call.site, session.sessionKey, second);
  if (!usage) throw noSuchMeeting();
  const kept = await keptOfRuns(call, [usage]);
  return instanceValue(call, usage, session, kept(usage.id));
}

/** What a meeting of ours never leaves behind. */
const NEVER = {
  hasSummary: false,
  hasPolls: false,
  hasQA: false,
  hasSlido: false,
} as const;

/**
 * @param session that ran, where it is still there: its links are told
 * @param kept what is left of it, of one that is over
 */
export function instanceValue(
  to: Audience,
  usage: Usage,
  session: FoundMeeting['session'] | undefined,
  kept?: KeptOfRun,
): MeetingValue {
  const { app, ids, site, zone, origin } = to;
  const { sessionKey, confID, startedAt, endedAt, host } = usage;
  const series = ids.series(site.id, sessionKey);
  const links = humanLinks(app, origin);
  const occurrence = session && ruledStartOfRun(session, startedAt);
  return {
    id: ids.instance(site.id, sessionKey, confID, startedAt),
    meetingSeriesId: series,
    ...(occurrence !== undefined && { scheduledMeetingId: ids.occurrence(site.id, sessionKey, occurrence) }),
    ...(endedAt === null && { meetingNumber: String(sessionKey) }),
    title: usage.confName,
    agenda: session && asRun(session, startedAt).document.agenda,
    meetingType: 'meeting',
    state: endedAt === null ? 'inProgress' : 'ended',
    timezone: zone.iana,
    start: isoTime(startedAt, zone),
    end: endedAt === null ? undefined : isoTime(endedAt, zone),
    hostUserId: ids.person({ site: site.id, id: host.id }),
    hostDisplayName: host.name,
    hostEmail: host.email,
    siteUrl: siteUrlOf(app, site),
    webLink: session ? links.session(site, linkForAttendees(session)) : links.site(site),
    scheduledType: usage.details.isPersonalRoom ? 'personalRoomMeeting' : SCHEDULED_TYPE_OF[usage.service],
    ...(endedAt !== null && kept && { ...NEVER, ...kept }),
  };
}
