/** Who calls: a site and one of its administrators, by a ticket or by name and password. */
import { type Account, AccountNotFound } from '../accounts/account.ts';
import type { Actor } from '../acting.ts';
import type { Context } from '../context.ts';
import { checkUsesNbr } from '../policies/nbr.ts';
import { Refusal } from '../refusal.ts';
import { SessionTicketInvalid, WrongCredentials } from '../sign-in/failures.ts';
import { NbrTicketInvalid } from '../sign-in/nbr-tickets.ts';
import type { ServiceType } from '../sites/service-type.ts';
import { type Site, SiteClosed } from '../sites/site.ts';
import type { ThrottleGroup } from '../throttle/throttle.ts';

/** The one answer to a wrong site, a wrong name and a wrong password: which of them it is helps only who guesses. */
export class NbrSignInRefused extends Refusal {
  constructor() {
    super('siteId, user name and password do not belong together');
  }
}

export interface Entered {
  readonly site: Site;
  readonly account: Account;
  /** That of the ticket; nothing where all services are meant. */
  readonly service: ServiceType | undefined;
}

export class NbrCaller {
  readonly #app: Context;
  /** For the log. */
  site: string | undefined;
  account: string | undefined;
  /** The site itself. */
  found: Site | undefined;
  #accountId: number | undefined;

  constructor(app: Context) {
    this.#app = app;
  }

  /**
   * Either ticket opens everything.
   * @throws NbrTicketInvalid
   * @throws AccountLocked, AccountInactive, AccountExpired, AccessDenied, SiteClosed, RateLimitReached
   */
  async byTicket(siteId: number, ticket: string, group: ThrottleGroup): Promise<Entered> {
    const site = await this.#siteOf(siteId);
    if (!site) throw new NbrTicketInvalid();
    const { account, service } = await this.#app.nbrTickets.holderOf(ticket, site);
    return this.#enter({ site, account: this.#app.signIn.standing(account), service }, group);
  }

  /**
   * Wrong passwords count against the account, as wherever it signs in.
   * @throws NbrSignInRefused
   * @throws AccountLocked, AccountInactive, AccountExpired, PasswordExpired, AccessDenied, SiteClosed, RateLimitReached
   */
  async byPassword(
    siteId: number,
    username: string,
    password: string,
    group: ThrottleGroup,
  ): Promise<Entered> {
    const { passwords, signIn } = this.#app;
    const site = await this.#siteOf(siteId);
    if (!site) {
      await passwords.refuse(password);
      throw new NbrSignInRefused();
    }
    const account = await signIn.byPassword(site, username, password).catch((error: unknown) => {
      const isWrong = error instanceof AccountNotFound || error instanceof WrongCredentials;
      throw isWrong ? new NbrSignInRefused() : error;
    });
    signIn.checkPasswordAge(account, site);
    return this.#enter({ site, account, service: undefined }, group);
  }

  /**
   * By a ticket of these services or by a session ticket, which is of any account.
   * @throws NbrTicketInvalid
   * @throws AccountLocked, AccountInactive, AccountExpired, AccessDenied, SiteClosed, RateLimitReached
   */
  async byAppToken(siteId: number, token: string, group: ThrottleGroup): Promise<Entered> {
    const site = await this.#siteOf(siteId);
    if (!site) throw new NbrTicketInvalid();
    const account = await this.#app.signIn.bySessionTicket(site, {}, token).catch((error: unknown) => {
      if (error instanceof SessionTicketInvalid) return undefined;
      throw error;
    });
    if (!account) return this.byTicket(siteId, token, group);
    this.account = account.webExId;
    this.#accountId = account.id;
    await this.#app.throttle.count(site, group);
    return { site, account, service: undefined };
  }

  /**
   * The site, where the key is that of the meeting.
   * @throws SiteClosed, RateLimitReached
   */
  async byReportKey(
    siteId: number,
    confID: number,
    key: string,
    group: ThrottleGroup,
  ): Promise<Site | undefined> {
    const site = await this.#siteOf(siteId);
    if (!site || !this.#app.nbrTickets.isReportKey(key, site, confID)) return undefined;
    await this.#app.throttle.count(site, group);
    return site;
  }

  /** Who acts, as far as it is known by now. */
  actor(address: string | undefined, requestId: string): Actor {
    const { site, account: name = '' } = this;
    const accountId = this.#accountId;
    const kind = accountId === undefined ? 'visitor' : 'account';
    return { kind, accountId, name, site, face: 'nbr', address, requestId };
  }

  async #siteOf(siteId: number): Promise<Site | undefined> {
    const site = await this.#app.sites.bySiteID(siteId);
    if (site && site.status !== 'ACTIVE') throw new SiteClosed(site.siteName);
    this.site = site?.siteName;
    this.found = site;
    return site;
  }

  async #enter(entered: Entered, group: ThrottleGroup): Promise<Entered> {
    const { site, account } = entered;
    this.account = account.webExId;
    this.#accountId = account.id;
    checkUsesNbr(account);
    await this.#app.throttle.count(site, group);
    return entered;
  }
}
