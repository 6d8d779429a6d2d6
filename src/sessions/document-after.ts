/** A session's document after a wish. */
import type { AccountWithProfile } from '../accounts/account.ts';
import { merged } from '../merge.ts';
import { RuleBroken } from '../refusal.ts';
import { nameToKeep } from '../time/kept-zones.ts';
import type { NewDocument } from './documents/session-document.ts';
import type { Timing } from './timing.ts';
import type { SessionWish } from './wish.ts';

/**
 * Lays what is wished over what is there.
 * @param host whose conference accounts are meant
 * @throws RuleBroken when the host has no conference account of that index.
 */
export function documentAfter<D extends NewDocument>(
  before: D,
  { document = {}, conferenceAccount }: SessionWish,
  { zone, repeat, startLocal, exceptions }: Timing,
  host: AccountWithProfile,
): D {
  const attendeeList = document.enableOptions?.attendeeList;
  const after = {
    ...merged<NewDocument>(before, document),
    repeat,
    startLocal,
    zoneName: nameToKeep(zone),
    excluded: exceptions.map(({ from }) => from),
    exceptions: exceptions.length === 0 ? undefined : exceptions,
    ...(attendeeList !== undefined && { hidesAttendees: !attendeeList }),
  };
  if (conferenceAccount === undefined) return { ...before, ...after };
  const personalAccountIndex = conferenceAccount === 'none' ? undefined : conferenceAccount;
  if (personalAccountIndex !== undefined) checkConferenceAccount(host, personalAccountIndex);
  return { ...before, ...after, telephony: { ...after.telephony, personalAccountIndex } };
}

function checkConferenceAccount({ profile }: AccountWithProfile, index: number): void {
  if (profile.personalTeleconf.accounts.some(({ accountIndex }) => accountIndex === index)) return;
  throw new RuleBroken('accountIndex', 'is not the index of a personal conference account of the host');
}
