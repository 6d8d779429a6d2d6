/** Pages of registrants, in an order that is asked for. */
import type { Attendee } from '../../sessions/attendee.ts';
import type { NamedMeeting } from '../named-meeting.ts';
import { LARGEST_PAGE, type PageQuery, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import type { RestCall } from '../rest-caller.ts';
import type { RestReply } from '../rest-reply.ts';
import type { RegistrantStatus } from './registrant-type.ts';
import { presentRegistrant, registrantsOf, STATUS_OF } from './registrants-of.ts';

type OrderBy = 'firstName' | 'lastName' | 'status' | 'email' | 'registrationTime';

export interface WantedRegistrants extends PageQuery {
  /** In any case; nobody named means everybody. */
  readonly emails: readonly string[];
  readonly status?: RegistrantStatus | undefined;
  /** Epoch milliseconds: from inclusive, to exclusive. */
  readonly from?: number;
  readonly to?: number;
  readonly orderBy?: OrderBy | undefined;
  readonly orderType?: 'ASC' | 'DESC' | undefined;
}

export async function pageOfRegistrants(
  call: RestCall,
  meeting: NamedMeeting,
  query: WantedRegistrants,
): Promise<RestReply> {
  const { status, orderBy = 'registrationTime', orderType = 'DESC' } = query;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = query;
  const emails = new Set(query.emails.map((email) => email.trim().toLowerCase()));
  const list = `registrants ${meeting.id} ${orderBy} ${orderType}`;
  const [after = 0] = positionOf<[number]>(call, list, query) ?? [];
  const sign = orderType === 'ASC' ? 1 : -1;
  const found = (await registrantsOf(call, meeting))
    .filter(({ email }) => emails.size === 0 || emails.has(email.toLowerCase()))
    .filter(({ joinStatus }) => status === undefined || STATUS_OF[joinStatus] === status)
    .filter(({ registeredAt }) => (registeredAt ?? 0) >= from && (registeredAt ?? 0) < to)
    .sort((one, other) => sign * (compared(keyOf(one, orderBy), keyOf(other, orderBy)) || one.id - other.id));
  const at = after === 0 ? 0 : found.findIndex(({ attendeeID }) => attendeeID === after) + 1;
  const size = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
  const shown = found.slice(at, at + size);
  const items = shown.map((one) => presentRegistrant(call, meeting.session, one));
  const last = shown.at(-1);
  return page(call, list, items, last && found.length > at + size ? [last.attendeeID] : undefined);
}

function keyOf({ details, name, joinStatus, email, registeredAt }: Attendee, by: OrderBy): string | number {
  switch (by) {
    case 'firstName':
      return (details.firstName ?? name).toLowerCase();
    case 'lastName':
      return (details.lastName ?? '').toLowerCase();
    case 'status':
      return STATUS_OF[joinStatus];
    case 'email':
      return email.toLowerCase();
    case 'registrationTime':
      return registeredAt ?? 0;
  }
}

function compared(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
