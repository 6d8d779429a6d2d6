/** Which recordings the id of a meeting names: all of a series, those of one start of it, or of one time that it ran. */
import type { NarrowingSearch } from '../../recordings/recording-list.ts';
import { ruledStartOfRun } from '../../sessions/series.ts';
import type { RestCall } from '../rest-caller.ts';
import { ResourceUnknown } from '../rest-refusals.ts';

type OfMeeting = Pick<NarrowingSearch, 'sessionKey' | 'runs'>;

/** @throws ResourceUnknown for what is no id of a meeting of this site */
export async function ofMeeting(
  { app, site, ids }: Pick<RestCall, 'app' | 'site' | 'ids'>,
  meetingId: string,
): Promise<OfMeeting> {
  const id = ids.meeting(site.id, meetingId);
  if (!id) throw new ResourceUnknown();
  const { sessionKey } = id;
  if (id.of === 'series') return { sessionKey };
  const usages = await app.history.usagesOf(site, sessionKey);
  if (id.of === 'instance') {
    const ran = usages.filter(({ startedAt }) => Math.floor(startedAt / 1000) * 1000 === id.startedAt);
    return { sessionKey, runs: ran.map((usage) => usage.id) };
  }
  const session = await app.sessions.find(site, sessionKey);
  if (!session) return { sessionKey, runs: [] };
  const withDocument = await app.sessions.withDocument(session);
  const runs = usages.filter(({ startedAt }) => ruledStartOfRun(withDocument, startedAt) === id.startAt);
  return { sessionKey, runs: runs.map((usage) => usage.id) };
}
