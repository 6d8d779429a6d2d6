/** The rules of a site for the password of a recording. */
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { brokenRule } from '../text-rules.ts';
import type { Recording } from './recording.ts';

type Worded = Pick<Recording, 'name' | 'document'>;

/**
 * A password that is there already stays good, whatever the rules have become.
 * @throws RuleBroken (password)
 */
export function checkRecordingPassword(
  { siteName, settings }: Pick<Site, 'siteName' | 'settings'>,
  before: Worded,
  { name, document: { password } }: Worded,
): void {
  if (password === undefined || password === before.document.password) return;
  const { disallowWebTextSessions, disallowList, ...criteria } = settings.recordingPasswordCriteria;
  const own = disallowWebTextSessions ? [siteName, name] : [];
  const broken = brokenRule(password, { ...criteria, disallowList: [...disallowList, ...own] });
  if (broken) throw new RuleBroken('password', broken);
}
