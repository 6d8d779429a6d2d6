import type { Account } from '../../accounts/account.ts';
import { namedTracking } from '../../accounts/tracking-values.ts';
import type { Stay } from '../../live/live.ts';
import { asAt } from '../../sessions/as-occurrence.ts';
import type { Attendee, JoinStatus } from '../../sessions/attendee.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import { readsSite } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import { foundSession } from './found-session.ts';
import type { ConsolePerson, PersonInRoom, SessionDetail } from './sessions-data.ts';

export const readSession = endpoint({
  method: 'GET',
  path: 'sessions/:key',
  summary: 'Tells of a session, with who is in it, who is invited and who has registered.',
  may: readsSite,
  async run(call, { params }): Promise<SessionDetail> {
    return sessionDetail(call, await foundSession(call, params.key));
  },
});

/** Of a series, as the occurrence that runs or comes next has it. */
export async function sessionDetail(call: ApiCall, series: SessionWithDocument): Promise<SessionDetail> {
  const { site, context } = call;
  const session = asAt(series, context.clock.now());
  const { accounts, sessions, live } = context;
  const host = await accounts.findById(session.host);
  const state = await live.state(site, session.sessionKey);
  return {
    sessionKey: session.sessionKey,
    title: session.confName,
    service: session.service,
    host: host?.webExId ?? '',
    hostName: nameOf(host),
    hostEmail: host?.email ?? '',
    startAt: session.startAt,
    duration: session.duration,
    isRecurring: session.recurring,
    isRunning: session.inProgress,
    version: session.version,
    listStatus: session.listStatus,
    hasPassword: session.passwordRequired,
    takesRegistrations: session.registration,
    agenda: session.document.agenda ?? '',
    tracking: namedTracking(site, session.document.tracking),
    address: `${call.context.links.publicUrl()}/${site.siteName}/m.php?AT=MD&MK=${session.sessionKey}`,
    ...(state && { startedAt: state.startedAt, inside: state.people.length }),
    inRoom: [
      ...(state?.people ?? []).map((stay) => inRoom(stay, false)),
      ...(state?.waiting ?? []).map((stay) => inRoom(stay, true)),
    ],
    people: (await sessions.attendeesOf(session)).map(personOf),
  };
}

function nameOf(account: Account | undefined): string {
  return account ? `${account.firstName} ${account.lastName}`.trim() : '';
}

function inRoom({ name, email, role, joinedAt }: Stay, isWaiting: boolean): PersonInRoom {
  return { name, email, role, since: joinedAt, isWaiting };
}

const STATES: Readonly<Record<JoinStatus, ConsolePerson['state']>> = {
  INVITE: 'invited',
  REGISTER: 'pending',
  ACCEPT: 'accepted',
  REJECT: 'rejected',
};

function personOf({
  attendeeID,
  name,
  email,
  role,
  joinStatus,
  registeredAt,
  details,
}: Attendee): ConsolePerson {
  return {
    attendeeID,
    name,
    email,
    role,
    state: STATES[joinStatus],
    ...(registeredAt !== null && { registeredAt }),
    ...(details.answers && {
      answers: details.answers.map(({ label, values }) => ({ label, value: values.join(', ') })),
    }),
  };
}
