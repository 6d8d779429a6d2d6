/** The computers of a lab that a training session has, for each time that it takes place. */
import type { Clock } from '../clock.ts';
import type { Executor } from '../database/database.ts';
import type { Period } from '../labs/lab.ts';
import type { Labs } from '../labs/labs.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { durationAt, durationsOf, WORKED_OUT_AHEAD, workedOut } from './series.ts';
import type { SessionWithDocument } from './session.ts';

/**
 * Takes them within the write that schedules or changes the session, in the place of those that it had.
 * @param isNew it has none yet
 * @throws LabNotFound, LabFull
 * @throws RuleBroken for a session that reserves computers and has no end, or no fixed times
 */
export async function reserveComputers(
  labs: Labs,
  clock: Clock,
  site: Site,
  session: SessionWithDocument,
  tx: Executor,
  isNew = false,
): Promise<void> {
  const { document } = session;
  if (document.kind !== 'training') return;
  const wished = document.handsOnLab?.reserveHOL ? document.handsOnLab : undefined;
  if (isNew && !wished) return;
  await labs.reserveForSession(site, session, wished, wished ? periodsOf(session, clock.now()) : [], tx);
}

/** Those that are not over. Whatever cannot be counted up cannot be kept free either. */
function periodsOf(session: SessionWithDocument, now: number): Period[] {
  const { repeatType } = session.document.repeat;
  const longest = Math.max(...durationsOf(session)) * 60_000;
  const { starts, until } = workedOut(session, now - longest + 1, now + WORKED_OUT_AHEAD);
  if (repeatType === 'CONSTANT' || until !== undefined) {
    throw new RuleBroken('reserveHOL', 'is for sessions with fixed times that end within two years');
  }
  return starts
    .map((startAt) => ({ startAt, endAt: startAt + durationAt(session, startAt) * 60_000 }))
    .filter(({ endAt }) => endAt > now);
}
