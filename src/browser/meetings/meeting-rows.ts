/** The rows of somebody's own sessions in a list by days. */
import type { Account } from '../../accounts/account.ts';
import { mayHost } from '../../policies/session.ts';
import { asOccurrence } from '../../sessions/as-occurrence.ts';
import type { ListedSession } from '../../sessions/lists/session-list.ts';
import { occurrences } from '../../sessions/recurrence/series-starts.ts';
import { seriesOf } from '../../sessions/series.ts';
import { MEMBER } from '../../sessions/sessions.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { ownFormField } from '../own-form.ts';
import type { MeetingDays, MeetingRow } from '../pages/meeting-row.ts';
import type { PageCall } from '../site-page.ts';
import { sessionAddress } from './about-session.ts';
import { dayText, timeText } from './reading-times.ts';

/** @param account whose clocks the list is on */
export function meetingDays(call: PageCall, account: Account, rows: readonly MeetingRow[]): MeetingDays {
  return { rows, zone: zoneOf(account.timeZoneID).iana, now: call.context.clock.now() };
}

/** One that is planned or runs, with the way in. */
export function meetingRow(
  call: PageCall,
  locale: string,
  account: Account,
  session: ListedSession,
): MeetingRow {
  const { folder } = call;
  const MK = String(session.sessionKey);
  const kinds = session.viewerKinds;
  const isHost = session.host === account.id;
  const starts = mayHost({ isHost, isAlternateHost: (kinds & MEMBER.alternateHost) !== 0 });
  const start = { action: folder.address('m.php'), fields: { AT: 'HM', MK, ...ownFormField(call) } };
  return {
    ...shownRow(call, locale, account, session),
    inProgress: session.inProgress,
    start: starts ? start : undefined,
    join: starts ? undefined : folder.address('m.php', { AT: 'JM', MK }),
  };
}

/** What a row says of a session, whether it is planned or over. */
export function shownRow(
  call: PageCall,
  locale: string,
  account: Account,
  session: ListedSession,
): MeetingRow {
  const zone = zoneOf(account.timeZoneID).iana;
  const { repeat } = session.document;
  const isOpen = repeat.repeatType === 'CONSTANT';
  return {
    confName: session.confName,
    url: sessionAddress(call, session),
    startAt: isOpen ? undefined : session.at,
    duration: session.duration,
    day: dayText(locale, zone, session.at, call.context.clock.now()),
    time: isOpen ? undefined : timeText(locale, zone, session.at, session.duration),
    repeats: isOpen || repeat.repeatType === 'NO_REPEAT' ? undefined : repeat.repeatType,
    hostName:
      session.host === account.id ? undefined : `${session.hostFirstName} ${session.hostLastName}`.trim(),
    inProgress: false,
  };
}

/** A series takes place several times within a few days: one row for each. */
export function eachStart(session: ListedSession, until: number, most: number): ListedSession[] {
  const { repeat } = session.document;
  if (!session.recurring || repeat.repeatType === 'CONSTANT' || session.at > until) return [session];
  const starts = occurrences(seriesOf(session, session.document), { from: session.at, until, limit: most });
  return starts.map((at) => ({ ...asOccurrence(session, at), at }));
}
