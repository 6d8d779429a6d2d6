/** A training as the elements of `train:trainingSessionInstanceType`. */
import type { Attendee } from '../../sessions/attendee.ts';
import type { AttendeeOptions } from '../../sessions/documents/base-document.ts';
import { seriesOf } from '../../sessions/series.ts';
import { statusOf } from '../../sessions/session.ts';
import type { Training } from '../../sessions/training.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import type { Site } from '../../sites/site.ts';
import { formatLocalTime, formatSiteTime } from '../../time/site-time.ts';
import { label, zoneOf } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { participantsValue } from '../types/session/participants.ts';
import { remindValue } from '../types/session/remind.ts';
import { telephonyValue } from '../types/session/session-telephony.ts';
import { optionsValue } from './training-options.ts';
import { OCCURRENCE_TYPES, type trainingSessionInstanceType } from './training-type.ts';

type Value = ValueOf<typeof trainingSessionInstanceType>;

export interface WholeTraining {
  readonly site: Site;
  readonly session: Training;
  readonly hostWebExID: string;
  readonly attendees: readonly Attendee[];
  /** Of a list, which shows the start that was found; without it the whole schedule is told. */
  readonly at?: number | undefined;
}

export function trainingValue({ site, session, hostWebExID, attendees, at }: WholeTraining): Value {
  const { document } = session;
  const present = attendees.filter(({ role }) => role === 'HOST' || role === 'PRESENTER');
  const attend = attendees.filter((one) => !present.includes(one));
  return {
    accessControl: {
      listing: session.listStatus,
      sessionPassword: document.password ?? '',
      enforcePassword: document.enforcePassword ?? true,
    },
    schedule: scheduleValue(session, hostWebExID, at),
    metaData: {
      confName: session.confName,
      agenda: document.agenda,
      description: document.description,
      greeting: document.greeting,
      location: document.location,
      invitation: document.invitation,
      sessionType: session.sessionType,
      defaultHighestMT: document.defaultHighestMT,
      sessionTemplate: document.sessionTemplate,
      enableGreeting: document.enableGreeting,
    },
    enableOptions: optionsValue(document.enableOptions, document.trainingOptions),
    telephony: telephonyValue(document.telephony, site),
    tracking: document.tracking,
    repeat: repeatValue(session),
    remind: remindValue(document.remind),
    presenters: participantsValue(present, session.sessionKey),
    attendees: {
      maxUserNumber: document.maxUserNumber,
      ...participantsValue(attend, session.sessionKey),
    },
    attendeeOptions: attendeeOptionsValue(document.attendeeOptions),
    handsOnLab: document.handsOnLab,
    psoFields: document.psoFields,
    assistService: document.assistService,
    preAssignBreakout: document.preAssignBreakout,
    sessionKey: session.sessionKey,
    status: statusOf(session),
  };
}

function scheduleValue(session: Training, hostWebExID: string, at: number | undefined): Value['schedule'] {
  const { document } = session;
  const zone = zoneOf(session.timeZoneID);
  const { extURL, extNotifyTime, joinNotifyURL, joinTeleconfBeforeHost, destinationURL } = document;
  return {
    startDate: at === undefined ? startsOf(session) : [formatSiteTime(at, zone)],
    timeZone: label(zone),
    duration: session.duration,
    timeZoneID: zone.id,
    hostWebExID,
    openTime: Math.floor(document.openTime / 60),
    entryExitTone: ENTRY_EXIT_TONES[document.entryExitTone],
    ...{ extURL, extNotifyTime, joinNotifyURL, joinTeleconfBeforeHost, destinationURL },
  };
}

/** Every date of a course without a rule; else where the series begins, also when its first session was moved. */
function startsOf({ startAt, timeZoneID, document }: Training): string[] {
  const { dates } = document.repeat;
  const { start } = seriesOf({ startAt, timeZoneID, duration: 0 }, document);
  return (dates ?? [start]).map(formatLocalTime);
}

function repeatValue({ timeZoneID, document }: Training): Value['repeat'] {
  const { repeatType, afterMeetingNumber, dayInWeek, expirationDate, dates, ...pattern } = document.repeat;
  const zone = zoneOf(timeZoneID);
  return {
    repeatType: document.trainingKind,
    expirationDate: expirationDate && formatLocalTime(expirationDate),
    dayInWeek: dayInWeek && dayInWeek.length > 0 ? { day: dayInWeek } : undefined,
    endAfter: afterMeetingNumber,
    ...pattern,
    // Trainings have no word for a series of every year, which a page can make of one.
    occurenceType: OCCURRENCE_TYPES.find((type) => type === repeatType),
    repeatSession: (document.exceptions ?? [])
      .filter(({ from, to }) => to !== from)
      .map(({ index, from, to }) => ({
        action: to === undefined ? 'DELETE' : 'EDIT',
        index,
        startDate: formatSiteTime(to ?? from, zone),
      })),
  };
}

function attendeeOptionsValue({
  registrationCloseDate,
  ...options
}: AttendeeOptions): Value['attendeeOptions'] {
  const { request, registration, auto, emailInvitations, participantLimit } = options;
  return {
    ...{ request, registration, auto, emailInvitations, participantLimit },
    registrationPWD: options.registrationPWD,
    maxRegistrations: options.maxRegistrations,
    registrationCloseDate: registrationCloseDate && formatLocalTime(registrationCloseDate),
  };
}
