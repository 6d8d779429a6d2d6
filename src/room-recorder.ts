/**
 * Begins the recording of a session that runs: by the server, where it can record; else by the browser of whoever hosts
 * the room.
 */
import type { Context } from './context.ts';
import type { Executor } from './database/database.ts';
import type { Outsider, Stay } from './live/live.ts';
import { isRecordable, mayRecord } from './policies/recording.ts';
import { recordingOfSession } from './recordings/begun-recording.ts';
import { SERVER } from './recordings/room-recording.ts';
import { asRun } from './sessions/as-occurrence.ts';
import type { SessionWithDocument } from './sessions/session.ts';
import type { Site } from './sites/site.ts';

type Parts = Pick<Context, 'accounts' | 'live' | 'roomRecordings' | 'serverRecorder'>;

/**
 * What came of it. `forbidden`: the session, its type or the site is not recorded; `nobody`: no host is there to record
 * it; `quota`: the site's recordings take up what they may; `runs`: one runs, or its last parts still come; `over`: the
 * session does not run.
 */
export type BegunToRecord = 'begun' | 'forbidden' | 'nobody' | 'quota' | 'runs' | 'over';

/** @param by judged inside the write, where somebody begins it from outside the room */
export async function beginRecording(
  { accounts, live, roomRecordings, serverRecorder }: Parts,
  site: Site,
  session: SessionWithDocument,
  by?: Outsider,
): Promise<BegunToRecord> {
  const { sessionKey } = session;
  if (!isRecordable(site, session)) return 'forbidden';
  const owner = await accounts.findById(session.host);
  if (!owner) return 'over';
  const host = await accounts.withProfile(owner);
  const state = await live.state(site, sessionKey);
  const people = state?.people ?? [];
  const held = state ? asRun(session, state.startedAt) : session;
  const recorder = serverRecorder
    ? SERVER
    : recorderAmong(people.filter((one) => mayRecord(site, session, one)));
  if (recorder === undefined) return 'nobody';
  const begin = (tx: Executor, run: number) =>
    roomRecordings.begin(tx, site, {
      ...recordingOfSession(held, host),
      site: site.id,
      run,
      sessionKey,
      host: host.id,
      name: held.confName,
      recorder,
    });
  const begun = await live.changeRun(site, sessionKey, begin, by);
  if (begun === 'begun') await serverRecorder?.record(site, sessionKey);
  return begun ?? 'over';
}

/** Whether a session that runs begins to be recorded with the first host who comes in by a browser. */
export async function willRecordItself(
  { live }: Pick<Context, 'live'>,
  site: Site,
  session: SessionWithDocument | undefined,
): Promise<boolean> {
  if (!session?.document.rest?.autoRecord) return false;
  return !(await live.running(site, session.sessionKey))?.hostJoined;
}

/** Whoever has the host's part before others; nobody on the telephone records. */
function recorderAmong(hosts: readonly Stay[]): number | undefined {
  const here = hosts.filter(({ via, isAway }) => via === 'WEB' && !isAway);
  return (here.find(({ role }) => role === 'HOST') ?? here[0])?.id;
}
