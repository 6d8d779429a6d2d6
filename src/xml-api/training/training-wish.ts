/** What a CreateTrainingSession or SetTrainingSession request wishes of a training. */
import { RuleBroken } from '../../refusal.ts';
import type { RepeatInput } from '../../sessions/recurrence.ts';
import type { OccurrenceChange } from '../../sessions/series-exceptions.ts';
import type { TimingWish } from '../../sessions/timing.ts';
import type { DocumentWish, SessionWish } from '../../sessions/wish.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { participantsAsked } from '../types/session/participants.ts';
import { remindWish } from '../types/session/remind.ts';
import { localTimeAsked, zoneAsked } from '../types/when.ts';
import { optionsWish } from './training-options.ts';
import type { trainingSessionType } from './training-type.ts';

type TrainingRequest = ValueOf<typeof trainingSessionType>;
type Schedule = NonNullable<TrainingRequest['schedule']>;
type RepeatRequest = NonNullable<TrainingRequest['repeat']>;

/** openTime is told in minutes here. */
const SECONDS = 60;

/** @throws RuleBroken when a date, a zone or an address is invalid, or the repeat contradicts itself. */
export function wishOf(request: TrainingRequest): SessionWish {
  const { accessControl, metaData, schedule, presenters, attendees } = request;
  return {
    confName: metaData?.confName,
    host: schedule?.hostWebExID,
    sessionType: metaData?.sessionType,
    template: metaData?.sessionTemplate?.use,
    timing: timingOf(request),
    listStatus: accessControl?.listing,
    presenting: participantsAsked(presenters, 'PRESENTER'),
    attending: participantsAsked(attendees, 'ATTENDEE'),
    document: documentOf(request),
  };
}

function documentOf(request: TrainingRequest): DocumentWish {
  const { accessControl, handsOnLab, psoFields, preAssignBreakout } = request;
  const schedule: Schedule = request.schedule ?? { startDate: [] };
  const { confName, sessionType, ...described } = request.metaData ?? {};
  const { openTime, extURL, extNotifyTime, joinNotifyURL, joinTeleconfBeforeHost } = schedule;
  const { entryExitTone, destinationURL } = schedule;
  // The numbers are the site's.
  const { callInNum, ...telephony } = request.telephony ?? {};
  const { registrationCloseDate, ...attendeeOptions } = request.attendeeOptions ?? {};
  return {
    ...described,
    ...optionsWish(request.enableOptions),
    ...{ extURL, extNotifyTime, joinNotifyURL, joinTeleconfBeforeHost, destinationURL },
    ...{ handsOnLab, psoFields, preAssignBreakout, telephony },
    openTime: openTime === undefined ? undefined : openTime * SECONDS,
    entryExitTone: entryExitTone && ENTRY_EXIT_TONES.indexOf(entryExitTone),
    password: accessControl?.sessionPassword,
    enforcePassword: accessControl?.enforcePassword,
    maxUserNumber: request.attendees?.maxUserNumber ?? request.presenters?.maxUserNumber,
    trainingKind: request.repeat?.repeatType,
    assistService: request.assistService,
    tracking: request.tracking,
    remind: remindWish(request.remind),
    attendeeOptions: {
      ...attendeeOptions,
      registrationCloseDate:
        registrationCloseDate === undefined
          ? undefined
          : localTimeAsked('registrationCloseDate', registrationCloseDate),
    },
  };
}

function timingOf({ schedule, repeat }: TrainingRequest): TimingWish {
  const starts = schedule?.startDate ?? [];
  const dates = starts.filter((date) => date !== '').map((date) => localTimeAsked('startDate', date));
  const isNow = starts.length > dates.length;
  if (isNow && starts.length > 1) throw new RuleBroken('startDate', 'may be empty only alone: that is now');
  return {
    start: isNow ? 'now' : undefined,
    dates: dates.length === 0 ? undefined : dates,
    zone: zoneAsked(schedule?.timeZoneID, schedule?.timeZone),
    duration: schedule?.duration,
    repeat: repeat && repeatOf(repeat, dates.length),
    changes: repeat && changesOf(repeat),
  };
}

/** A course of several dates needs no further word; one session has no repeat, whatever else stands there. */
function repeatOf(repeat: RepeatRequest, dates: number): RepeatInput | undefined {
  const { repeatType: kind, occurenceType, expirationDate, dayInWeek, endAfter, ...days } = repeat;
  const { repeatSession, ...pattern } = days;
  if (kind === 'SINGLE') return { repeatType: 'NO_REPEAT' };
  const isListed = kind === 'MULTIPLE_SESSION' && occurenceType === undefined && dates > 1;
  return {
    ...pattern,
    repeatType: isListed ? 'IRREGULARLY' : occurenceType,
    dayInWeek: dayInWeek?.day,
    afterMeetingNumber: endAfter,
    expirationDate:
      expirationDate === undefined ? undefined : localTimeAsked('expirationDate', expirationDate),
  };
}

/** @throws RuleBroken when a session is to be moved, and nothing says where to */
function changesOf({ repeatSession }: RepeatRequest): readonly OccurrenceChange[] | undefined {
  if (repeatSession.length === 0) return undefined;
  return repeatSession.map(({ index, action, startDate }) => {
    if (action === 'DELETE') return { index, start: undefined };
    if (startDate === undefined) throw new RuleBroken('repeatSession/startDate', 'is required for an EDIT');
    return { index, start: localTimeAsked('startDate', startDate) };
  });
}
