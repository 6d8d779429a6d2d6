/** Personal rooms: sessions that always exist. The account's accessCode is the key. */
import { type Account, type AccountWithProfile, isHost } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Site } from '../sites/site.ts';

/** Until then a room is open, 12 hours a day: what the original writes for a room without end (seeds). */
export const ROOM_START = { year: 2065, month: 12, day: 31, hour: 13, minute: 0, second: 0 };
export const ROOM_DURATION = 720;

/** The room of that key, if its owner has one. */
export async function personalRoom(
  accounts: Accounts,
  site: Site,
  sessionKey: number,
): Promise<AccountWithProfile | undefined> {
  const owner = await accounts.findByAccessCode(site, String(sessionKey));
  if (!owner) return undefined;
  const account = await accounts.withProfile(owner);
  return hasPersonalRoom(account) ? account : undefined;
}

/** Whether anybody comes into a room at the account's personal URL. */
export function hasPersonalRoom(account: AccountWithProfile): boolean {
  const { active, accessCode, profile } = account;
  return active === 'ACTIVATED' && accessCode !== null && isHost(account) && profile.privileges.isEnablePMR;
}

export function roomTitle({ firstName, lastName, profile }: AccountWithProfile): string {
  return profile.personalMeetingRoom.title || `${firstName} ${lastName}'s Personal Room`;
}

/** Ten digits, always the same for an account. */
export function roomConfID({ userId }: Pick<Account, 'userId'>): number {
  return 2_000_000_000 + userId;
}
