/** The rules of a site for the password of a session. */
import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../accounts/account.ts';
import type { Random } from '../random.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { brokenRule } from '../text-rules.ts';
import { SessionPasswordRequired, type SessionWithDocument } from './session.ts';

/** Characters of a password at most (meeting.xsd). */
export const LONGEST_PASSWORD = 16;

interface PasswordFor {
  readonly confName: string;
  readonly host: Account;
  /** Whether the criteria of the site count (enforcePassword). */
  readonly isEnforced?: boolean;
  /** What the service calls the password. */
  readonly element?: string;
}

/**
 * @throws SessionPasswordRequired when the site demands a password and there is none
 * @throws RuleBroken when the site has strict passwords and this one is not
 */
export function checkSessionPassword(
  password: string | undefined,
  site: Site,
  { confName, host, isEnforced = true, element = 'meetingPassword' }: PasswordFor,
): void {
  const { security } = site.settings;
  if (password === undefined) {
    if (security.allMeetingsPassword) throw new SessionPasswordRequired();
    return;
  }
  if (!security.strictMeetingPasswords || !isEnforced) return;
  const broken = brokenPasswordRule(password, site, { confName, host });
  if (broken) throw new RuleBroken(element, broken);
}

function brokenPasswordRule(password: string, site: Site, { confName, host }: PasswordFor) {
  const { meetingPasswordCriteria: criteria } = site.settings;
  const own = [
    ...(criteria.disallowWebTextSessions ? [site.siteName, confName] : []),
    ...(criteria.disallowWebTextAccounts ? [host.webExId, host.firstName, host.lastName, host.email] : []),
  ];
  return brokenRule(password, { ...criteria, disallowList: [...criteria.disallowList, ...own] });
}

/** Characters that nobody takes for one another. */
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LOWER = 'abcdefghijkmnopqrstuvwxyz';
const DIGITS = '23456789';
const SPECIAL = '-+*=';
const DRAWS = 100;

/**
 * A password that a site's rules accept, for a session that begins at once and that nobody gave one.
 * @throws SessionPasswordRequired when the rules leave none.
 */
export function drawnPassword(site: Site, whose: PasswordFor, random: Random): string {
  const { minLength, minNumeric, minAlpha, minSpecial } = site.settings.meetingPasswordCriteria;
  const [digits, specials] = [Math.max(minNumeric, 3), minSpecial];
  const letters = Math.max(minAlpha, 5, minLength - digits - specials);
  const from = (alphabet: string, count: number) =>
    [...random.bytes(count)].map((byte) => alphabet[byte % alphabet.length]).join('');
  for (let draw = 0; draw < DRAWS && letters + digits + specials <= LONGEST_PASSWORD; draw++) {
    const word = from(UPPER, 1) + from(LOWER, letters - 1);
    const password = word + from(SPECIAL, specials) + from(DIGITS, digits);
    if (brokenPasswordRule(password, site, whose) === undefined) return password;
  }
  throw new SessionPasswordRequired();
}

/** Whether it is the password of a session that has one; compared in constant time. */
export function isSessionPassword({ document }: SessionWithDocument, password: string | undefined): boolean {
  return isSame(document.password, password);
}

/** What those come in by who present, where it is not the password of everybody. */
export function panelPasswordOf({ document }: SessionWithDocument): string | undefined {
  return (document.kind === 'event' && document.panelistPassword) || undefined;
}

export function isPanelPassword(session: SessionWithDocument, password: string | undefined): boolean {
  return isSame(panelPasswordOf(session), password);
}

/** Compared in constant time; nothing is never right. */
export function isSame(right: string | undefined, attempt: string | undefined): boolean {
  if (right === undefined || attempt === undefined) return false;
  const [one, other] = [Buffer.from(right), Buffer.from(attempt)];
  return one.length === other.length && timingSafeEqual(one, other);
}
