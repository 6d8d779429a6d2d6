/** Which meeting a recording is of, by its ids: the series, the occurrence, and the time that it ran. */
import type { Recording } from '../../recordings/recording.ts';
import { ruledStartOfRun } from '../../sessions/series.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';
import { clientOf } from '../meetings/integration-tags.ts';
import type { RestCall, RestOpenCall } from '../rest-caller.ts';

export interface RecordingPlace {
  /** Empty of a recording that was brought: no meeting has run. */
  readonly meetingId: string;
  readonly scheduledMeetingId?: string | undefined;
  readonly meetingSeriesId?: string | undefined;
  /** What the caller's client keeps at the meeting. */
  readonly integrationTags?: readonly string[] | undefined;
}

type Placed = Pick<Recording, 'sessionKey' | 'confID' | 'run' | 'createdAt'>;
type Asked = Pick<RestOpenCall, 'app' | 'ids'> & Partial<Pick<RestCall, 'token'>>;

/** In the order of the recordings; the history and each session are asked once. */
export async function placesOf(
  { app, ids, token }: Asked,
  site: Site,
  recordings: readonly Placed[],
): Promise<readonly RecordingPlace[]> {
  const starts = await app.historyPages.starts(recordings.map(({ run }) => run));
  const keys = [...new Set(recordings.flatMap(({ sessionKey }) => sessionKey ?? []))];
  const sessions = new Map(
    await Promise.all(keys.map(async (key) => [key, await sessionWithDocument(app, site, key)] as const)),
  );
  return recordings.map(({ sessionKey, confID, run, createdAt }) => {
    if (sessionKey === null) return { meetingId: '' };
    const startedAt = (run === null ? undefined : starts.get(run)) ?? createdAt;
    const session = sessions.get(sessionKey);
    const startAt = session && ruledStartOfRun(session, startedAt);
    return {
      meetingId: ids.instance(site.id, sessionKey, confID ?? session?.confID ?? 0, startedAt),
      scheduledMeetingId: startAt === undefined ? undefined : ids.occurrence(site.id, sessionKey, startAt),
      meetingSeriesId: ids.series(site.id, sessionKey),
      integrationTags: token && session && tagsOf(session, clientOf(token)),
    };
  });
}

function tagsOf({ document }: SessionWithDocument, client: string): readonly string[] | undefined {
  return document.rest?.integrationTags?.find((kept) => kept.client === client)?.tags;
}

/** Nothing of one that is over and deleted: its recordings stay. */
async function sessionWithDocument(
  { sessions }: RestOpenCall['app'],
  site: Site,
  key: number,
): Promise<SessionWithDocument | undefined> {
  const session = await sessions.find(site, key);
  return session && sessions.withDocument(session);
}
