/** POST /meetings/join: links by which somebody joins a meeting, or starts it, that expire. */
import { AccountRequired } from '../../policies/admission.ts';
import { comesAs, mayBegin } from '../../policies/host.ts';
import { mayManage, needsNoPassword } from '../../policies/session.ts';
import { LONGEST_DISPLAY_NAME } from '../../sessions/attendee.ts';
import { isPanelPassword, panelPasswordOf } from '../../sessions/password.ts';
import { linkForAttendees, linkForHost, linkForStrangers } from '../../sessions/session-links.ts';
import { isAddress } from '../../text-rules.ts';
import { TooManyGuesses } from '../../throttle/guesses.ts';
import { bool, complex, integer, optional, text } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { humanLinks } from '../human-links.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { rest } from '../namespace.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { RestReply } from '../rest-reply.ts';
import { type Comer, checkEntrance, type MeetingToJoin, meetingToJoin } from './meeting-to-join.ts';

const MINUTE = 60_000;
/** Minutes that the links live where nothing is said. */
const USUAL_LIFE = 15;

const joinBody = complex(rest, 'JoinMeeting', {
  meetingId: optional(text()),
  meetingNumber: optional(text({ max: 40 })),
  webLink: optional(text({ max: 2_000 })),
  joinDirectly: optional(bool()),
  email: optional(text({ format: 'email', max: 256 })),
  displayName: optional(text({ max: LONGEST_DISPLAY_NAME })),
  password: optional(text({ secret: true, max: 64 })),
  expirationMinutes: optional(integer({ min: 1, max: 60 })),
  registrationId: optional(text({ max: 40 })),
  hostEmail: HOST_EMAIL,
  createJoinLinkAsWebLink: optional(bool()),
  createStartLinkAsWebLink: optional(bool()),
});

export const joinMeeting = endpoint({
  method: 'POST',
  path: 'meetings/join',
  tag: 'Meetings',
  summary: 'Leads to a meeting: at once, or by links that expire where `joinDirectly` is false.',
  description:
    `Exactly one of \`meetingId\`, \`meetingNumber\` and \`webLink\` names the meeting; a personal room is named by its ` +
    `number or its address. The links live ${USUAL_LIFE} ` +
    'minutes where `expirationMinutes` says nothing. Those who may start the meeting get a `startLink` too; an ' +
    'administrator names its host for that. It lets them into this one meeting, and signs them in nowhere.',
  scopes: {
    user: 'meeting:schedules_read',
    admin: ['meeting:admin_schedule_read', 'meeting:admin_schedule_write'],
  },
  body: joinBody,
  onlyReads: true,
  answer: complex(rest, 'JoinMeetingLinks', {
    joinLink: text({ format: 'uri' }),
    startLink: optional(text({ format: 'uri' })),
    expiration: text({ format: 'date-time', sample: '2026-12-01T10:15:00Z' }),
  }),
  statuses: { 302: 'Leads to the joinLink (joinDirectly, which is so without a word).' },
  refuses: [TooManyGuesses, AccountRequired],
  sample: {
    body: {
      meetingNumber: '123 456 789',
      email: 'bob@example.com',
      displayName: 'Bob Lee',
      joinDirectly: false,
    },
  },
  async run(call, { body }) {
    const { joinDirectly = true, expirationMinutes = USUAL_LIFE } = body;
    const meeting = await meetingToJoin(call, body);
    const comer = comerAsked(call, body);
    await checkEntrance(call, meeting, comer);
    const until = call.app.clock.now() + expirationMinutes * MINUTE;
    const joinLink = await joinLinkOf(call, meeting, comer, { until, asWeb: body.createJoinLinkAsWebLink });
    if (joinDirectly) return new RestReply({ status: 302, headers: { Location: joinLink } });
    const startLink = await startLinkOf(call, meeting, body, until);
    return { joinLink, startLink, expiration: isoTime(until, call.zone) };
  },
});

interface Named {
  readonly email?: string | undefined;
  readonly displayName?: string | undefined;
  readonly password?: string | undefined;
  readonly registrationId?: string | undefined;
}

