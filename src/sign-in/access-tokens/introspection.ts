/** Access tokens that only their provider can read: it is asked about them (RFC 7662). */
import { hash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Site } from '../../sites/site.ts';
import { AccessTokenInvalid } from '../failures.ts';
import { type Claims, isFor } from './claims.ts';
import { clientOf, failureOf } from './client.ts';
import type { Provider } from './provider.ts';

/** Milliseconds for which a good answer is kept at most: a token that is revoked is dead after that. */
const KEPT_FOR = 60_000;

/** Answers that are kept, of all sites together. */
const MOST_KEPT = 1_000;

interface Answer {
  readonly claims: Claims;
  /** Epoch milliseconds. */
  readonly since: number;
  readonly until: number;
}

export function openIntrospection(clock: Clock) {
  const kept = new Map<string, Answer>();

  /**
   * What the provider says of a token that is good, and meant for this site. Only good answers are kept.
   * @throws AccessTokenInvalid when the token is not one for this site, or has expired
   * @throws IdentityProviderSilent when the provider does not answer in time
   * @throws IdentityProviderWrong when the provider answers wrongly
   */
  return async (token: string, site: Site, provider: Provider, signal: AbortSignal): Promise<Claims> => {
    // A site that has changed asks anew.
    const key = `${site.id}:${site.version}:${hash('sha256', token, 'base64')}`;
    const known = kept.get(key);
    const now = clock.now();
    if (known && known.since <= now && now < known.until) return known.claims;
    kept.delete(key);
    const claims = await asked(token, site, provider, clock, signal);
    const answeredAt = clock.now();
    check(claims, site, answeredAt);
    const expiresAt = typeof claims.exp === 'number' ? claims.exp * 1000 : Number.POSITIVE_INFINITY;
    kept.set(key, { claims, since: answeredAt, until: Math.min(answeredAt + KEPT_FOR, expiresAt) });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return claims;
  };
}

async function asked(
  token: string,
  site: Site,
  provider: Provider,
  clock: Clock,
  signal: AbortSignal,
): Promise<Claims> {
  const { introspection_endpoint } = await provider.metadata(signal);
  if (introspection_endpoint === undefined) {
    throw new AccessTokenInvalid('the token is no JWT, and the provider answers no questions about tokens');
  }
  const { tokenIntrospection } = await import('openid-client');
  const client = await clientOf(site, provider, clock, signal);
  try {
    return await tokenIntrospection(client, token, { token_type_hint: 'access_token' });
  } catch (error) {
    throw failureOf(error, introspection_endpoint);
  }
}

function check(claims: Claims, site: Site, now: number): void {
  const { issuer, audience, clientID, trustedClients } = site.settings.commonIdentity;
  const { active, iss, aud, client_id, exp, nbf } = claims;
  if (active !== true) throw new AccessTokenInvalid('the provider says that the token is not active');
  if (iss !== undefined && iss !== issuer) throw new AccessTokenInvalid('the token is of another issuer');
  if (typeof exp === 'number' && exp * 1000 <= now) throw new AccessTokenInvalid('the token has expired');
  if (typeof nbf === 'number' && nbf * 1000 > now) throw new AccessTokenInvalid('the token is not valid yet');
  if (aud === undefined) {
    if (![clientID, ...trustedClients].includes(String(client_id))) {
      throw new AccessTokenInvalid('the token is of a client that the site does not trust');
    }
  } else if (!isFor(aud, audience === '' ? clientID : audience)) {
    throw new AccessTokenInvalid('the token is for another audience');
  }
}
