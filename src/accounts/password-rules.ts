/** The rules of a site for a new password, in words that a person can act on. */
import {
  accountPasswordCriteria,
  NO_PASSWORD_CRITERIA,
  type PasswordCriteria,
  type Site,
} from '../sites/site.ts';
import { brokenRule } from '../text-rules.ts';
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

/** @throws PasswordNotAccepted when a rule is broken, with the first one; earlier passwords are checked elsewhere */
export function checkNewPassword(password: string, site: Site, owner: PasswordOwner): void {
  const broken = ruleBrokenBy(password, accountPasswordCriteria(site), () => ownTexts(site, owner));
  if (broken) throw new PasswordNotAccepted(broken);
}

/** What the password of an administrator is like at the least, whatever the site asks for. */
const ADMINISTRATOR: PasswordCriteria = {
  ...NO_PASSWORD_CRITERIA,
  minLength: 10,
  minAlpha: 1,
};

/** @throws PasswordNotAccepted for one that protects no site */
export function checkAdministratorPassword(password: string, site: Site, owner: PasswordOwner): void {
  const broken = ruleBrokenBy(password, ADMINISTRATOR, () => ownTexts(site, owner));
  if (broken) throw new PasswordNotAccepted(`of an administrator ${broken}`);
}

function ownTexts({ siteName }: Site, owner: PasswordOwner): readonly string[] {
  return [siteName, owner.webExId, owner.email, owner.firstName, owner.lastName];
}

function ruleBrokenBy(
  password: string,
  criteria: PasswordCriteria,
  textsOfOwner: () => readonly string[],
): string | undefined {
  // XML is often laid out on lines, so that the space around a password can mean nothing.
  if (password.trim() !== password) return 'must not begin or end with a space';
  if ([...password].length > LONGEST) return `must be at most ${LONGEST} characters long`;
  const broken = brokenRule(password, criteria);
  if (broken !== undefined) return broken;
  if (password === '') return 'must not be empty';
  if (criteria.disallow3XRepeatedChar && /(.)\1\1/su.test(password)) {
    return 'must not have a character three times in a row';
  }
  const folded = password.toLowerCase();
  if (criteria.disallowWebTextDynamically) {
    if (textsOfOwner().some((text) => text !== '' && folded.includes(text.toLowerCase()))) {
      return 'must not contain the name of the site, of the user, or the e-mail address';
    }
  }
  return undefined;
}
