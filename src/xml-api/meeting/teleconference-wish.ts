/** What a CreateTeleconferenceSession or SetTeleconferenceSession request wishes of an audio-only session. */
import type { NewAttendee } from '../../sessions/attendee.ts';
import type { ListStatus } from '../../sessions/session.ts';
import type { DocumentWish, SessionWish } from '../../sessions/wish.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import type { Hint } from '../../xml/decoder.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { attendeeAsked } from '../types/person.ts';
import { timingWish } from '../types/session/timing-wish.ts';
import type { audioOnlyType, auoAttendeeType } from './teleconference-type.ts';

type AudioOnlyRequest = ValueOf<typeof audioOnlyType>;

/** @throws RuleBroken when a date, a zone or an address is invalid. */
export function wishOf(request: AudioOnlyRequest, hint: Hint): SessionWish {
  const { metaData, schedule, teleconference, repeat, fullAccessAttendees, limitedAccessAttendees } = request;
  return {
    confName: metaData?.confName,
    host: schedule?.hostWebExID,
    sessionType: metaData?.sessionType,
    timing: timingWish(schedule, repeat),
    listStatus: listStatusOf(request, hint),
    invited: fullAccessAttendees?.attendee.map((person) => attendeeOf(person, 'ATTENDEE')),
    limited: limitedAccessAttendees?.attendee.map((person) => attendeeOf(person, 'LIMITED')),
    conferenceAccount: teleconference?.requestConferenceNumber ? 'none' : teleconference?.accountIndex,
    document: documentOf(request),
  };
}

function documentOf({
  accessControl,
  schedule,
  teleconference,
  tracking,
  remind,
  attendeeOptions,
}: AudioOnlyRequest): DocumentWish {
  return {
    password: accessControl?.sessionPassword,
    entryExitTone: schedule?.entryExitTone && ENTRY_EXIT_TONES.indexOf(schedule.entryExitTone),
    telephony: {
      telephonySupport: 'CALLIN',
      extTelephonyDescription: teleconference?.extTelephonyDescription,
      intlLocalCallIn: teleconference?.intlLocalCallIn,
      teleconfLocation: teleconference?.teleconfLocation,
    },
    tracking,
    remind,
    attendeeOptions: attendeeOptions && {
      excludePassword: attendeeOptions.excludePassword,
      joinRequiresAccount: attendeeOptions.requireAccount,
      emailInvitations: attendeeOptions.emailInvitations,
      requireUcfDiagnosis: attendeeOptions.requireUcfDiagnosis,
    },
  };
}

/** What is not public is not listed. What other services call the listing is read too. */
function listStatusOf({ accessControl = {} }: AudioOnlyRequest, hint: Hint): ListStatus | undefined {
  const { listing, listStatus, listToPublic } = accessControl;
  if (listing !== undefined) return listing === 'PUBLIC' ? 'PUBLIC' : 'UNLISTED';
  if (listStatus === undefined && listToPublic === undefined) return undefined;
  hint('<listStatus> and <listToPublic> are read as what <listing> says');
  const isPublic = listStatus === undefined ? listToPublic : listStatus === 'PUBLIC';
  return isPublic ? 'PUBLIC' : 'UNLISTED';
}

function attendeeOf(person: ValueOf<typeof auoAttendeeType>, role: 'ATTENDEE' | 'LIMITED'): NewAttendee {
  return attendeeAsked({ person, role });
}
