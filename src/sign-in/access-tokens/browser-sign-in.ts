/**
 * Signing in to a CI site by browser at its OpenID provider: authorization code with PKCE (OpenID Connect Core 1.0,
 * 3.1; RFC 7636). What has to be known when the browser comes back is sealed and kept in that browser.
 */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Account } from '../../accounts/account.ts';
import type { Clock } from '../../clock.ts';
import type { Random } from '../../random.ts';
import { Refusal } from '../../refusal.ts';
import type { Site } from '../../sites/site.ts';
import {
  AccessTokenInvalid,
  AccountExpired,
  AccountInactive,
  AccountLocked,
  IdentityProviderSilent,
  IdentityProviderWrong,
  SsoRefused,
} from '../failures.ts';
import type { SignIn } from '../sign-in.ts';
import { Findings, type SignOnResult } from '../sign-on-tests/sign-on-result.ts';
import type { SignOnTests } from '../sign-on-tests/sign-on-tests.ts';
import { NOBODY, OPENID_STEPS, type OpenIdStep, type Witness } from '../sign-on-tests/witness.ts';
import { type AccessTokens, within } from './access-tokens.ts';
import { type Claims, personIn } from './claims.ts';
import { clientOf, failureOf } from './client.ts';

/** Milliseconds that somebody may stay at the provider. */
const LIFE = 10 * 60_000;

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What is kept while the browser is away. */
interface Away {
  readonly site: number;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** An address of the site to come to afterwards. */
  readonly target?: string | undefined;
  /** The name of the test that this is. */
  readonly test?: string | undefined;
  /** Epoch milliseconds. */
  readonly until: number;
}

export interface Begun {
  /** Where to send the browser. */
  readonly url: string;
  /** For the browser to keep. */
  readonly binding: string;
}

/** A sign-in that was tried. */
export interface TriedAt {
  /** The name of the site at whose console they are who tried it. */
  readonly home: string;
}

export interface BrowserSignInParts {
  readonly clock: Clock;
  readonly random: Random;
  /** The installation's key. */
  readonly secret: Buffer;
  readonly accessTokens: AccessTokens;
  readonly signIn: SignIn;
  readonly tests: SignOnTests;
}

export type BrowserSignIn = ReturnType<typeof openBrowserSignIn>;