/** Whoever is not named is the caller. @throws InvalidItem */
function comerAsked({ account }: RestCall, { email, displayName, password, registrationId }: Named): Comer {
  if (email === undefined) {
    if (displayName !== undefined) throw new InvalidItem("'displayName' requires 'email'.", 'displayName');
    const name = `${account.firstName} ${account.lastName}`.trim() || account.webExId;
    return { name, email: account.email, password, registrationId };
  }
  if (!isAddress(email.trim())) throw new InvalidItem("'email' must be one e-mail address.", 'email');
  return { name: displayName ?? email, email: email.trim(), password, registrationId };
}

async function joinLinkOf(
  call: RestCall,
  meeting: MeetingToJoin,
  { name, email, password, registrationId }: Comer,
  { until, asWeb = false }: { readonly until: number; readonly asWeb: boolean | undefined },
): Promise<string> {
  const { app, site, origin } = call;
  const links = humanLinks(app, origin);
  if (meeting.kind === 'room') {
    const { owner } = meeting;
    if (asWeb) return links.personalRoom(site, owner);
    return links.joinByTicket(
      site,
      app.joinTickets.give(site, Number(owner.accessCode), { name, email }, until),
    );
  }
  const { session, relation, caller } = meeting;
  const knowsIt = needsNoPassword(relation);
  if (asWeb) return links.session(site, knowsIt ? linkForAttendees(session) : linkForStrangers(session));
  const people = await app.sessions.attendeesOf(session);
  const one = people.find((other) => other.email.toLowerCase() === email.toLowerCase());
  // Nobody is given somebody else's place but by those who manage the meeting.
  const isTheirs = one !== undefined && (mayManage(relation) || one.account === caller.id);
  const isLetIn = one?.joinStatus === 'ACCEPT' || one?.joinStatus === 'INVITE';
  const own = isTheirs && isLetIn && one.registerID !== null ? String(one.registerID) : undefined;
  const opens = knowsIt && !isPanelPassword(session, password) ? session.document.password : password;
  const shown = {
    name,
    email,
    password:
      own !== undefined && one?.details.type === 'PANELIST' ? (panelPasswordOf(session) ?? opens) : opens,
    registrationID: registrationId ?? own,
  };
  return links.joinByTicket(site, app.joinTickets.give(site, session.sessionKey, shown, until));
}

/** For those who may start it: its host and alternate hosts, and an administrator who names the host. */
async function startLinkOf(
  call: RestCall,
  meeting: MeetingToJoin,
  {
    hostEmail,
    createStartLinkAsWebLink = false,
  }: {
    readonly hostEmail?: string | undefined;
    readonly createStartLinkAsWebLink?: boolean | undefined;
  },
  until: number,
): Promise<string | undefined> {
  const { app, site, origin } = call;
  const { relation, caller } = meeting;
  const hostId = meeting.kind === 'room' ? meeting.owner.id : meeting.session.host;
  const named = hostEmail === undefined ? undefined : await call.host(hostEmail);
  if (named && named.id !== hostId)
    throw new InvalidItem("'hostEmail' is not that of the host.", 'hostEmail');
  const hostsThemselves = relation.isHost || relation.isAlternateHost;
  if (!hostsThemselves && !(named && relation.administers)) return undefined;
  const found = await app.accounts.findById(hostId);
  const owner = found && (await app.accounts.withProfile(found));
  if (!owner || !mayBegin(site, relation, caller, owner)) return undefined;
  const links = humanLinks(app, origin);
  if (createStartLinkAsWebLink) {
    return meeting.kind === 'room'
      ? links.personalRoom(site, owner)
      : links.session(site, linkForHost(meeting.session));
  }
  const key = meeting.kind === 'room' ? Number(owner.accessCode) : meeting.session.sessionKey;
  const starts = comesAs(relation, call.account, owner);
  const shown = { starts: { account: starts.id, credentials: starts.credentialVersion } };
  return links.joinByTicket(site, app.joinTickets.give(site, key, shown, until));
}
