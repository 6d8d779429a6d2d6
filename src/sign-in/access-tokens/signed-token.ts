/** Access tokens that are JWTs (RFC 9068), checked by the keys that their provider publishes. */
import type { JWTPayload, ProtectedHeaderParameters } from 'jose';
import type { Clock } from '../../clock.ts';
import type { Site } from '../../sites/site.ts';
import { AccessTokenInvalid } from '../failures.ts';
import type { Claims } from './claims.ts';
import type { Provider } from './provider.ts';

/** Seconds by which the provider's clock may differ. */
const SKEW = 30;

/** The types of an access token; many providers still write that of any JWT, or none. */
const TYPES: readonly unknown[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

export interface SignedToken {
  readonly header: ProtectedHeaderParameters;
  readonly claims: JWTPayload;
}

/** What a token says before anything of it is checked; nothing when it is no JWT. */
export async function signedToken(token: string): Promise<SignedToken | undefined> {
  if (token.split('.').length !== 3) return undefined;
  const { decodeJwt, decodeProtectedHeader } = await import('jose');
  try {
    return { header: decodeProtectedHeader(token), claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}

/**
 * Checks signature, issuer, audience, type and times.
 * @throws AccessTokenInvalid when the token is not one for this site, or has expired
 * @throws IdentityProviderSilent when the provider does not answer in time
 * @throws IdentityProviderWrong when the provider answers wrongly
 */
export async function verified(
  token: string,
  said: SignedToken,
  site: Site,
  provider: Provider,
  clock: Clock,
  signal: AbortSignal,
): Promise<Claims> {
  const { issuer, audience, algorithms } = site.settings.commonIdentity;
  if (audience === '') throw new AccessTokenInvalid('commonIdentity.audience is not set');
  // What is plain to see costs the provider no question.
  if (said.claims.iss !== issuer) throw new AccessTokenInvalid('the token is of another issuer');
  if (!algorithms.includes(String(said.header.alg))) {
    throw new AccessTokenInvalid(`a signature of the kind ${shown(said.header.alg)} is not taken`);
  }
  checkKind(said);
  const { errors, jwtVerify } = await import('jose');
  const options = {
    issuer,
    audience,
    algorithms: [...algorithms],
    requiredClaims: ['exp'],
    clockTolerance: SKEW,
    currentDate: new Date(clock.now()),
  };
  const refused = (error: unknown): never => {
    if (error instanceof errors.JOSEError) throw new AccessTokenInvalid(error.message);
    throw error;
  };
  const keys = await provider.keys(signal);
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey)) return refused(error);
    const newKeys = await provider.newKeys(signal);
    if (!newKeys) return refused(error);
    return (await jwtVerify(token, newKeys, options).catch(refused)).payload;
  }
}

/** An ID token, and whatever else a provider signs, is told to somebody else and proves nothing here. */
function checkKind({ header, claims }: SignedToken): void {
  const type = typeof header.typ === 'string' ? header.typ.toLowerCase() : header.typ;
  if (!TYPES.includes(type))
    throw new AccessTokenInvalid(`a token of the type ${shown(header.typ)} is not taken`);
  if (claims.nonce !== undefined || claims.at_hash !== undefined || claims.events !== undefined) {
    throw new AccessTokenInvalid('the token is no access token');
  }
}

/** What came from outside, for the log. */
function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 40) ?? 'none';
}
