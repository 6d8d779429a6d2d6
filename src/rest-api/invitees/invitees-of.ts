/** Those who are invited to a meeting, between the domain's words and those of this interface. */
import {
  type Attendee,
  isPanelist,
  LONGEST_DISPLAY_NAME,
  type NewAttendee,
} from '../../sessions/attendee.ts';
import type { JudgeOfPeople } from '../../sessions/attendees.ts';
import { isEvent } from '../../sessions/event.ts';
import { isAddress } from '../../text-rules.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { NamedMeeting } from '../named-meeting.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import type { inviteeType } from './invitee-type.ts';

/** Of a meeting that is not there. */
export const MEETING_UNKNOWN = 'Meeting data not found(or null)';
const INVITED_ALREADY = 'User is already a meeting invitee.';
const SOME_INVITED_ALREADY = 'Some users in the list have been invited.';

/** Whoever has registered and is not let in is a registrant, and nobody's guest yet. */
export function isInvitee({ registeredAt, joinStatus }: Attendee): boolean {
  return registeredAt === null || joinStatus === 'ACCEPT' || joinStatus === 'INVITE';
}

/** @param meetingId as the caller named the meeting */
export function presentInvitee(meetingId: string, attendee: Attendee): ValueOf<typeof inviteeType> {
  return {
    id: `${meetingId}_${attendee.attendeeID}`,
    email: attendee.email,
    displayName: attendee.name || attendee.email,
    coHost: attendee.role === 'HOST',
    panelist: isPanelist(attendee),
    meetingId,
  };
}

/** The number of an invitee and the id of the meeting, out of an invitee's id. @throws RestFailure (404) */
export function inviteeNamed(id: string): { readonly meetingId: string; readonly attendeeID: number } {
  const [, meetingId, number] = /^(.+)_(\d{9})$/.exec(id) ?? [];
  if (meetingId === undefined) throw new RestFailure(404, MEETING_UNKNOWN);
  return { meetingId, attendeeID: Number(number) };
}

/** @throws RestFailure (404) when the meeting has no invitee of that number */
export async function requiredInvitee(
  { app }: Pick<RestCall, 'app'>,
  { session }: Pick<NamedMeeting, 'session'>,
  attendeeID: number,
): Promise<Attendee> {
  const people = await app.sessions.attendeesOf(session);
  const found = people.find((one) => one.attendeeID === attendeeID && isInvitee(one));
  if (!found) throw new RestFailure(404, 'Meeting invitee data not found(or null)');
  return found;
}

export interface AskedInvitee {
  readonly email: string;
  readonly displayName?: string | undefined;
  readonly coHost?: boolean | undefined;
  readonly panelist?: boolean | undefined;
}

/**
 * Somebody as they are to be invited; without a display name they bear that of their account, or their address.
 * @param before who is there already: what is not said stays
 * @throws InvalidItem
 */
export async function inviteeAsked(
  { app, site }: Pick<RestCall, 'app' | 'site'>,
  { session }: Pick<NamedMeeting, 'session'>,
  invitee: AskedInvitee,
  before?: Attendee,
): Promise<NewAttendee> {
  const email = invitee.email.trim();
  if (!isAddress(email))
    throw new InvalidItem(`'email' must be one e-mail address: ${email.slice(0, 100)}`, 'email');
  const { coHost = before?.role === 'HOST', panelist = before !== undefined && isPanelist(before) } = invitee;
  if (panelist && !isEvent(session)) {
    throw new InvalidItem("'panelist' applies to webinars alone.", 'panelist');
  }
  const isSame = before?.email.toLowerCase() === email.toLowerCase();
  const kept = isSame ? before?.name : undefined;
  const name = invitee.displayName ?? kept ?? (await ownName(app, site, email)) ?? email;
  const wasOther = before && before.role !== 'HOST' ? before.role : 'ATTENDEE';
  return {
    email,
    name: name.slice(0, LONGEST_DISPLAY_NAME),
    role: coHost ? 'HOST' : panelist ? 'PRESENTER' : wasOther,
    details: {
      languageID: site.settings.languageID,
      ...(isSame && before.details),
      type: panelist ? 'PANELIST' : 'VISITOR',
    },
  };
}

async function ownName(
  app: RestCall['app'],
  site: RestCall['site'],
  email: string,
): Promise<string | undefined> {
  const account = await app.accounts.findByEmail(site, email);
  return account && (`${account.firstName} ${account.lastName}`.trim() || undefined);
}

/** Judges as `judge` does, and that none of the addresses is invited. @throws RestFailure (409) */
export function judgeOfNewcomers(
  { app }: Pick<RestCall, 'app'>,
  emails: readonly string[],
  judge: JudgeOfPeople,
  isBulk: boolean,
): JudgeOfPeople {
  const wanted = new Set(emails.map((email) => email.trim().toLowerCase()));
  return async (session, tx) => {
    await judge(session, tx);
    const people = await app.sessions.attendeesOf(session, tx);
    const isThere = people.some((one) => isInvitee(one) && wanted.has(one.email.toLowerCase()));
    if (isThere) throw new RestFailure(409, isBulk ? SOME_INVITED_ALREADY : INVITED_ALREADY);
  };
}

/** Whoever had registered and waited is let in by being invited. */
export function asInvited(people: readonly Attendee[], attendee: NewAttendee): NewAttendee {
  const waits = people.some(
    (one) => !isInvitee(one) && one.email.toLowerCase() === attendee.email.toLowerCase(),
  );
  return waits ? { ...attendee, joinStatus: 'ACCEPT' } : attendee;
}
