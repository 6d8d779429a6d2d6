/** SAML 2.0 single sign-on, as its callers see it. */
import type { Account } from '../../accounts/account.ts';
import type { Site } from '../../sites/site.ts';

/** What the identity provider called somebody: needed to sign them out there. Kept with the browser session. */
export interface SamlSession {
  readonly nameID: string;
  readonly nameIDFormat?: string;
  readonly nameQualifier?: string;
  readonly spNameQualifier?: string;
  readonly sessionIndex?: string;
}

/** What a browser posts to the assertion consumer service. */
export interface SamlForm {
  /** Base64 of the Response. */
  readonly SAMLResponse: string;
  readonly RelayState?: string | undefined;
  /** The field that the site's `targetParameter` names. What is in it is untrusted. */
  readonly target?: string | undefined;
}

/** A message at the single logout service. */
export interface LogoutMessage {
  readonly method: 'GET' | 'POST';
  /** As it came, without the question mark: a signature covers these very bytes. */
  readonly query: string;
  readonly form: URLSearchParams;
}

/** The answer to a sign-in that was tried. */
export interface TriedSignIn {
  /** The name of the site at whose console they are who tried it. */
  readonly home: string;
}

export interface Saml {
  /** Whether the site signs people in by SAML and is set up for it. */
  isReady(site: Site): boolean;

  /**
   * Where the browser is sent to sign in: SP-initiated with an AuthnRequest (HTTP-Redirect binding, signed where the
   * site says so), IdP-initiated to the provider's own address.
   * @param target what `finishSignIn` gives back; the caller judges it
   * @returns `binding` is a secret that the browser keeps in a short-lived cookie, so that nobody can be signed in by
   * a stranger's answer
   * @throws SsoRefused when the site does not use SAML (7), lacks something (9), or no AuthnRequest can be made (26)
   */
  beginSignIn(
    site: Site,
    target: string | undefined,
  ): Promise<{ readonly url: string; readonly binding: string }>;

  /**
   * The POST to the assertion consumer service: everything is verified, the account is found, made or updated, the
   * assertion is used up. What comes back is a one-use code (60 s, stored hashed) that the browser carries by a
   * redirect to a page of the site, where its Lax cookies are sent.
   * @throws SsoRefused when the message is not to be trusted
   */
  takeResponse(site: Site, form: SamlForm): Promise<{ readonly code: string }>;

  /**
   * Begins a sign-in that an administrator tries, on a site that knows its provider, whether it signs people in by it or
   * not. What comes of it is kept for that account (`signOnTests`).
   * @param home the name of the site at whose console they are
   * @returns where to send the browser
   * @throws SsoRefused (9) when the site lacks something
   */
  beginTest(site: Site, account: Pick<Account, 'id'>, home: string): Promise<{ readonly url: string }>;

  /**
   * Takes the answer to such a sign-in: nobody is signed in. Nothing when it answers none.
   * @throws SsoRefused (28) when it was answered before, or began more than ten minutes ago
   */
  takeTest(site: Site, form: SamlForm): Promise<TriedSignIn | undefined>;

  /**
   * Uses the code up. For an SP-initiated sign-in `binding` must be that of `beginSignIn`; for an IdP-initiated one
   * it is not looked at.
   * @throws SsoRefused when it is not the browser's own (28), or the account was stopped meanwhile (16, 17, 18)
   */
  finishSignIn(
    site: Site,
    code: string,
    binding: string | undefined,
  ): Promise<{
    readonly account: Account;
    readonly target: string | undefined;
    readonly samlSession: SamlSession;
  }>;

  /**
   * Whom the samlResponse of AuthenticateUser proves: a Response or a bare Assertion, on IdP-initiated sites only.
   * Makes and updates accounts as the switches of the site say.
   * @param claimed the webExID or e-mail of the security context, which must be the assertion's
   * @param partnerID of the security context; only named in the log when the issuer is not the site's provider
   * @throws SsoRefused when the message is not to be trusted
   */
  accountOf(
    site: Site,
    samlResponse: string,
    claimed: string | undefined,
    partnerID?: string,
  ): Promise<Account>;

  /**
   * Single logout begun here: where to send the browser, or nothing when the site has none.
   * @throws SsoRefused (27) when no LogoutRequest can be made
   */
  beginLogout(site: Site, samlSession: SamlSession): Promise<string | undefined>;

  /**
   * A LogoutRequest of the provider ends every browser session of that NameID (and SessionIndex, when given) on this
   * site and gives the address of our LogoutResponse; a LogoutResponse to ours is checked and gives nothing.
   * @throws SsoRefused when the message is not to be trusted
   */
  takeLogout(site: Site, message: LogoutMessage): Promise<{ readonly respondAt: string | undefined }>;

  /** The service provider's metadata, as the site publishes it. */
  metadata(site: Site): Promise<string>;
}
