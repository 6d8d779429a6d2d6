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
import { type AccessTokens, within } from './access-tokens.ts';
import { personIn } from './claims.ts';
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
  /** Epoch milliseconds. */
  readonly until: number;
}

export interface Begun {
  /** Where to send the browser. */
  readonly url: string;
  /** For the browser to keep. */
  readonly binding: string;
}

export interface BrowserSignInParts {
  readonly clock: Clock;
  readonly random: Random;
  /** The installation's key. */
  readonly secret: Buffer;
  readonly accessTokens: AccessTokens;
  readonly signIn: SignIn;
}

export type BrowserSignIn = ReturnType<typeof openBrowserSignIn>;

/** Errors of both: `SsoRefused`, with the numbers that single sign-on has for the like. */
export function openBrowserSignIn({ clock, random, secret, accessTokens, signIn }: BrowserSignInParts) {
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

  return {
    /** @param redirectUri the page that the provider sends the browser back to */
    async begin(site: Site, redirectUri: string, target: string | undefined): Promise<Begun> {
      return named(async () => {
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
        return { url: url.href, binding: sealed({ site: site.id, state, nonce, verifier, target, until }) };
      });
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
      const { state, nonce, verifier, target } = unsealed(binding, site);
      return named(async () => {
        const openid = await import('openid-client');
        const client = await clientOf(site, accessTokens.providerOf(site), clock, within(site));
        openid.enableNonRepudiationChecks(client);
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        const tokens = await openid.authorizationCodeGrant(client, arrived, {
          ...checks,
          idTokenExpected: true,
        });
        const account = await signIn.named(site, { webExID: personIn(tokens.claims() ?? {}, site) });
        if (!account) throw new SsoRefused(3, 'the provider has signed in somebody without an account');
        return { account: signIn.standing(account), target };
      });
    },
  };
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
