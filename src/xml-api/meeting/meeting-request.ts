/** What a CreateMeeting or SetMeeting request says of a meeting, in the domain's words. */
import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../../accounts/account.ts';
import { RuleBroken } from '../../refusal.ts';
import type { NewAttendee } from '../../sessions/attendee.ts';
import { checkedRepeat } from '../../sessions/recurrence/checked-repeat.ts';
import { localTimeAt } from '../../sessions/recurrence/clock.ts';
import type { Repeat, RepeatInput } from '../../sessions/recurrence/repeat.ts';
import { type Series, seriesStart } from '../../sessions/recurrence/series.ts';
import type { ListStatus, SessionDocument, Telephony } from '../../sessions/session.ts';
import { type LocalTime, toInstant } from '../../time/site-time.ts';
import type { TimeZone } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { emailAsked } from '../types/email.ts';
import { attendeeAsked } from '../types/person.ts';
import { localTimeAsked, zoneAsked } from '../types/when.ts';
import type { meetingType } from './meeting-type.ts';

export type MeetingRequest = ValueOf<typeof meetingType>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A copy without what is absent, so that it can be laid over what is there. */
export function given<T extends object>(values: T): Partial<Writable<T>> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Writable<T>>;
}

/** When a meeting takes place: the clock's reading, its zone, and how it repeats. */
export interface When {
  readonly zone: TimeZone;
  readonly startLocal: LocalTime;
  readonly startAt: number;
  readonly repeat: Repeat;
}

/**
 * When the meeting takes place after the request; what it does not say stays. Another zone alone keeps the
 * time on the clock. A series whose start is on none of its days begins on the first of them. Nothing comes
 * back when there is no start. Errors: `RuleBroken`.
 */
export function whenAsked(
  request: MeetingRequest,
  before: { readonly zone: TimeZone; readonly startLocal?: LocalTime | undefined; readonly repeat: Repeat },
): When | undefined {
  const { schedule } = request;
  const zone = zoneAsked(schedule?.timeZoneID, schedule?.timeZone) ?? before.zone;
  const start =
    schedule?.startDate === undefined ? before.startLocal : localTimeAsked('startDate', schedule.startDate);
  if (start === undefined) return undefined;
  const repeat = checkedRepeat(repeatAsked(request, movedAlong(before, start)), start);
  const series: Series = { start, zone, repeat };
  const startLocal = repeat.repeatType === 'NO_REPEAT' ? start : seriesStart(series);
  return { zone, startLocal, startAt: toInstant(startLocal, zone), repeat };
}

/**
 * A series that took place on the day of its start alone goes on on the day of its new start. What names other
 * days as well keeps them.
 */
function movedAlong(
  { repeat, startLocal }: { readonly repeat: Repeat; readonly startLocal?: LocalTime | undefined },
  to: LocalTime,
): RepeatInput {
  if (repeat.repeatType === 'NO_REPEAT' || startLocal === undefined) return repeat;
  if (isDeepStrictEqual(startLocal, to)) return repeat;
  const { dayInWeek, dayInMonth, weekInMonth, monthInYear, dayInYear, ...rest } = repeat;
  const ofStart = checkedRepeat(rest, startLocal);
  return isDeepStrictEqual(given(checkedRepeat(repeat, startLocal)), given(ofStart)) ? rest : repeat;
}

/** The start of a meeting that is there, as its host reads it. */
export function startLocalOf(startAt: number, zone: TimeZone, kept: LocalTime | undefined): LocalTime {
  return kept ?? localTimeAt(startAt, zone);
}

/**
 * What is listed: both switches off is UNLISTED, isPublic alone is PRIVATE (for those with an account),
 * otherwise PUBLIC. Nothing when the request says nothing.
 */
export function listStatusAsked({ accessControl }: MeetingRequest): ListStatus | undefined {
  const { listToPublic, isPublic } = accessControl ?? {};
  if (listToPublic === undefined && isPublic === undefined) return undefined;
  if (listToPublic ?? isPublic) return 'PUBLIC';
  return isPublic ? 'PRIVATE' : 'UNLISTED';
}

