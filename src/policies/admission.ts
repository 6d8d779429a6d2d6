/** Who may come into a session, and what they have to show: the rules of every way in. */
import type { Account } from '../accounts/account.ts';
import type { StayRole } from '../live/live.ts';
import { AccessDenied, Refusal, RuleBroken } from '../refusal.ts';
import { type Attendee, holderOf, isPanelist } from '../sessions/attendee.ts';
import { isPanelPassword, isSessionPassword, panelPasswordOf } from '../sessions/password.ts';
import type { Relation } from '../sessions/relation.ts';
import { type SessionWithDocument, WrongSessionPassword } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import { isAddress } from '../text-rules.ts';
import { mayHost, needsNoPassword, needsNoRegistration } from './session.ts';
import { admitsStrangers } from './site.ts';

/** The session is for people with an account of the site. */
export class AccountRequired extends Refusal {
  constructor() {
    super('the session is for people with an account');
  }
}

/** The session takes registrations, and nobody of that number was let in. */
export class RegistrationIDInvalid extends Refusal {
  constructor() {
    super('nobody with that registration id has been accepted');
  }
}

/** Somebody at the door, and what they show. */
export interface Knock {
  /** Who is signed in. */
  readonly account: Account | undefined;
  readonly relation: Relation;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** They have been asked for an address: whoever gives none then comes without. */
  readonly wasAsked?: boolean;
  readonly password: string | undefined;
  readonly registrationID: string | undefined;
}

/** What a visitor has not shown yet. */
export type Lack = 'name' | 'email' | 'password' | 'panelPassword' | 'registrationID';

/** Somebody who may come in. */
export interface Admitted {
  readonly name: string;
  readonly email: string;
  readonly account: Account | undefined;
  readonly attendee: Attendee | undefined;
  /** Comes with the host's right. */
  readonly isHost: boolean;
  /** What they are in the room by who they are. */
  readonly role: StayRole;
}

export type Entrance = { readonly admitted: Admitted } | { readonly lacks: readonly Lack[] };

const LONGEST_NAME = 256;

/**
 * The way into a session.
 * @param people those who were invited or registered
 * @throws AccessDenied where the site is closed to strangers.
 * @throws AccountRequired where the session is.
 * @throws WrongSessionPassword, RegistrationIDInvalid for what is shown and is wrong.
 * @throws RuleBroken for an invalid name or address.
 */
export function entranceToSession(
  site: Site,
  session: SessionWithDocument,
  people: readonly Attendee[],
  knock: Knock,
): Entrance {
  const { account, relation, password, registrationID } = knock;
  checkAccount(site, account, session.document.attendeeOptions.joinRequiresAccount);
  const lacks: Lack[] = [];
  const holder = registrationID === undefined ? undefined : holderOf(people, registrationID);
  const registered = holder === 'a stranger' ? undefined : holder?.attendee;
  const invited = account && people.find((one) => one.account === account.id);
  const attendee = registered ?? invited;
  const isHost = mayHost(relation);

  const ofPanel = attendee !== undefined && isPanelist(attendee) && panelPasswordOf(session) !== undefined;
  if ((session.document.password || ofPanel) && !needsNoPassword(relation)) {
    const isRight = ofPanel ? isPanelPassword : isSessionPassword;
    if (password === undefined) lacks.push(ofPanel ? 'panelPassword' : 'password');
    else if (!isRight(session, password)) throw new WrongSessionPassword(session.sessionKey, ofPanel);
  }
  if (session.document.attendeeOptions.registration && !needsNoRegistration(relation)) {
    if (registrationID !== undefined && !holder) throw new RegistrationIDInvalid();
    if (attendee && !isLetIn(attendee)) throw new RegistrationIDInvalid();
    if (!attendee && !holder) lacks.push('registrationID');
  }
  return withName(knock, { attendee, isHost, role: roleIn(relation, attendee) }, lacks);
}

/** What somebody whom nobody has invited has to show, and whether the host lets them in. */
export interface EntryTerms {
  readonly password: boolean;
  readonly account: boolean;
  readonly registration: boolean;
  readonly admission: boolean;
}

export function entryTerms(site: Site, session: SessionWithDocument | undefined): EntryTerms {
  const isClosed = !admitsStrangers(site);
  if (!session) {
    const account = isClosed || site.settings.pmrForceLogin;
    return { password: false, account, registration: false, admission: false };
  }
  const { password, attendeeOptions } = session.document;
  return {
    password: Boolean(password),
    account: isClosed || attendeeOptions.joinRequiresAccount,
    registration: attendeeOptions.registration,
    admission: attendeeOptions.request,
  };
}

/** The way into a personal room. @throws AccessDenied, AccountRequired, RuleBroken as `entranceToSession`. */
export function entranceToRoom(site: Site, knock: Knock): Entrance {
  checkAccount(site, knock.account, site.settings.pmrForceLogin);
  return withName(
    knock,
    { attendee: undefined, isHost: mayHost(knock.relation), role: roleIn(knock.relation) },
    [],
  );
}

/**
 * What somebody is in a room by how they stand to the session and by their invitation. An alternate host who has not
 * signed in is not known to be one.
 */
export function roleIn(relation: Relation, attendee?: Attendee): StayRole {
  if (relation.isHost) return 'HOST';
  if (relation.isAlternateHost) return 'COHOST';
  if (!attendee) return 'ATTENDEE';
  if (isPanelist(attendee)) return 'PANELIST';
  if (attendee.role === 'PRESENTER' || attendee.role === 'HOST') return 'PRESENTER';
  return attendee.role === 'LIMITED' ? 'LISTENER' : 'ATTENDEE';
}

function checkAccount(site: Site, account: Account | undefined, isRequired: boolean): void {
  if (account) return;
  if (isRequired) throw new AccountRequired();
  if (!admitsStrangers(site)) throw new AccessDenied('sign in first');
}

/** Invited people are let in without an answer; who registered has to be accepted. */
function isLetIn({ joinStatus }: Attendee): boolean {
  return joinStatus === 'ACCEPT' || joinStatus === 'INVITE';
}

function withName(
  knock: Knock,
  { attendee, isHost, role }: Pick<Admitted, 'attendee' | 'isHost' | 'role'>,
  lacks: Lack[],
): Entrance {
  const { account } = knock;
  const own = account && `${account.firstName} ${account.lastName}`.trim();
  const name = (own || knock.name || attendee?.name)?.trim();
  const email = account?.email ?? (knock.email?.trim() || attendee?.email);
  if (!name) lacks.push('name');
  if (!email && !knock.wasAsked) lacks.push('email');
  if (name && (name.length > LONGEST_NAME || /^\p{Cc}*$/u.test(name))) {
    throw new RuleBroken('attendeeName', `must have a visible character and at most ${LONGEST_NAME}`);
  }
  if (email && !isAddress(email)) throw new RuleBroken('attendeeEmail', 'must be one e-mail address');
  if (lacks.length > 0 || !name) return { lacks };
  return { admitted: { name, email: email ?? '', account, attendee, isHost, role } };
}
