/** The site and the account of a message's security context, each found when it is first asked for. */
import { type Account, AccountNotFound } from '../accounts/account.ts';
import type { Actor } from '../acting.ts';
import type { Context } from '../context.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import { admitsStrangers } from '../policies/site.ts';
import { CredentialsMissing } from '../sign-in/failures.ts';
import { type GsbStatus, type Site, SiteClosed } from '../sites/site.ts';
import type { SecurityContext } from './envelopes/message-type.ts';
import { MessageRefused } from './exceptions/message-refused.ts';
import type { Identify } from './operation.ts';

/** Who was found, for the log. */
export interface CallerTrace {
  site?: string | undefined;
  /** The site itself. */
  found?: Site | undefined;
  caller?: string | undefined;
  /** What the message says of them, for a call whose caller was not found. */
  tried?: Tried | undefined;
}

interface Tried {
  readonly site: string | undefined;
  readonly webExID: string | undefined;
}

/** Letters of a name that is logged. */
const LONGEST_NAME = 128;

export class Caller {
  private readonly context: Context;
  readonly credentials: SecurityContext;
  private readonly host: string | undefined;
  private readonly trace: CallerTrace;
  private foundSite: Site | undefined;
  private foundAccount: Account | undefined;
  /** By what was looked at. A wrong credential stays wrong for the whole message, and counts once. */
  private readonly proofs: { ticket?: MaybePromise<Account>; password?: MaybePromise<Account> } = {};

  constructor(context: Context, credentials: SecurityContext, host: string | undefined, trace: CallerTrace) {
    this.context = context;
    this.credentials = credentials;
    this.host = host;
    this.trace = trace;
  }

  /** Whom the message names, for the log of a refusal. */
  get tried(): Tried {
    const { siteName, siteID, webExID, email } = this.credentials;
    const site = siteName ?? (siteID === undefined ? undefined : String(siteID));
    return { site: site?.slice(0, LONGEST_NAME), webExID: (webExID ?? email)?.slice(0, LONGEST_NAME) };
  }

  /** Who acts, as far as it is known by now. */
  actor(address: string | undefined, requestId: string | undefined): Actor {
    const { foundAccount: account, foundSite } = this;
    const from = { face: 'xml', site: foundSite?.siteName, address, requestId } as const;
    if (!account) return { ...from, kind: 'visitor', name: this.tried.webExID ?? '' };
    return { ...from, kind: 'account', accountId: account.id, name: account.webExId };
  }

  /** BACKUP when the site or the installation says so. */
  get gsbStatus(): GsbStatus {
    const own = this.context.settings.gsbStatus as GsbStatus;
    return own === 'BACKUP' ? own : (this.foundSite?.settings.gsbStatus ?? own);
  }

  /** Whether the site refuses what is unknown. */
  get isStrict(): boolean {
    return this.foundSite?.settings.xmlAPI.strict ?? false;
  }

  /**
   * @throws MessageRefused (siteMissing, siteUnknown, sitesDisagree) when the message names no site.
   * @throws SiteClosed
   */
  site(): MaybePromise<Site> {
    const site = this.foundSite ?? this.findSite();
    return site instanceof Promise ? site.then((answer) => this.enter(answer)) : this.enter(site);
  }

  private enter(site: Site | undefined): Site {
    if (!site) throw new MessageRefused('siteUnknown');
    if (site.status !== 'ACTIVE') throw new SiteClosed(site.siteName);
    this.foundSite = site;
    this.trace.site = site.siteName;
    this.trace.found = site;
    return site;
  }

  /** For operations that need no site: only its gsbStatus matters. */
  async siteIfAny(): Promise<void> {
    const { siteName, siteID } = this.credentials;
    if (siteName !== undefined) this.foundSite ??= await this.context.sites.byName(siteName);
    else if (siteID !== undefined) this.foundSite ??= await this.context.sites.bySiteID(siteID);
    if (this.foundSite?.status === 'ACTIVE') this.trace.found = this.foundSite;
  }

  /** The only way to a caller: every operation comes through here, however it is declared. */
  readonly identify: Identify = (by, withExpiredPassword = false) =>
    andThen(this.site(), (site) => {
      const { sessionTicket, password } = this.credentials;
      const looksAtTicket = by === 'anyCredential' && sessionTicket !== undefined;
      const comesByPassword = looksAtTicket || password !== undefined;
      return andThen(this.proven(site, looksAtTicket), (account) => {
        this.trace.caller = account.webExId;
        this.foundAccount = account;
        // Whom the identity provider vouches for is not asked about their password.
        if (comesByPassword && !withExpiredPassword) this.context.signIn.checkPasswordAge(account, site);
        return account;
      });
    });

  readonly visitor = async (): Promise<Account | undefined> => {
    const { password, sessionTicket, webExAccessToken } = this.credentials;
    if ((password ?? sessionTicket ?? webExAccessToken) !== undefined) return this.identify('anyCredential');
    if (!admitsStrangers(await this.site())) throw new CredentialsMissing('webExID');
    return undefined;
  };

  /** Proven once a message; looked up anew for every further operation, which may have changed the account. */
  private proven(site: Site, looksAtTicket: boolean): MaybePromise<Account> {
    const by = looksAtTicket ? 'ticket' : 'password';
    const earlier = this.proofs[by];
    if (earlier) return this.provenAgain(earlier);
    const { credentials } = this;
    const ignoresTicket = !looksAtTicket && credentials.sessionTicket !== undefined;
    const proof = this.context.signIn.identify(
      site,
      ignoresTicket ? { ...credentials, sessionTicket: undefined } : credentials,
    );
    this.proofs[by] = proof;
    return proof;
  }

  private async provenAgain(earlier: MaybePromise<Account>): Promise<Account> {
    const account = await this.context.accounts.findById((await earlier).id);
    if (!account) throw new AccountNotFound(this.credentials.webExID ?? '');
    return account;
  }

  private findSite(): MaybePromise<Site | undefined> {
    const { siteName, siteID } = this.credentials;
    if (siteName !== undefined && siteID === undefined) return this.context.sites.byName(siteName);
    return this.findSiteOtherwise();
  }

  private async findSiteOtherwise(): Promise<Site | undefined> {
    const { sites } = this.context;
    const { siteName, siteID } = this.credentials;
    if (siteName !== undefined && siteID !== undefined) {
      const [named, numbered] = [await sites.byName(siteName), await sites.bySiteID(siteID)];
      if (named && numbered && named.id !== numbered.id) throw new MessageRefused('sitesDisagree');
      return numbered && named;
    }
    if (siteID !== undefined) return sites.bySiteID(siteID);
    const label = this.host && /^([a-z0-9-]+)\./i.exec(this.host)?.[1];
    const hosted = label ? await sites.byName(label) : undefined;
    if (!hosted) throw new MessageRefused('siteMissing');
    return hosted;
  }
}
