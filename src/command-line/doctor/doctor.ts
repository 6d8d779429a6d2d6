/** Looks at everything that an installation needs, and says what to do. Nothing is changed, and nothing is sent. */
import type { Settings } from '../../settings.ts';
import { dataFolder } from './data-folder.ts';
import { databaseCheck } from './database-check.ts';
import { about, type Check, type Finding, messageOf, type Verdict } from './finding.ts';
import { mailCheck } from './mail-check.ts';
import { mediaCheck } from './media-check.ts';
import { publicAddress } from './public-address.ts';
import { recordingsCheck } from './recordings-check.ts';
import { sealedCheck } from './sealed-check.ts';
import { secretCheck } from './secret-check.ts';

const MARKS: Readonly<Record<Verdict, string>> = { ok: 'ok   ', look: 'look ', wrong: 'WRONG' };

/**
 * @param say prints a line
 * @returns whether nothing is wrong
 */
export async function doctor(settings: Settings, say: (line: string) => void): Promise<boolean> {
  const checks: readonly (readonly [subject: string, check: Check])[] = [
    ['data folder', () => dataFolder(settings)],
    ['database', () => databaseCheck(settings)],
    ['secret', () => secretCheck(settings)],
    ['secret', () => sealedCheck(settings)],
    ['public address', () => publicAddress(settings)],
    ['mail', () => mailCheck(settings)],
    ['media', () => mediaCheck(settings)],
    ['recordings', () => recordingsCheck(settings)],
  ];
  // They wait for other machines: together they take as long as the slowest.
  const found = await Promise.all(checks.map(([subject, check]) => findingsOf(subject, check)));
  const findings = found.flat();
  for (const { subject, verdict, text } of findings) say(`${MARKS[verdict]} ${subject.padEnd(15)} ${text}`);
  return findings.every(({ verdict }) => verdict !== 'wrong');
}

/** What cannot even be looked at is wrong. */
async function findingsOf(subject: string, check: Check): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [about(subject).wrong(messageOf(error))];
  }
}