/** A request without a repeatType speaks of the series that is there: its end, mostly. Errors: `RuleBroken`. */
function repeatAsked({ repeat }: MeetingRequest, stays: RepeatInput): RepeatInput {
  if (repeat === undefined) return stays;
  const { dayInWeek, expirationDate, ...rest } = repeat;
  const asked = given({
    ...rest,
    dayInWeek: dayInWeek?.day,
    expirationDate:
      expirationDate === undefined ? undefined : localTimeAsked('expirationDate', expirationDate),
  });
  if (asked.repeatType !== undefined) return asked;
  const hasEnd = asked.afterMeetingNumber !== undefined || asked.expirationDate !== undefined;
  return { ...stays, ...(hasEnd && { afterMeetingNumber: undefined, expirationDate: undefined }), ...asked };
}

/** The people of the request; nothing when it does not name any. Errors: `RuleBroken`. */
export function attendeesAsked({ participants }: MeetingRequest): NewAttendee[] | undefined {
  const people = participants?.attendees?.attendee;
  return people?.map((person) => attendeeAsked(person));
}

const TONES: Readonly<Record<string, number>> = { NOTONE: 0, BEEP: 1, ANNOUNCENAME: 2 };

/** A number, as answers have it, or the word of the enumeration. */
function toneAsked(tone: string | undefined): number | undefined {
  if (tone === undefined) return undefined;
  const number = TONES[tone.toUpperCase()] ?? (/^\d{1,5}$/.test(tone) ? Number(tone) : undefined);
  if (number === undefined)
    throw new RuleBroken('entryExitTone', 'must be NOTONE, BEEP, ANNOUNCENAME or a number');
  return number;
}

function telephonyAsked(request: MeetingRequest): Partial<Telephony> {
  const { callInNum: _numbersAreTheSites, ...telephony } = request.telephony ?? {};
  return given(telephony);
}

/** Lays what the request says over what is there; the schedule's columns are read elsewhere. */
export function documentAsked<D extends Omit<SessionDocument, 'hostKey' | 'guestToken'>>(
  before: D,
  request: MeetingRequest,
  when: When,
): D {
  const { accessControl, metaData, participants, enableOptions, schedule, remind, attendeeOptions } = request;
  return {
    ...before,
    ...given({
      password: accessControl?.meetingPassword,
      agenda: metaData?.agenda,
      greeting: metaData?.greeting,
      location: metaData?.location,
      invitation: metaData?.invitation,
      sessionTemplate: metaData?.sessionTemplate,
      isInternal: metaData?.isInternal,
      setNonMTOptions: metaData?.setNonMTOptions,
      maxUserNumber: participants?.maxUserNumber,
      openTime: schedule?.openTime,
      templateFilePath: schedule?.templateFilePath,
      showFilePath: schedule?.showFilePath,
      showFileStartMode: schedule?.showFileStartMode,
      showFileContPlayFlag: schedule?.showFileContPlayFlag,
      showFileInterVal: schedule?.showFileInterVal,
      entryExitTone: toneAsked(schedule?.entryExitTone),
      extURL: schedule?.extURL,
      extNotifyTime: schedule?.extNotifyTime,
      joinNotifyURL: schedule?.joinNotifyURL,
      joinTeleconfBeforeHost: schedule?.joinTeleconfBeforeHost,
      firstAttendeeAsPresenter: schedule?.firstAttendeeAsPresenter,
      assistService: request.assistService,
      repeat: when.repeat,
      startLocal: when.startLocal,
    }),
    enableOptions: { ...before.enableOptions, ...given(enableOptions ?? {}) },
    telephony: { ...before.telephony, ...telephonyAsked(request) },
    tracking: { ...before.tracking, ...given(request.tracking ?? {}) },
    remind: { ...before.remind, ...remindAsked(remind) },
    attendeeOptions: { ...before.attendeeOptions, ...given(attendeeOptions ?? {}) },
  };
}

function remindAsked(remind: MeetingRequest['remind']): SessionDocument['remind'] {
  if (!remind) return {};
  const { emails, ...rest } = remind;
  return given({ ...rest, emails: emails?.email.map((email) => emailAsked('email', email)) });
}

/** The webExID of the host that a request names, unless it is the caller's own. */
export function otherHostAsked({ schedule }: MeetingRequest, caller: Account): string | undefined {
  const webExId = schedule?.hostWebExID;
  return webExId === undefined || webExId.toLowerCase() === caller.webExId.toLowerCase()
    ? undefined
    : webExId;
}
