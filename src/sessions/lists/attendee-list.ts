/** Lists of attendees: in the order that is asked for, and else as they came. */
import type { Attendee } from '../attendee.ts';

/** What lists of attendees can be ordered by (attendee.xsd, orderByType). */
export const ATTENDEE_ORDERS = [
  'CONFID',
  'ATTENDEEID',
  'ATTENDEETYPE',
  'ATTENDEENAME',
  'ATTENDEEWEBEXID',
  'JOINSTATUS',
  'EMAIL',
  'PHONE',
  'MOBILE',
  'FAX',
  'COMPANY',
  'TITLE',
  'URL',
  'ADDRESS1',
  'ADDRESS2',
  'CITY',
  'STATE',
  'ZIPCODE',
  'COUNTRY',
  'NOTES',
  'ADDRESSTYPE',
] as const;
export type AttendeeOrder = (typeof ATTENDEE_ORDERS)[number];

type Read = (attendee: Attendee) => string | number | undefined;

const READ: Readonly<Record<AttendeeOrder, Read>> = {
  // A list is of one session, which has one confID.
  CONFID: () => 0,
  ATTENDEEID: ({ attendeeID }) => attendeeID,
  ATTENDEETYPE: ({ details }) => details.type,
  ATTENDEENAME: ({ name }) => name,
  ATTENDEEWEBEXID: ({ details }) => details.webExId,
  JOINSTATUS: ({ joinStatus }) => joinStatus,
  EMAIL: ({ email }) => email,
  PHONE: ({ details }) => details.phones?.phone,
  MOBILE: ({ details }) => details.phones?.mobilePhone,
  FAX: ({ details }) => details.phones?.fax,
  COMPANY: ({ details }) => details.company,
  TITLE: ({ details }) => details.title,
  URL: ({ details }) => details.url,
  ADDRESS1: ({ details }) => details.address?.address1,
  ADDRESS2: ({ details }) => details.address?.address2,
  CITY: ({ details }) => details.address?.city,
  STATE: ({ details }) => details.address?.state,
  ZIPCODE: ({ details }) => details.address?.zipCode,
  COUNTRY: ({ details }) => details.address?.country,
  NOTES: ({ details }) => details.notes,
  ADDRESSTYPE: ({ details }) => details.address?.addressType ?? 'PERSONAL',
};

/** A new list; texts are compared in any case, and who lacks the value comes first. */
export function ordered(
  attendees: readonly Attendee[],
  order: readonly { readonly by: AttendeeOrder; readonly descending: boolean }[],
): Attendee[] {
  return [...attendees].sort((a, b) => {
    for (const { by, descending } of order) {
      const difference = compare(READ[by](a), READ[by](b));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return a.id - b.id;
  });
}

function compare(a: string | number = '', b: string | number = ''): number {
  const [one, other] = [folded(a), folded(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function folded(value: string | number): string | number {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
