/** The rules of a site for the password of a session. */
import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../accounts/account.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { brokenRule } from '../text-rules.ts';
import { SessionPasswordRequired, type SessionWithDocument } from './session.ts';

interface PasswordFor {
  readonly confName: string;
  readonly host: Account;
}

/**
 * @throws SessionPasswordRequired when the site demands a password and there is none
 * @throws RuleBroken when the site has strict passwords and this one is not
 */
export function checkSessionPassword(
  password: string | undefined,
  site: Site,
  { confName, host }: PasswordFor,
): void {
  const { security, meetingPasswordCriteria: criteria } = site.settings;
  if (password === undefined) {
    if (security.allMeetingsPassword) throw new SessionPasswordRequired();
    return;
  }
  if (!security.strictMeetingPasswords) return;
  const own = [
    ...(criteria.disallowWebTextSessions ? [site.siteName, confName] : []),
    ...(criteria.disallowWebTextAccounts ? [host.webExId, host.firstName, host.lastName, host.email] : []),
  ];
  const broken = brokenRule(password, { ...criteria, disallowList: [...criteria.disallowList, ...own] });
  if (broken) throw new RuleBroken('meetingPassword', broken);
}

/** Whether it is the password of a session that has one; compared in constant time. */
export function isSessionPassword({ document }: SessionWithDocument, password: string | undefined): boolean {
  if (document.password === undefined || password === undefined) return false;
  const [right, asked] = [Buffer.from(document.password), Buffer.from(password)];
  return right.length === asked.length && timingSafeEqual(right, asked);
}
