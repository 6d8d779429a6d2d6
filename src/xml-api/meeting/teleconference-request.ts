/** What a CreateTeleconferenceSession or SetTeleconferenceSession request says, as a request for a meeting. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import { RuleBroken } from '../../refusal.ts';
import type { Attendee, NewAttendee } from '../../sessions/attendee.ts';
import type { NewDocument } from '../../sessions/scheduling.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { attendeeAsked } from '../types/person.ts';
import { documentAsked, type MeetingRequest, type When } from './meeting-request.ts';
import type { audioOnlyType, auoAttendeeType } from './teleconference-type.ts';

export type TeleconferenceRequest = ValueOf<typeof audioOnlyType>;

/** The same in the words of a meeting; the people and the conference account stand apart. */
export function asMeeting(request: TeleconferenceRequest): MeetingRequest {
  const { accessControl, metaData, schedule, teleconference, tracking, repeat, remind, attendeeOptions } =
    request;
  const listing = accessControl?.listing;
  return {
    accessControl: {
      meetingPassword: accessControl?.sessionPassword,
      listToPublic: listing && listing === 'PUBLIC',
      isPublic: listing && listing === 'PUBLIC',
    },
    metaData: { confName: metaData?.confName, meetingType: metaData?.sessionType },
    schedule,
    telephony: {
      telephonySupport: 'CALLIN',
      extTelephonyDescription: teleconference?.extTelephonyDescription,
      intlLocalCallIn: teleconference?.intlLocalCallIn,
      teleconfLocation: teleconference?.teleconfLocation,
    },
    tracking,
    repeat,
    remind,
    attendeeOptions: attendeeOptions && {
      excludePassword: attendeeOptions.excludePassword,
      joinRequiresAccount: attendeeOptions.requireAccount,
      emailInvitations: attendeeOptions.emailInvitations,
    },
  };
}

/** Lays what the request says over what is there. Errors: `RuleBroken`. */
export function teleconferenceDocument<D extends NewDocument>(
  before: D,
  request: TeleconferenceRequest,
  when: When,
  host: AccountWithProfile,
): D {
  const document = documentAsked(before, asMeeting(request), when);
  const { attendeeOptions, telephony } = document;
  return {
    ...document,
    telephony: { ...telephony, personalAccountIndex: accountAsked(before, request, host) },
    attendeeOptions: {
      ...attendeeOptions,
      requireUcfDiagnosis:
        request.attendeeOptions?.requireUcfDiagnosis ?? attendeeOptions.requireUcfDiagnosis,
    },
  };
}

/** The host's own conference account that the session is held on; nothing for numbers of its own. */
function accountAsked(
  before: NewDocument,
  { teleconference }: TeleconferenceRequest,
  { profile }: AccountWithProfile,
): number | undefined {
  if (teleconference?.requestConferenceNumber) return undefined;
  const index = teleconference?.accountIndex;
  if (index === undefined) return before.telephony.personalAccountIndex;
  if (!profile.personalTeleconf.accounts.some(({ accountIndex }) => accountIndex === index)) {
    throw new RuleBroken('accountIndex', 'is not the index of a personal conference account of the host');
  }
  return index;
}

/** The people afterwards: a kind that the request does not name stays. Errors: `RuleBroken`. */
export function teleconferencePeople(
  before: readonly Attendee[],
  { fullAccessAttendees, limitedAccessAttendees }: TeleconferenceRequest,
): readonly NewAttendee[] | undefined {
  if (!fullAccessAttendees && !limitedAccessAttendees) return undefined;
  const full = fullAccessAttendees?.attendee.map((one) => attendeeOf(one, 'ATTENDEE'));
  const limited = limitedAccessAttendees?.attendee.map((one) => attendeeOf(one, 'LIMITED'));
  return [
    ...(full ?? before.filter(({ role }) => role !== 'LIMITED')),
    ...(limited ?? before.filter(({ role }) => role === 'LIMITED')),
  ];
}

function attendeeOf(person: ValueOf<typeof auoAttendeeType>, role: 'ATTENDEE' | 'LIMITED'): NewAttendee {
  return attendeeAsked({ person, role });
}
