/** The client that a site is at its OpenID provider. */
import type { Configuration } from 'openid-client';
import type { Clock } from '../../clock.ts';
import type { Site } from '../../sites/site.ts';
import { AccessTokenInvalid, IdentityProviderSilent, IdentityProviderWrong } from '../failures.ts';
import type { Provider } from './provider.ts';

/** Seconds by which the provider's clock may differ. */
const SKEW = 30;

/**
 * For the functions of openid-client; all that they ask is asked through the provider, with its bounds.
 * @throws AccessTokenInvalid when the site has no clientID
 * @throws IdentityProviderSilent when the provider does not answer in time
 * @throws IdentityProviderWrong when the provider answers wrongly
 */
export async function clientOf(
  site: Site,
  provider: Provider,
  clock: Clock,
  signal: AbortSignal,
): Promise<Configuration> {
  const { clientID, clientSecret } = site.settings.commonIdentity;
  if (clientID === '') throw new AccessTokenInvalid('commonIdentity.clientID is not set');
  const metadata = await provider.metadata(signal);
  const openid = await import('openid-client');
  const proof = clientSecret === '' ? openid.None() : openid.ClientSecretBasic(clientSecret);
  const about = {
    ...(clientSecret !== '' && { client_secret: clientSecret }),
    // Times are held against the clock that the site goes by, which may have been turned.
    [openid.clockSkew]: Math.round((clock.now() - Date.now()) / 1000),
    [openid.clockTolerance]: SKEW,
  };
  const client = new openid.Configuration(metadata, clientID, about, proof);
  client[openid.customFetch] = (url, { method, headers, body }) =>
    provider.ask(url, { method, headers, body, signal });
  // An address that is neither https nor on this machine is refused where it is asked.
  openid.allowInsecureRequests(client);
  return client;
}

/** What a function of openid-client failed with, by our names: it puts what the provider's bounds threw into its own. */
export function failureOf(error: unknown, question: string): IdentityProviderSilent | IdentityProviderWrong {
  let why = 'it failed';
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof IdentityProviderSilent || inner instanceof IdentityProviderWrong) return inner;
    why = inner.message;
  }
  return new IdentityProviderWrong(`${question}: ${why}`);
}
