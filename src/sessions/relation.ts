/** How a caller stands to a session. What that lets them do is judged in `policies/session.ts`. */
import {
  type Account,
  type AccountWithProfile,
  isHost,
  isReadOnlyAdmin,
  isSiteAdmin,
} from '../accounts/account.ts';
import { roomHosting } from '../accounts/meeting-preferences.ts';
import type { Executor } from '../database/database.ts';
import type { Session } from './session.ts';
import { MEMBER, type Sessions } from './sessions.ts';

export interface Relation {
  /** Is known to the site, however they stand to the session. */
  readonly hasAccount: boolean;
  readonly isHost: boolean;
  readonly isAlternateHost: boolean;
  readonly isInvited: boolean;
  readonly isCreator: boolean;
  /** May change everything on the site, or read everything. */
  readonly administers: boolean;
  readonly reads: boolean;
}

export const STRANGER: Relation = {
  hasAccount: false,
  isHost: false,
  isAlternateHost: false,
  isInvited: false,
  isCreator: false,
  administers: false,
  reads: false,
};

/** @param on the transaction that it is read in, for what is judged inside a write */
export async function relationOf(
  sessions: Pick<Sessions, 'membership'>,
  session: Session,
  account: Account,
  on?: Executor,
): Promise<Relation> {
  const kinds = account.id === session.host ? MEMBER.host : await sessions.membership(session, account, on);
  return {
    hasAccount: true,
    isHost: account.id === session.host,
    isAlternateHost: (kinds & MEMBER.alternateHost) !== 0,
    isInvited: (kinds & MEMBER.invited) !== 0,
    isCreator: account.id === session.creator,
    administers: isSiteAdmin(account),
    reads: isSiteAdmin(account) || isReadOnlyAdmin(account),
  };
}

/** To a personal room, which has no people but its owner and those whom they let host it. */
export function roomRelation(owner: AccountWithProfile, account: Account): Relation {
  const isOwner = account.id === owner.id;
  return {
    ...STRANGER,
    hasAccount: true,
    isHost: isOwner,
    isAlternateHost: !isOwner && hostsRoomOf(owner, account),
    isCreator: isOwner,
    administers: isSiteAdmin(account),
    reads: isSiteAdmin(account) || isReadOnlyAdmin(account),
  };
}

/** Whom the owner has named, by an address that is known to be theirs, or every host of the site. */
function hostsRoomOf({ profile }: AccountWithProfile, account: Account): boolean {
  const { supportCoHost, supportAnyoneAsCoHost, coHosts } = roomHosting(profile);
  if (!supportCoHost || !isHost(account) || account.active !== 'ACTIVATED') return false;
  if (supportAnyoneAsCoHost) return true;
  const address = account.email.toLowerCase();
  return account.emailConfirmed && coHosts.some(({ email }) => email.toLowerCase() === address);
}
