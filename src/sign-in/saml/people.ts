/** From whom an assertion speaks of to an account: found, made or brought up to date. */
import type { Account, AccountWithProfile } from '../../accounts/account.ts';
import type { AccountChange, Accounts } from '../../accounts/accounts.ts';
import type { Clock } from '../../clock.ts';
import { Refusal } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';
import type { AccountOutcome } from '../sign-on-tests/sign-on-result.ts';
import { hasExpired } from '../standing.ts';
import { type Person, stampOf, unfit, unfitValues } from './asserted-person.ts';
import type { SsoErrorNumber } from './sso-errors.ts';

export type People = ReturnType<typeof openPeople>;

export function openPeople(accounts: Accounts, clock: Clock) {
  /** By the webExID; a uid that is an address is an e-mail too. */
  async function find(site: Site, { uid }: Person): Promise<Account | undefined> {
    const account = await accounts.find(site, uid);
    if (account || !uid.includes('@')) return account;
    const addressed = await accounts.findByEmail(site, uid);
    // Whoever gives their account somebody else's address must not be taken for them.
    return addressed?.emailConfirmed ? addressed : undefined;
  }

  async function create(site: Site, person: Person): Promise<Account> {
    const { firstName, lastName, email } = newcomer(site, person);
    const { uid, timeZoneID, profile, updateTimeStamp } = person;
    const ssoUpdatedAt = updateTimeStamp === undefined ? undefined : stampOf(updateTimeStamp);
    return orRefused(31, () =>
      accounts.create(site, {
        webExId: uid,
        email,
        firstName,
        lastName,
        passwordHash: null,
        timeZoneID,
        profile: { ...profile, ssoUpdatedAt },
      }),
    );
  }

  /** The stamp of what is newer than the one of last time; nothing when there is nothing to bring up to date. */
  async function newStamp(site: Site, account: Account, person: Person): Promise<number | undefined> {
    const { firstName, lastName, email, profile, updateTimeStamp } = person;
    if (!site.settings.samlSSO.autoAccountUpdate || updateTimeStamp === undefined) return undefined;
    const stamp = stampOf(updateTimeStamp);
    if (stamp === undefined) throw new SsoRefused(32, 'the updateTimeStamp cannot be read');
    if (!isNewer(stamp, await accounts.withProfile(account))) return undefined;
    const why = unfitValues({ firstName, lastName, email, tracking: profile.tracking });
    if (why) throw new SsoRefused(32, why);
    return stamp;
  }

  async function update(site: Site, account: Account, person: Person): Promise<Account> {
    const stamp = await newStamp(site, account, person);
    if (stamp === undefined) return account;
    const { firstName, lastName, email, timeZoneID, profile } = person;
    await orRefused(32, () =>
      accounts.change(site, account.webExId, (current): AccountChange => {
        if (!isNewer(stamp, current)) return {};
        return {
          ...(firstName !== undefined && { firstName }),
          ...(lastName !== undefined && { lastName }),
          ...(email !== undefined && { email, emailConfirmed: true }),
          timeZoneID,
          profile: { ...profile, ssoUpdatedAt: stamp },
        };
      }),
    );
    return (await accounts.findById(account.id)) ?? account;
  }

  return {
    /**
     * The account, which may be used now.
     * @throws SsoRefused (3, 16, 17, 18, 31, 32) when the person has no account and gets none, or may not sign in
     */
    async accountOf(site: Site, person: Person): Promise<Account> {
      const found = await find(site, person);
      if (!found) {
        return create(site, person).catch(async (error: unknown) => {
          // Somebody who comes twice at the same time is made once.
          const made = await find(site, person);
          if (!made) throw error;
          return made;
        });
      }
      checkStanding(found, clock.now());
      return update(site, found, person);
    },

    /**
     * What `accountOf` would do now; it only reads.
     * @throws SsoRefused as `accountOf` would
     */
    async outcomeFor(site: Site, person: Person): Promise<AccountOutcome> {
      const found = await find(site, person);
      if (!found) {
        const { email } = newcomer(site, person);
        const isTaken = (await accounts.findByEmail(site, email)) !== undefined;
        if (isTaken) throw new SsoRefused(31, `the address ${email} is another account's`);
        return { webExID: person.uid, outcome: 'made' };
      }
      checkStanding(found, clock.now());
      const isChanged = (await newStamp(site, found, person)) !== undefined;
      return { webExID: found.webExId, outcome: isChanged ? 'changed' : 'found' };
    },
  };
}

function isNewer(stamp: number, { profile }: AccountWithProfile): boolean {
  return stamp > (profile.ssoUpdatedAt ?? -1);
}

/** @throws SsoRefused when no account is made on its own (3), or not of this (31) */
function newcomer(site: Site, person: Person): { firstName: string; lastName: string; email: string } {
  const { firstName, lastName, email } = person;
  if (!site.settings.samlSSO.autoAccountCreation) {
    throw new SsoRefused(3, 'accounts are not made on their own');
  }
  const why = unfit(person);
  if (why || firstName === undefined || lastName === undefined || email === undefined) {
    throw new SsoRefused(31, why ?? 'a name is missing');
  }
  return { firstName, lastName, email };
}

/**
 * Wrong passwords that somebody else tries keep nobody out of single sign-on.
 * @throws SsoRefused (16, 17, 18) when the account may not sign in
 */
export function checkStanding(account: Account, now: number): void {
  if (account.locked) throw new SsoRefused(16, `${account.webExId} is locked`);
  if (account.active !== 'ACTIVATED') throw new SsoRefused(18, `${account.webExId} is not activated`);
  if (hasExpired(account, now)) throw new SsoRefused(17, `${account.webExId} has expired`);
}

async function orRefused<T>(number: SsoErrorNumber, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new SsoRefused(number, error.message);
  }
}
