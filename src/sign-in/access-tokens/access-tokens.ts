/** Access tokens of the OpenID provider of a CI site (release notes 9.0.0, "Enhancement To User Authentication"). */
import type { Clock } from '../../clock.ts';
import type { Site } from '../../sites/site.ts';
import { AccessTokenInvalid } from '../failures.ts';
import { type Claims, personIn } from './claims.ts';
import { trusted } from './exchange.ts';
import { openIntrospection } from './introspection.ts';
import { openProvider, type Provider } from './provider.ts';
import { signedToken, verified } from './signed-token.ts';

/** Characters of a token; a header of HTTP would not carry more either. */
const LONGEST_TOKEN = 16 * 1024;

/** Names can be set anew without end; what is forgotten is learned again. */
const MOST_PROVIDERS = 500;

/** The letters of a bearer token (RFC 6750, 2.1). */
const TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/;

export type AccessTokens = ReturnType<typeof openAccessTokens>;

/** What is learned of providers lives as long as this does; their keys and addresses are kept in it. */
export function openAccessTokens(clock: Clock) {
  const providers = new Map<string, Provider>();
  const introspected = openIntrospection(clock);

  /** @throws AccessTokenInvalid when the site has none */
  function providerOf(site: Site): Provider {
    const { issuer, network } = site.settings.commonIdentity;
    if (site.type !== 1) throw new AccessTokenInvalid('the site is no CI site: it takes no access tokens');
    if (issuer === '') throw new AccessTokenInvalid('commonIdentity.issuer is not set');
    trusted(issuer);
    // What one site learns inside of the network is no answer for another that may not look there.
    const key = `${network} ${issuer}`;
    const provider = providers.get(key) ?? openProvider(issuer, clock, network);
    if (providers.size >= MOST_PROVIDERS && !providers.has(key)) providers.clear();
    providers.set(key, provider);
    return provider;
  }

  async function claimsOf(site: Site, token: string): Promise<Claims> {
    const provider = providerOf(site);
    if (token.length > LONGEST_TOKEN || !TOKEN.test(token)) {
      throw new AccessTokenInvalid('the token has a form that no token has');
    }
    const { introspection } = site.settings.commonIdentity;
    const signal = within(site);
    const said = introspection === 'always' ? undefined : await signedToken(token);
    if (said) return verified(token, said, site, provider, clock, signal);
    if (introspection === 'never') throw new AccessTokenInvalid('the token is no JWT');
    return introspected(token, site, provider, signal);
  }

  return {
    providerOf,

    /**
     * Whom a token of the site's provider is of: a webExID or an e-mail. It asks nothing twice that it knows.
     * @throws AccessTokenInvalid when the token is not one for this site, or has expired
     * @throws IdentityProviderSilent when the provider does not answer in time
     * @throws IdentityProviderWrong when the provider answers wrongly
     */
    async personOf(site: Site, token: string): Promise<string> {
      return personIn(await claimsOf(site, token.trim()), site);
    },
  };
}

/** How long all that one sign-in asks may take together. */
export function within(site: Site): AbortSignal {
  return AbortSignal.timeout(site.settings.commonIdentity.answerWithin);
}
