/** The breakout rooms of a training: whether there are any, and who goes into which. */
import type { BreakoutPlan, Stay } from '../live/live.ts';
import { AccessDenied } from '../refusal.ts';
import type { SessionWithDocument } from '../sessions/session.ts';

/** Rooms where the training does not say how many, and the most that are opened. */
const USUAL = 2;
const MOST = 50;

/** People in one room where the training does not say how many. */
const ANY = 100_000;

/**
 * What a training has planned (trainingsession.xsd, `preAssignBreakout`); nothing where it has not, or where its options
 * leave breakout rooms out, and in everything that is no training. Whom nothing assigns is assigned by hand.
 */
export function breakoutPlan(session: SessionWithDocument | undefined): BreakoutPlan | undefined {
  if (session?.document.kind !== 'training') return undefined;
  const { enableOptions, preAssignBreakout } = session.document;
  if (!enableOptions.supportBreakoutSessions || preAssignBreakout?.enable !== true) return undefined;
  const { attendeeAssign, numSessions = USUAL, attendeesPerSess = 0 } = preAssignBreakout;
  const rooms = Math.min(Math.max(numSessions, 1), MOST);
  if (attendeeAssign !== 'AUTO') return { rooms, size: 0 };
  return { rooms, size: attendeesPerSess > 0 ? Math.min(attendeesPerSess, ANY) : ANY };
}

/** @throws AccessDenied for somebody on the telephone, who stays in the main room */
export function checkPuts(_doer: Stay, target: Stay): void {
  if (target.via !== 'WEB') throw new AccessDenied('whoever is on the telephone stays in the main room');
}
