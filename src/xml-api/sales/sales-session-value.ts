/** A sales session as the elements of `sales:salesSessionInstanceType`. */
import type { Context } from '../../context.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import type { SalesDocument } from '../../sessions/documents/sales-document.ts';
import { repeatEnd } from '../../sessions/series.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { label, zoneOf } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { telephonyValue } from '../types/session/session-telephony.ts';
import type { salesSessionInstanceType } from './sales-session-type.ts';

export interface SalesSession extends SessionWithDocument {
  readonly document: SalesDocument;
}

export function isSalesSession(session: SessionWithDocument): session is SalesSession {
  return session.document.kind === 'sales';
}

export interface WholeSalesSession {
  readonly site: Site;
  readonly session: SalesSession;
  readonly hostWebExID: string;
  readonly people: readonly Attendee[];
}

export async function salesSessionValue(
  { salesSubjects }: Pick<Context, 'salesSubjects'>,
  { site, session, hostWebExID, people }: WholeSalesSession,
): Promise<ValueOf<typeof salesSessionInstanceType>> {
  const { document } = session;
  const { intAccountID, intOpptyID, extSystemID, defaultHighestMT, sessionTemplate } = document;
  const { accounts, opportunities } = await salesSubjects.names([document]);
  const { isMPAudio: _isMPAudio, ...telephony } = telephonyValue(document.telephony, site);
  return {
    accessControl: { listing: session.listStatus, meetingPassword: document.password ?? '' },
    metaData: {
      confName: session.confName,
      agenda: document.agenda,
      account: accounts.get(intAccountID),
      opportunity: opportunities.get(intOpptyID),
      sessionType: session.sessionType,
      defaultHighestMT,
      intAccountID,
      intOpptyID,
      extSystemID,
      sessionTemplate,
    },
    schedule: scheduleValue(session, hostWebExID),
    enableOptions: {
      autoDeleteAfterMeetingEnd: document.enableOptions.autoDeleteAfterMeetingEnd,
      sendEmailByClient: document.sendEmailByClient,
      displayQuickStartHost: document.enableOptions.displayQuickStartHost,
    },
    telephony,
    tracking: document.tracking,
    repeat: repeatValue(session),
    remind: remindValue(document.remind),
    ...peopleValue(people),
    attendeeOptions: {
      requireUcfDiagnosis: document.attendeeOptions.requireUcfDiagnosis,
      excludePassword: document.attendeeOptions.excludePassword,
      emailInvitations: document.attendeeOptions.emailInvitations,
      participantLimit: document.attendeeOptions.participantLimit,
    },
    meetingKey: session.sessionKey,
  };
}

function scheduleValue({ timeZoneID, startAt, duration, document }: SalesSession, hostWebExID: string) {
  const zone = zoneOf(timeZoneID);
  return {
    startDate: formatSiteTime(startAt, zone),
    timeZoneID: zone.id,
    timeZone: label(zone),
    duration,
    openTimeEnabled: document.openTime > 0,
    openTime: document.openTime,
    templateFilePath: document.templateFilePath,
    showFilePath: document.showFilePath,
    showFileStartMode: document.showFileStartMode,
    showFileContPlayFlag: document.showFileContPlayFlag,
    showFileInterVal: document.showFileInterVal,
    sendScheduleEmail: document.sendScheduleEmail,
    extURL: document.extURL,
    extNotifyTime: document.extNotifyTime,
    joinNotifyURL: document.joinNotifyURL,
    joinTeleconfBeforeHost: document.joinTeleconfBeforeHost,
    hostWebExID,
  };
}

function repeatValue(session: SalesSession) {
  const { repeatType, afterMeetingNumber, interval, dayInWeek, dayInMonth, weekInMonth, monthInYear } =
    session.document.repeat;
  switch (repeatType) {
    case 'DAILY':
    case 'WEEKLY':
    case 'MONTHLY':
    case 'YEARLY':
      return {
        repeatType,
        endAfter: afterMeetingNumber,
        expirationDate: repeatEnd(session),
        interval,
        dayInWeek: dayInWeek && dayInWeek.length > 0 ? { day: dayInWeek } : undefined,
        dayInMonth,
        weekInMonth,
        monthInYear,
      };
    // The schema has no word for the others.
    default:
      return { repeatType: 'NO_REPEAT' } as const;
  }
}

function remindValue({ enableReminder, daysAhead, hoursAhead, minutesAhead }: SalesDocument['remind']) {
  return { enableReminder, daysAhead, hoursAhead, minutesAhead };
}

function peopleValue(people: readonly Attendee[]) {
  const team = people.filter(({ role }) => role === 'PRESENTER');
  return {
    prospects: {
      prospect: people
        .filter(({ role }) => role === 'ATTENDEE' || role === 'LIMITED')
        .map(({ name, email, details: { firstName, lastName, phones } }) => ({
          name,
          firstName,
          lastName,
          email,
          phones,
        })),
    },
    salesTeam: {
      webExID: team.flatMap(({ details }) => details.webExId ?? []),
      email: team.flatMap(({ email, details }) => (details.webExId === undefined ? email : [])),
      altHosts: {
        webExID: people
          .filter(({ role }) => role === 'HOST')
          .map(({ email, details }) => details.webExId ?? email),
      },
    },
  };
}
