/** What a token says, once it has proved itself, and what a site asks of that. */
import type { Site } from '../../sites/site.ts';
import { AccessTokenInvalid } from '../failures.ts';

export type Claims = Readonly<Record<string, unknown>>;

/**
 * Whom the token is of: a webExID or an e-mail.
 * @throws AccessTokenInvalid when the token is not one for this site, or has expired
 */
export function personIn(claims: Claims, site: Site): string {
  const { userClaim, requiredScope } = site.settings.commonIdentity;
  if (requiredScope !== '' && !scopesOf(claims).includes(requiredScope)) {
    throw new AccessTokenInvalid(`the token lacks the scope ${requiredScope}`);
  }
  const person = claims[userClaim];
  if (typeof person !== 'string' || person === '') {
    throw new AccessTokenInvalid(`the token has no claim ${userClaim}`);
  }
  if (userClaim === 'email' && claims.email_verified === false) {
    throw new AccessTokenInvalid('the e-mail in the token is not verified');
  }
  return person;
}

/** `scope` is a text (RFC 8693, 4.2); some providers write a list, or `scp`. */
function scopesOf({ scope, scp }: Claims): unknown[] {
  return [scope, scp].flatMap((claim) => (typeof claim === 'string' ? claim.split(' ') : [claim].flat()));
}

/** Whether an `aud`, which is a text or a list, has it. */
export function isFor(aud: unknown, audience: string): boolean {
  return [aud].flat().includes(audience);
}
