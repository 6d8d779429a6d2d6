/** Everything that rows of people tell, under every name; each type takes its own. */
import type { EndedAttendance } from '../../history/history-list.ts';
import { minutesOf } from '../../history/usage.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import type { Zone } from '../../time/time-zones.ts';

/** @param zone in which the times are told */
export function attendeeHistoryValue(stay: EndedAttendance, zone: Zone) {
  const { session, details } = stay;
  const { address = {}, phones = {}, enrolment } = details;
  return {
    sessionKey: session.sessionKey,
    confID: session.confID,
    confName: session.confName,
    attendeeName: stay.name,
    attendeeEmail: stay.email,
    startTime: formatSiteTime(stay.joinedAt, zone),
    endTime: formatSiteTime(stay.leftAt, zone),
    duration: minutesOf(stay.leftAt - stay.joinedAt),
    registered: yesOrNo(details.registered),
    invited: yesOrNo(details.invited),
    company: details.company ?? '',
    title: details.title ?? '',
    phone: phones.phone ?? '',
    address1: address.address1 ?? '',
    address2: address.address2 ?? '',
    city: address.city ?? '',
    state: address.state ?? '',
    country: address.country ?? '',
    zip: address.zipCode ?? '',
    ipAddress: details.ipAddress ?? '',
    participantType: participantTypeOf(stay),
    voipDuration: minutesOf(stay.voipTime),
    clientAgent: details.clientAgent ?? '',
    leadSourceID: enrolment?.leadSourceID,
    leadScore: scoreOf(enrolment?.leadScore),
    regQandA: Object.entries(enrolment?.answers ?? {}).map(([regQ, regA]) => ({ regQ, regA })),
  };
}

/** The same of a meeting or a sales session, which have names of their own for it. */
export function meetingAttendeeHistoryValue(stay: EndedAttendance, zone: Zone) {
  const value = attendeeHistoryValue(stay, zone);
  const { session, isHost, details } = stay;
  return {
    ...value,
    meetingKey: value.sessionKey,
    name: value.attendeeName,
    email: value.attendeeEmail,
    joinTime: value.startTime,
    leaveTime: value.endTime,
    duration: String(value.duration),
    phoneNumber: value.phone,
    zipCode: value.zip,
    externalParticipant: externalOf(details.isInternal),
    account: session.details.account ?? '',
    opportunity: session.details.opportunity ?? '',
    attendeeType:
      isHost || details.personType === 'SALESTEAM' ? ('SALESTEAM' as const) : ('PROSPECT' as const),
  };
}

/** The words were never seen: the schema has a text, and no boolean. */
function yesOrNo(is: boolean): string {
  return is ? 'Y' : 'N';
}

function participantTypeOf({ isHost, details }: EndedAttendance): 'HOST' | 'ATTENDEE' | 'OTHER' {
  if (isHost) return 'HOST';
  return details.personType === 'PANELIST' ? 'OTHER' : 'ATTENDEE';
}

function externalOf(isInternal: boolean | undefined): 'N/A' | 'INTERNAL' | 'EXTERNAL' {
  if (isInternal === undefined) return 'N/A';
  return isInternal ? 'INTERNAL' : 'EXTERNAL';
}

function scoreOf(score: string | undefined): number | undefined {
  const number = Number(score ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}
