/** A meeting as the elements of `meet:meetingInstanceType`, in the recorded form. */
import type { Attendee } from '../../sessions/attendee.ts';
import type { AttendeeOptions } from '../../sessions/documents/base-document.ts';
import type { Meeting } from '../../sessions/meeting.ts';
import { repeatEnd } from '../../sessions/series.ts';
import { type SessionWithDocument, statusOf } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { label, zoneOf } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { attendeeValue } from '../types/person.ts';
import { remindValue } from '../types/session/remind.ts';
import { telephonyValue } from '../types/session/session-telephony.ts';
import type { meetingInstanceType } from './meeting-type.ts';

export interface WholeMeeting {
  readonly site: Site;
  readonly session: Meeting;
  readonly hostWebExID: string;
  readonly attendees: readonly Attendee[];
}

export function meetingValue({
  site,
  session,
  hostWebExID,
  attendees,
}: WholeMeeting): ValueOf<typeof meetingInstanceType> {
  const { document } = session;
  const zone = zoneOf(session.timeZoneID);
  return {
    accessControl: {
      listToPublic: session.listStatus === 'PUBLIC',
      isPublic: session.listStatus !== 'UNLISTED',
      meetingPassword: document.password ?? '',
    },
    metaData: {
      confName: session.confName,
      meetingType: session.sessionType,
      agenda: document.agenda,
      greeting: document.greeting,
      location: document.location,
      invitation: document.invitation ?? '',
      setNonMTOptions: document.setNonMTOptions,
      sessionTemplate: document.sessionTemplate,
      isInternal: document.isInternal,
    },
    participants: {
      maxUserNumber: document.maxUserNumber,
      attendees: { attendee: attendees.map((one) => attendeeValue(one, session.sessionKey)) },
    },
    enableOptions: document.enableOptions,
    schedule: {
      startDate: formatSiteTime(session.startAt, zone),
      timeZoneID: zone.id,
      timeZone: label(zone),
      duration: session.duration,
      openTime: document.openTime,
      hostWebExID,
      templateFilePath: document.templateFilePath,
      showFilePath: document.showFilePath,
      showFileStartMode: document.showFileStartMode,
      showFileContPlayFlag: document.showFileContPlayFlag,
      showFileInterVal: document.showFileInterVal,
      entryExitTone: String(document.entryExitTone),
      extURL: document.extURL,
      extNotifyTime: document.extNotifyTime,
      joinNotifyURL: document.joinNotifyURL,
      joinTeleconfBeforeHost: document.joinTeleconfBeforeHost,
      firstAttendeeAsPresenter: document.firstAttendeeAsPresenter,
    },
    telephony: telephonyValue(document.telephony, site),
    tracking: document.tracking,
    repeat: repeatValue(session),
    remind: remindValue(document.remind),
    attendeeOptions: attendeeOptionsValue(document.attendeeOptions),
    assistService: document.assistService,
    meetingkey: session.sessionKey,
    status: statusOf(session),
    hostJoined: session.hostJoined,
    participantsJoined: session.participantsJoined,
    telePresence: false,
  };
}

function repeatValue(session: SessionWithDocument) {
  const { repeat } = session.document;
  // A meeting has no list of dates.
  if (repeat.repeatType === 'NO_REPEAT' || repeat.repeatType === 'IRREGULARLY') {
    return { repeatType: 'NO_REPEAT' as const };
  }
  const {
    repeatType,
    interval,
    afterMeetingNumber,
    dayInWeek,
    dayInMonth,
    weekInMonth,
    monthInYear,
    dayInYear,
  } = repeat;
  return {
    repeatType,
    interval,
    afterMeetingNumber,
    dayInWeek: dayInWeek && dayInWeek.length > 0 ? { day: dayInWeek } : undefined,
    expirationDate: repeatEnd(session),
    dayInMonth,
    weekInMonth,
    monthInYear,
    dayInYear,
  };
}

/** Whether invitations are sent is asked for and never told (recorded 2016-07). */
function attendeeOptionsValue({
  emailInvitations: _asked,
  requireUcfDiagnosis: _audio,
  ...told
}: AttendeeOptions) {
  return told;
}
