/** Who says afterwards what they thought of a session. */
import type { Stay } from '../live/live.ts';
import type { SessionWithDocument } from '../sessions/session.ts';

/**
 * Whoever was in a session that asks for it, when they have left or it has ended: one of `supportFeedback` and
 * `sendFeedback` of its options (meeting.xsd). A personal room asks nobody: GetFeedbackInfo knows no rooms.
 */
export function mayGiveFeedback(session: SessionWithDocument | undefined, { state }: Stay): boolean {
  if (!session || (state !== 'LEFT' && state !== 'ENDED')) return false;
  const { supportFeedback, sendFeedback } = session.document.enableOptions;
  return supportFeedback || sendFeedback;
}
