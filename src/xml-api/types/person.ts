/** A person and an attendee, as several services speak of them (common.xsd, attendee.xsd). */

import { RuleBroken } from '../../refusal.ts';
import {
  ATTENDEE_ROLES,
  type Attendee,
  type AttendeeDetails,
  JOIN_STATUSES,
  type JoinStatus,
  type NewAttendee,
  PERSON_TYPES,
} from '../../sessions/attendee.ts';
import { languageById, languageByName } from '../../time/languages.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  long,
  optional,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { bodyContentType } from './body.ts';
import { addressType, phonesType } from './common.ts';
import { emailAsked } from './email.ts';
import { att, com } from './namespaces.ts';
import { SESSION_KEY } from './session/session-key.ts';

export const personTypeType = enumeration(com, 'personTypeType', PERSON_TYPES);

export const personType = complex(com, 'personType', {
  name: optional(text()),
  firstName: optional(text()),
  lastName: optional(text()),
  title: optional(text()),
  company: optional(text()),
  webExId: optional(text()),
  address: optional(addressType),
  phones: optional(phonesType),
  email: text({ sample: 'anna@example.com' }),
  notes: optional(text()),
  url: optional(text()),
  type: optional(personTypeType),
});

export const joinStatusType = enumeration(att, 'joinStatusType', JOIN_STATUSES);
export const roleType = enumeration(att, 'roleType', ATTENDEE_ROLES);

export const attendeeType = extension(att, 'attendeeType', bodyContentType, {
  person: personType,
  contactID: optional(long()),
  joinStatus: optional(joinStatusType),
  meetingKey: optional(SESSION_KEY),
  sessionKey: optional(SESSION_KEY),
  language: optional(text()),
  role: optional(roleType),
  emailInvitations: optional(bool()),
  locale: optional(text()),
  timeZoneID: optional(long()),
  languageID: optional(long()),
});

/** What requests say of an attendee; the person alone is enough. */
export type AttendeeRequest = Pick<
  ValueOf<typeof attendeeType>,
  'person' | 'joinStatus' | 'language' | 'role' | 'locale' | 'timeZoneID' | 'emailInvitations'
> & { readonly languageID?: number | undefined };

/** @throws RuleBroken when an e-mail address or a language is invalid */
export function attendeeAsked(request: AttendeeRequest, otherwise?: JoinStatus): NewAttendee {
  const { person } = request;
  const email = emailAsked('email', person.email);
  const name = person.name ?? [person.firstName, person.lastName].filter(Boolean).join(' ');
  return {
    email,
    name,
    role: request.role ?? 'ATTENDEE',
    joinStatus: request.joinStatus ?? otherwise,
    details: detailsAsked(request),
  };
}

function detailsAsked({
  person,
  language,
  languageID,
  locale,
  timeZoneID,
  emailInvitations,
}: AttendeeRequest): AttendeeDetails {
  const spoken = languageID === undefined ? language && languageByName(language) : languageById(languageID);
  if (languageID !== undefined && !spoken)
    throw new RuleBroken('languageID', 'is not the number of a language');
  const { firstName, lastName, title, company, webExId, address, phones, notes, url, type } = person;
  return {
    firstName,
    lastName,
    title,
    company,
    webExId,
    address,
    phones,
    notes,
    url,
    type: type ?? 'VISITOR',
    languageID: (spoken || undefined)?.id ?? 1,
    locale,
    timeZoneID: timeZoneID === -1 ? undefined : timeZoneID,
    emailInvitations,
  };
}

/** An attendee as the elements of `att:attendeeType` (order and defaults recorded 2017). */
export function attendeeValue(attendee: Attendee, sessionKey: number): ValueOf<typeof attendeeType> {
  const { details } = attendee;
  return {
    person: {
      name: attendee.name,
      firstName: details.firstName ?? attendee.name,
      lastName: details.lastName,
      title: details.title,
      company: details.company,
      webExId: details.webExId,
      address: { addressType: 'PERSONAL', ...details.address },
      phones: details.phones ?? {},
      email: attendee.email,
      notes: details.notes,
      url: details.url,
      type: details.type,
    },
    contactID: attendee.attendeeID,
    joinStatus: attendee.joinStatus,
    meetingKey: sessionKey,
    language: languageById(details.languageID)?.name,
    role: attendee.role,
    locale: details.locale,
    timeZoneID: details.timeZoneID,
    languageID: details.languageID,
  };
}
