/** The rules of a site for a new password, in words that a person can act on. */
import type { PasswordCriteria, Site } from '../sites/site.ts';
import { PasswordNotAccepted } from './account.ts';

/** The schema's limit for a password, in characters. */
const LONGEST = 60;

/** Who the password is for: texts that may not stand in it. */
export interface PasswordOwner {
  readonly webExId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Errors: `PasswordNotAccepted` with the first rule that is broken. Earlier passwords are checked elsewhere. */
export function checkNewPassword(password: string, site: Site, owner: PasswordOwner): void {
  const broken = brokenRule(password, site.settings.accountPasswordCriteria, () => [
    site.siteName,
    owner.webExId,
    owner.email,
    owner.firstName,
    owner.lastName,
  ]);
  if (broken) throw new PasswordNotAccepted(broken);
}

function brokenRule(
  password: string,
  criteria: PasswordCriteria,
  ownTexts: () => readonly string[],
): string | undefined {
  const length = [...password].length;
  if (length > LONGEST) return `must be at most ${LONGEST} characters long`;
  if (length < criteria.minLength) return `must be at least ${criteria.minLength} characters long`;
  if (criteria.mixedCase && !(/\p{Lu}/u.test(password) && /\p{Ll}/u.test(password))) {
    return 'must have upper and lower case letters';
  }
  if (count(password, /\p{Nd}/gu) < criteria.minNumeric)
    return `must have at least ${criteria.minNumeric} digits`;
  if (count(password, /\p{L}/gu) < criteria.minAlpha)
    return `must have at least ${criteria.minAlpha} letters`;
  if (count(password, /[^\p{L}\p{Nd}]/gu) < criteria.minSpecial) {
    return `must have at least ${criteria.minSpecial} characters that are neither letters nor digits`;
  }
  if (criteria.disallow3XRepeatedChar && /(.)\1\1/su.test(password)) {
    return 'must not have a character three times in a row';
  }
  const folded = password.toLowerCase();
  const word = criteria.disallowList.find((entry) => entry !== '' && folded.includes(entry.toLowerCase()));
  if (word !== undefined) return `must not contain "${word}"`;
  if (criteria.disallowWebTextDynamically) {
    if (ownTexts().some((text) => text !== '' && folded.includes(text.toLowerCase()))) {
      return 'must not contain the name of the site, of the user, or the e-mail address';
    }
  }
  return undefined;
}

function count(password: string, kind: RegExp): number {
  return password.match(kind)?.length ?? 0;
}
