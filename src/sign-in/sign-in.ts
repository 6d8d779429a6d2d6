/** Who is calling: from the credentials of a request to an account that may be used. */
import { type Account, AccountNotFound } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import type { Site } from '../sites/site.ts';
import type { AccessTokens } from './access-tokens/access-tokens.ts';
import {
  AccessTokenInvalid,
  AccountLocked,
  CredentialsMissing,
  LoginTicketInvalid,
  PasswordExpired,
  SessionTicketInvalid,
  WrongCredentials,
} from './failures.ts';
import type { Attempt, Passwords } from './passwords.ts';
import {
  checkActive,
  checkLock,
  lockedOutUntil,
  lockoutWindowStart,
  passwordExpiresAt,
  triesOf,
} from './standing.ts';
import type { Tickets } from './tickets.ts';

/** What a request says of its caller; the credential is one of the last three. */
export interface Credentials {
  readonly webExID?: string | undefined;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
  readonly sessionTicket?: string | undefined;
  readonly webExAccessToken?: string | undefined;
}

export type SignIn = ReturnType<typeof openSignIn>;

/** @param onLockout told when wrong passwords have locked an account */
export function openSignIn(
  accounts: Accounts,
  passwords: Passwords,
  tickets: Tickets,
  accessTokens: AccessTokens,
  clock: Clock,
  onLockout: (site: Site, account: Account) => void,
) {
  /** A webExID, or an e-mail in its place: every site takes both. */
  function named(site: Site, { webExID, email }: Credentials): MaybePromise<Account | undefined> {
    if (webExID === undefined) return email === undefined ? undefined : accounts.findByEmail(site, email);
    return andThen(accounts.find(site, webExID), (account) => account ?? accounts.findByEmail(site, webExID));
  }

  /** At once where the password is remembered. */
  function byPassword(
    site: Site,
    account: Account | undefined,
    claimed: string,
    password: string,
  ): MaybePromise<Account> {
    if (!account) return byNobody(claimed, password);
    checkLock(account, site, clock.now());
    const verified = passwords.verify(account, password, attemptOf(account, site));
    if (verified === true) {
      checkActive(account, clock.now());
      return account;
    }
    return verified.then((isRight) => afterHash(isRight, site, account, claimed));
  }

  async function byNobody(claimed: string, password: string): Promise<never> {
    await passwords.refuse(password);
    throw new AccountNotFound(claimed);
  }

  /** The account as it is now: a hash takes its time. */
  async function afterHash(isRight: boolean, site: Site, { id }: Account, claimed: string): Promise<Account> {
    const current = await accounts.findById(id);
    if (!isRight) {
      if (current && lockedOutUntil(current, site, clock.now()) !== undefined) onLockout(site, current);
      throw new WrongCredentials();
    }
    if (!current) throw new AccountNotFound(claimed);
    checkActive(current, clock.now());
    return current;
  }

  /**
   * The account of somebody who did not come by password: wrong passwords that somebody else tries do not
   * keep them out.
   * @throws AccountLocked when an administrator has locked the account
   * @throws AccountInactive when the account is deactivated
   * @throws AccountExpired when the account's time is over
   */
  function standing(account: Account): Account {
    if (account.locked) throw new AccountLocked();
    checkActive(account, clock.now());
    return account;
  }

  function attemptOf(account: Account, site: Site): Attempt {
    return {
      async begin() {
        const windowStart = lockoutWindowStart(site, clock.now());
        if (!(await accounts.countAttempt(account, windowStart, triesOf(site)))) throw new AccountLocked();
      },
      async recheck() {
        const current = await accounts.findById(account.id);
        if (current) checkLock(current, site, clock.now());
      },
      succeed: () => accounts.forgetFailures(account),
    };
  }

  return {
    named,
    standing,

    /**
     * The account that the credentials prove.
     * @throws CredentialsMissing when nothing proves who calls
     * @throws AccountNotFound when there is no such account
     * @throws WrongCredentials when the password is wrong
     * @throws SessionTicketInvalid when the ticket is unknown, another site's or expired
     * @throws what `byAccessToken` throws
     */
    identify(site: Site, credentials: Credentials): MaybePromise<Account> {
      const { password, sessionTicket, webExAccessToken } = credentials;
      if (sessionTicket !== undefined) return this.bySessionTicket(site, credentials, sessionTicket);
      if (password !== undefined) {
        const claimed = credentials.webExID ?? credentials.email;
        if (claimed === undefined) throw new CredentialsMissing('webExID');
        return andThen(named(site, credentials), (account) => byPassword(site, account, claimed, password));
      }
      if (webExAccessToken !== undefined) return this.byAccessToken(site, credentials, webExAccessToken);
      throw new CredentialsMissing('password');
    },

    /** By a webExID (or e-mail) and its password, as a browser sends them. */
    async byPassword(site: Site, webExID: string, password: string): Promise<Account> {
      return byPassword(site, await named(site, { webExID }), webExID, password);
    },

    /** The ticket's holder, who must be the one that is named when one is named. */
    async bySessionTicket(site: Site, credentials: Credentials, sessionTicket: string): Promise<Account> {
      const account = await tickets.holderOf(sessionTicket, site);
      const { webExID, email } = credentials;
      const claimed = webExID ?? email;
      if (claimed !== undefined && !isNamed(account, claimed)) throw new SessionTicketInvalid();
      return standing(account);
    },

    /**
     * By an access token of the site's OpenID provider: the person's account, which must be the one that is named
     * when one is named.
     * @throws AccessTokenInvalid when the token is not one for this site, or has expired
     * @throws IdentityProviderSilent when the provider does not answer in time
     * @throws IdentityProviderWrong when the provider answers wrongly
     * @throws AccountLocked when the account is locked
     * @throws AccountInactive when the account is deactivated
     * @throws AccountExpired when the account's time is over
     */
    async byAccessToken(site: Site, { webExID, email }: Credentials, accessToken: string): Promise<Account> {
      const person = await accessTokens.personOf(site, accessToken);
      const account = await named(site, { webExID: person });
      if (!account) throw new AccessTokenInvalid('the token is of somebody without an account');
      const claimed = webExID ?? email;
      if (claimed !== undefined && !isNamed(account, claimed)) {
        throw new AccessTokenInvalid('the token is of another account than the one that is named');
      }
      return standing(account);
    },

    /**
     * By a login ticket, which is used up. Only who holds one learns how the account stands.
     * @throws LoginTicketInvalid when the ticket is unknown, another's, used or expired
     * @throws AccountLocked when the account is locked
     * @throws AccountInactive when the account is deactivated
     * @throws AccountExpired when the account's time is over
     */
    async byLoginTicket(site: Site, webExID: string, ticket: string): Promise<Account> {
      const account = await named(site, { webExID });
      if (!account) throw new LoginTicketInvalid();
      await tickets.spendLoginTicket(account, ticket);
      return standing(account);
    },

    /** Whether the site asks for a new password. */
    hasExpiredPassword(account: Account, site: Site): boolean {
      const until = passwordExpiresAt(account, site);
      return until !== undefined && until <= clock.now();
    },

    /** @throws PasswordExpired when the site asks for a new password */
    checkPasswordAge(account: Account, site: Site): void {
      if (this.hasExpiredPassword(account, site)) throw new PasswordExpired();
    },
  };
}

/** By webExID or e-mail, in any case. */
export function isNamed(account: Account, claimed: string): boolean {
  const key = claimed.toLowerCase();
  return account.webExId.toLowerCase() === key || account.email.toLowerCase() === key;
}
