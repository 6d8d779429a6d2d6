/** `sess:participantsType`: the presenters and the attendees of a training, as they are asked for and told. */
import type { Attendee, AttendeeRole, JoinStatus, NewAttendee } from '../../../sessions/attendee.ts';
import {
  complex,
  enumeration,
  extension,
  group,
  integer,
  long,
  many,
  optional,
  type ValueOf,
} from '../../../xml/schema.ts';
import { bodyContentType } from '../body.ts';
import { sess } from '../namespaces.ts';
import { attendeeAsked, attendeeValue, personType, roleType } from '../person.ts';

/** What each word of session.xsd comes to. */
const JOIN_STATUS = {
  REGISTER: 'REGISTER',
  INVITE: 'INVITE',
  REJECT: 'REJECT',
  ACCEPT: 'ACCEPT',
  REJECTREGISTER: 'REJECT',
  ACCEPTREGISTER: 'ACCEPT',
  REJECTINVITE: 'REJECT',
  ACCEPTINVITE: 'ACCEPT',
} as const satisfies Readonly<Record<string, JoinStatus>>;

const words = Object.keys(JOIN_STATUS) as (keyof typeof JOIN_STATUS)[];

const participantType = extension(sess, 'participantType', bodyContentType, {
  person: personType,
  contactID: optional(long()),
  joinStatus: optional(enumeration(sess, 'joinStatusType', words)),
  role: optional(roleType),
});

export const participantsType = complex(sess, 'participantsType', {
  maxUserNumber: optional(integer({ min: 1 })),
  participants: optional(group({ participant: many(participantType) })),
});

type ParticipantsRequest = ValueOf<typeof participantsType>;

/**
 * Who is named, with that role where none is said; nothing for an empty list, which clients send where nothing is set.
 * @throws RuleBroken when an e-mail address is invalid
 */
export function participantsAsked(
  request: ParticipantsRequest | undefined,
  otherwise: AttendeeRole,
): readonly NewAttendee[] | undefined {
  const named = request?.participants?.participant ?? [];
  if (named.length === 0) return undefined;
  return named.map(({ person, joinStatus, role = otherwise }) => {
    const asked = attendeeAsked({ person, role, joinStatus: joinStatus && JOIN_STATUS[joinStatus] });
    return { ...asked, registers: joinStatus === 'ACCEPTREGISTER' || joinStatus === 'REGISTER' };
  });
}

export function participantsValue(people: readonly Attendee[], sessionKey: number): ParticipantsRequest {
  return {
    participants: {
      participant: people.map((one) => {
        const { person, contactID, joinStatus, role } = attendeeValue(one, sessionKey);
        return { person, contactID, joinStatus, role };
      }),
    },
  };
}
