/** AA, DA, AP and DP: attendees and presenters of a meeting, by their addresses. */

import type { Parameters } from '../../browser/parameters.ts';
import { Refused } from '../../browser/reasons.ts';
import { managed } from '../../policies/session.ts';
import type { AttendeeRole, NewAttendee } from '../../sessions/attendee.ts';
import { isAddress } from '../../text-rules.ts';
import type { SignedInCall } from '../command.ts';

interface Named {
  readonly email: string;
  readonly name: string;
}

/** Adds people; EI=1 sends them an invitation. Errors: `SessionNotFound`, `TooManyAttendees`, `Refused`. */
export async function addPeople(call: SignedInCall, sessionKey: number, role: AttendeeRole): Promise<void> {
  const { site, context, parameters } = call;
  await checkManaged(call, sessionKey);
  const emailInvitations = parameters.get('EI') === '1';
  const people = peopleIn(parameters).map(
    ({ email, name }): NewAttendee => ({
      email,
      name: name || email,
      role,
      details: { type: 'VISITOR', languageID: site.settings.languageID, emailInvitations },
    }),
  );
  await context.sessions.addAttendees(
    site,
    people.map((attendee) => ({ sessionKey, attendee })),
  );
}

/** Takes people off. Errors: `SessionNotFound`, `AttendeeNotFound`, `Refused`. */
export async function removePeople(call: SignedInCall, sessionKey: number): Promise<void> {
  const { site, context, parameters } = call;
  await checkManaged(call, sessionKey);
  const named = peopleIn(parameters).map(({ email }) => ({ sessionKey, email }));
  const SM = parameters.get('SM');
  await context.sessions.removeAttendees(site, named, SM === undefined ? undefined : SM === '1');
}

async function checkManaged({ site, context, account }: SignedInCall, sessionKey: number): Promise<void> {
  await managed(context.sessions, await context.sessions.required(site, sessionKey), account);
}

/** EM and FN for one; EM1, FN1 … or EA1, FN1 … for several. Errors: `Refused` without any, or for no address. */
function peopleIn(parameters: Parameters): Named[] {
  const people = parameters.entries().flatMap(([name, value]) => {
    const number = /^E[MA](\d{0,4})$/.exec(name)?.[1];
    if (number === undefined || value.trim() === '') return [];
    const names = [parameters.get(`FN${number}`), parameters.get(`LN${number}`)];
    return [{ email: value.trim(), name: names.filter(Boolean).join(' ').slice(0, 256) }];
  });
  if (people.length === 0) throw new Refused('InvalidDataFormat');
  if (!people.every(({ email }) => isAddress(email))) throw new Refused('InvalidEmailAddress');
  return people;
}
