/** Support sessions: each is for one customer who needs help now. */
import type { AccountWithProfile } from '../accounts/account.ts';
import type { Random } from '../random.ts';
import { hasService, isSchedulable, isSpecialKind, sessionType } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import { drawnPassword } from './password.ts';
import { canBeHost } from './scheduling.ts';
import type { DocumentWish, SessionWish } from './wish.ts';

/** A customer support representative: a host with a session type of the Support Center, on a site that has it. */
export function isRepresentative(site: Site, account: AccountWithProfile): boolean {
  return canBeHost(account) && hasService(site, 'SupportCenter') && supportTypes(site, account).length > 0;
}

/** Those of an account that may be used, in its own order. */
function supportTypes(site: Site, { profile }: AccountWithProfile) {
  return profile.meetingTypes
    .map((id) => sessionType(site, id))
    .filter((type) => type !== undefined)
    .filter((type) => type.serviceType === 'SupportCenter' && isSchedulable(site, type));
}

/**
 * The wish for a session that begins now. It bears the representative's name, is listed nowhere, and waits for its
 * representative: whoever needs help comes in after them. Where the site has every session have a password, one is drawn.
 * @param sessionType -1 and silence are the first type of the representative that is no remote access
 */
export function supportWish(
  site: Site,
  host: AccountWithProfile,
  {
    sessionType: wished = -1,
    tracking,
  }: { sessionType?: number | undefined; tracking?: DocumentWish['tracking'] },
  random: Random,
): SessionWish {
  const confName = `${host.firstName} ${host.lastName}'s support session`;
  const { allMeetingsPassword } = site.settings.security;
  const usual = supportTypes(site, host).find((type) => !isSpecialKind(type));
  return {
    confName,
    sessionType: wished === -1 ? usual?.meetingTypeID : wished,
    timing: { start: 'now' },
    listStatus: 'UNLISTED',
    document: {
      password: allMeetingsPassword ? drawnPassword(site, { confName, host }, random) : undefined,
      openTime: 0,
      tracking,
    },
  };
}
