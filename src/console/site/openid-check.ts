/** Asks the OpenID provider of a site what it says of itself, now, and tells what fits and what does not. */
import { isLoopback } from '../../sign-in/access-tokens/exchange.ts';
import { openProvider } from '../../sign-in/access-tokens/provider.ts';
import { IdentityProviderSilent, IdentityProviderWrong } from '../../sign-in/failures.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { OpenIdCheck, OpenIdFindings } from './site-data.ts';

export const checkOpenId = endpoint({
  method: 'POST',
  path: 'site/openid/check',
  summary:
    'Asks the OpenID provider that is set for its metadata and keys, now, and tells what fits and what does not; changes nothing.',
  may: administers,
  async run({ context, site }): Promise<OpenIdFindings> {
    const { issuer, clientID, clientSecret, network, answerWithin } = site.settings.commonIdentity;
    const ours: readonly OpenIdCheck[] = [
      { id: 'issuer', state: issuer === '' ? 'bad' : 'good' },
      { id: 'client', state: clientID === '' ? 'bad' : 'good' },
      { id: 'secret', state: clientSecret === '' ? 'attention' : 'good' },
    ];
    if (issuer === '') return { checks: ours };
    // A new one: what is kept of the provider would tell how it was, not how it is.
    const provider = openProvider(issuer, context.clock, network);
    const signal = AbortSignal.timeout(answerWithin);
    try {
      const found = await provider.metadata(signal);
      const addresses = worst(found.authorization_endpoint, found.token_endpoint);
      const methods = found.code_challenge_methods_supported ?? [];
      const pkce = Array.isArray(methods) && methods.includes('S256') ? 'good' : 'attention';
      const checks: readonly OpenIdCheck[] = [
        ...ours,
        { id: 'discovery', state: 'good' },
        { id: 'addresses', state: addresses },
        { id: 'pkce', state: pkce },
      ];
      try {
        await provider.keys(signal);
        return { checks: [...checks, { id: 'keys', state: 'good' }] };
      } catch (error) {
        return { checks: [...checks, { id: 'keys', state: 'bad' }], detail: detailOf(error) };
      }
    } catch (error) {
      return { checks: [...ours, { id: 'discovery', state: 'bad' }], detail: detailOf(error) };
    }
  },
});

/** Without TLS only a provider on this very machine is asked. */
function worst(...addresses: readonly unknown[]): OpenIdCheck['state'] {
  const urls = addresses.map((one) =>
    typeof one === 'string' && URL.canParse(one) ? new URL(one) : undefined,
  );
  if (urls.every((url) => url?.protocol === 'https:')) return 'good';
  const isHere = (url: URL | undefined) => url?.protocol === 'http:' && isLoopback(url.hostname);
  return urls.every((url) => url?.protocol === 'https:' || isHere(url)) ? 'attention' : 'bad';
}

/** What the provider did wrong; whatever else goes wrong is ours. */
function detailOf(error: unknown): string {
  if (error instanceof IdentityProviderSilent || error instanceof IdentityProviderWrong) return error.message;
  throw error;
}
