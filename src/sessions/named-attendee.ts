/** People of a session as others name them: by their number or by their e-mail address. */
import { type Attendee, AttendeeNotFound } from './attendee.ts';

/** An attendee of a session by their number or their e-mail address. */
export type NamedAttendee = { readonly sessionKey: number } & (
  | { readonly attendeeID: number }
  | { readonly email: string }
);

/** @throws AttendeeNotFound when the session has nobody of that name */
export function attendeeNamed(people: readonly Attendee[], named: NamedAttendee): Attendee {
  const one =
    'attendeeID' in named
      ? people.find(({ attendeeID }) => attendeeID === named.attendeeID)
      : people.find(({ email }) => email.toLowerCase() === named.email.toLowerCase());
  if (!one) throw new AttendeeNotFound('attendeeID' in named ? String(named.attendeeID) : named.email);
  return one;
}

/** One entry for each address: the last one counts. */
export function byEmail<T extends { readonly email: string }>(people: readonly T[]): Map<string, T> {
  return new Map(people.map((one) => [one.email.toLowerCase(), one]));
}

/** In the order of the keys, so that two writes never wait for each other. */
export function bySession<T extends { readonly sessionKey: number }>(entries: readonly T[]): [number, T[]][] {
  return [...Map.groupBy(entries, ({ sessionKey }) => sessionKey)].sort(([a], [b]) => a - b);
}
