/** Whether an occurrence that is over took place: by the first time that its series ran about then. */
import type { Usage } from '../../history/usage.ts';
import type { Occurrence } from '../../sessions/occurrence-list.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { RestCall } from '../rest-caller.ts';
import { timeOfOccurrence } from './present-meeting.ts';

/** @returns one at most; nothing is looked for of one that is not over */
export async function runsOfOccurrence(
  { app, site }: Pick<RestCall, 'app' | 'site'>,
  { sessionKey }: Pick<SessionWithDocument, 'sessionKey'>,
  occurrence: Occurrence,
): Promise<readonly Usage[]> {
  const window = timeOfOccurrence(occurrence);
  if (window.to > app.clock.now()) return [];
  return app.history.runsOf(site, sessionKey, { ...window, most: 1 });
}