/** Errors of both: `SsoRefused`, with the numbers that single sign-on has for the like. */
export function openBrowserSignIn({
  clock,
  random,
  secret,
  accessTokens,
  signIn,
  tests,
}: BrowserSignInParts) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'OpenID sign-in by browser', 32));

  function sealed(away: Away): string {
    const iv = random.bytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, iv);
    const text = Buffer.concat([cipher.update(JSON.stringify(away)), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
  }

  function unsealed(binding: string | undefined, site: Site): Away {
    const away = binding === undefined ? undefined : opened(Buffer.from(binding, 'base64url'), key);
    if (!away || away.site !== site.id || away.until <= clock.now()) {
      throw new SsoRefused(28, 'this browser has begun no sign-in here, or too long ago');
    }
    return away;
  }

  /** Asks the provider where to send the browser. */
  async function sendTo(
    site: Site,
    redirectUri: string,
    more: Pick<Away, 'target' | 'test'>,
  ): Promise<Begun> {
    const openid = await import('openid-client');
    const client = await clientOf(site, accessTokens.providerOf(site), clock, within(site));
    const verifier = openid.randomPKCECodeVerifier();
    const [state, nonce] = [openid.randomState(), openid.randomNonce()];
    const url = openid.buildAuthorizationUrl(client, {
      redirect_uri: redirectUri,
      scope: 'openid email',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const until = clock.now() + LIFE;
    return { url: url.href, binding: sealed({ site: site.id, state, nonce, verifier, until, ...more }) };
  }

  /** What the provider asserts of whoever has come back, and the account that it leads to. */
  async function prove(
    site: Site,
    arrived: URL,
    { state, nonce, verifier }: Away,
    witness: Witness<OpenIdStep>,
    says: (claims: Claims) => void = () => {},
  ): Promise<Account> {
    const openid = await import('openid-client');
    const client = await clientOf(site, accessTokens.providerOf(site), clock, within(site));
    witness.held('provider', client.serverMetadata().issuer);
    openid.enableNonRepudiationChecks(client);
    const { searchParams } = arrived;
    if (searchParams.has('code') && searchParams.get('state') === state) witness.held('answer');
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
    const tokens = await openid.authorizationCodeGrant(client, arrived, { ...checks, idTokenExpected: true });
    witness.held('tokens');
    const claims = tokens.claims() ?? {};
    says(claims);
    const webExID = personIn(claims, site);
    witness.held('person', webExID);
    const account = await signIn.named(site, { webExID });
    if (!account) throw new SsoRefused(3, 'the provider has signed in somebody without an account');
    return signIn.standing(account);
  }

  async function tried(site: Site, arrived: URL, away: Away): Promise<SignOnResult> {
    const findings = new Findings(OPENID_STEPS);
    const says = (claims: Claims) => findings.says(Object.entries(claims).map(shownClaim));
    try {
      const account = await named(() => prove(site, arrived, away, findings, says));
      findings.held('account', account.webExId);
      findings.leadsTo({ webExID: account.webExId, outcome: 'found' });
      return findings.result();
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      return findings.result({ number: error.number, detail: error.detail });
    }
  }

  return {
    /** @param redirectUri the page that the provider sends the browser back to */
    async begin(site: Site, redirectUri: string, target: string | undefined): Promise<Begun> {
      return named(() => sendTo(site, redirectUri, { target }));
    },

    /**
     * Begins a sign-in that an administrator tries. A provider that cannot even be asked is its result.
     * @param test its name, which `tests` knows
     * @throws SsoRefused (28) when it was answered before, or began too long ago
     */
    async beginTest(site: Site, redirectUri: string, test: string): Promise<Begun | TriedAt> {
      const open = await tests.open(site, 'openid', test);
      if (!open) throw new SsoRefused(28, 'there is no such test sign-in');
      try {
        return await named(() => sendTo(site, redirectUri, { test }));
      } catch (error) {
        if (!(error instanceof SsoRefused)) throw error;
        const findings = new Findings(OPENID_STEPS);
        await tests.end(open, findings.result({ number: error.number, detail: error.detail }));
        return { home: open.home };
      }
    },

    /**
     * Takes the end of such a sign-in: nobody is signed in. Nothing where the browser has begun no test.
     * @param arrived as `finish` takes it
     * @throws SsoRefused (28) when it was answered before, or began too long ago
     */
    async finishTest(site: Site, arrived: URL, binding: string | undefined): Promise<TriedAt | undefined> {
      const away = unsealed(binding, site);
      if (away.test === undefined) return undefined;
      const open = await tests.open(site, 'openid', away.test);
      if (!open) throw new SsoRefused(28, 'there is no such test sign-in');
      await tests.end(open, await tried(site, arrived, away));
      return { home: open.home };
    },

    /**
     * @param arrived the address at which the browser has come back, with its whole query; without the query it is
     *   the redirectUri of before
     * @param binding what the browser has kept
     */
    async finish(
      site: Site,
      arrived: URL,
      binding: string | undefined,
    ): Promise<{ account: Account; target: string | undefined }> {
      const away = unsealed(binding, site);
      if (away.test !== undefined) throw new SsoRefused(28, 'this browser has begun a test');
      const account = await named(() => prove(site, arrived, away, NOBODY));
      return { account, target: away.target };
    },
  };
}

/** Letters of what a claim says. */
const LONGEST_CLAIM = 200;

function shownClaim([name, value]: [string, unknown]): [string, string[]] {
  const texts = [value].flat().map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return [name, texts.map((text) => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, LONGEST_CLAIM))];
}

function opened(sealed: Buffer, key: Buffer): Away | undefined {
  if (sealed.length <= NONCE_BYTES + TAG_BYTES) return undefined;
  const cipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  cipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const text = Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
    return JSON.parse(text.toString()) as Away;
  } catch {
    return undefined;
  }
}

/** What went wrong, by the numbers that a person is told. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SsoRefused) throw error;
    if (error instanceof AccountLocked) throw new SsoRefused(16, error.message);
    if (error instanceof AccountExpired) throw new SsoRefused(17, error.message);
    if (error instanceof AccountInactive) throw new SsoRefused(18, error.message);
    if (error instanceof AccessTokenInvalid) throw new SsoRefused(9, error.message);
    const failure = error instanceof Refusal ? error : failureOf(error, 'the sign-in at the provider');
    if (failure instanceof IdentityProviderSilent) throw new SsoRefused(11, failure.message);
    if (failure instanceof IdentityProviderWrong) throw new SsoRefused(13, failure.message);
    throw error;
  }
}
