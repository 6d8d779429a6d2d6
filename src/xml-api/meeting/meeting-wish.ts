/** What a CreateMeeting or SetMeeting request wishes of a meeting. */
import { RuleBroken } from '../../refusal.ts';
import type { NewAttendee } from '../../sessions/attendee.ts';
import type { ListStatus } from '../../sessions/session.ts';
import type { DocumentWish, SessionWish } from '../../sessions/wish.ts';
import type { Hint } from '../../xml/decoder.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { attendeeAsked } from '../types/person.ts';
import { remindWish } from '../types/session/remind.ts';
import { timingWish } from '../types/session/timing-wish.ts';
import type { meetingType } from './meeting-type.ts';

type MeetingRequest = ValueOf<typeof meetingType>;

/** @throws RuleBroken when a date, a zone, an address or a tone is invalid. */
export function wishOf(request: MeetingRequest, hint: Hint): SessionWish {
  const { metaData, schedule, repeat } = request;
  return {
    confName: metaData?.confName,
    host: schedule?.hostWebExID,
    sessionType: metaData?.meetingType,
    template: metaData?.sessionTemplate?.use,
    timing: timingWish(schedule, repeat),
    listStatus: listStatusOf(request, hint),
    ...peopleOf(request),
    document: documentOf(request),
  };
}

function documentOf(request: MeetingRequest): DocumentWish {
  const { accessControl, metaData, participants, schedule = {}, remind } = request;
  const { confName, meetingType, ...described } = metaData ?? {};
  const { startDate, timeZoneID, timeZone, duration, hostWebExID, entryExitTone, ...played } = schedule;
  // The numbers are the site's.
  const { callInNum, ...telephony } = request.telephony ?? {};
  return {
    ...described,
    ...played,
    password: accessControl?.meetingPassword,
    maxUserNumber: participants?.maxUserNumber,
    entryExitTone: toneOf(entryExitTone),
    assistService: request.assistService,
    enableOptions: request.enableOptions,
    telephony,
    tracking: request.tracking,
    remind: remindWish(remind),
    attendeeOptions: request.attendeeOptions,
  };
}

/**
 * What is listed: both switches off is UNLISTED, isPublic alone is PRIVATE (for those with an account), otherwise
 * PUBLIC. The listStatus of other services is read too.
 */
function listStatusOf({ accessControl = {} }: MeetingRequest, hint: Hint): ListStatus | undefined {
  const { listToPublic, isPublic, listStatus } = accessControl;
  if (listToPublic === undefined && isPublic === undefined) {
    if (listStatus !== undefined) hint('<listStatus> is read as what <listToPublic> and <isPublic> say');
    return listStatus;
  }
  if (listToPublic ?? isPublic) return 'PUBLIC';
  return isPublic ? 'PRIVATE' : 'UNLISTED';
}

/** Who is named takes the place of everybody who was invited. */
function peopleOf({ participants }: MeetingRequest): Pick<SessionWish, 'invited' | 'limited'> {
  const people = participants?.attendees?.attendee.map((person): NewAttendee => attendeeAsked(person));
  return people ? { invited: people, limited: [] } : {};
}

const TONES: Readonly<Record<string, number>> = { NOTONE: 0, BEEP: 1, ANNOUNCENAME: 2 };

/** A number, as answers have it, or the word of the enumeration. */
function toneOf(tone: string | undefined): number | undefined {
  if (tone === undefined) return undefined;
  const number = TONES[tone.toUpperCase()] ?? (/^\d{1,5}$/.test(tone) ? Number(tone) : undefined);
  if (number === undefined) {
    throw new RuleBroken('entryExitTone', 'must be NOTONE, BEEP, ANNOUNCENAME or a number');
  }
  return number;
}
