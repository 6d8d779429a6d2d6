/** What is controlled of a running room from outside: its lock and its recording. */
import type { Stay } from '../../live/live.ts';
import { isRecordable, mayRecord } from '../../policies/recording.ts';
import { recordingOfSession } from '../../recordings/begun-recording.ts';
import { SERVER } from '../../recordings/room-recording.ts';
import type { RestCall } from '../rest-caller.ts';
import { NotPermitted, RestFailure } from '../rest-refusals.ts';
import type { RunningMeeting } from './running-meeting.ts';

export interface Controls {
  readonly locked: boolean;
  readonly recordingStarted: boolean;
  readonly recordingPaused: boolean;
}

export async function controlsOf(
  { app, site }: Pick<RestCall, 'app' | 'site'>,
  { session, running }: RunningMeeting,
): Promise<Controls> {
  const now = (await app.live.running(site, session.sessionKey)) ?? running;
  const recording = await app.roomRecordings.ofRun(now.run);
  const isOn = recording !== undefined && recording.state === 'RECORDING' && !recording.isEnding;
  return { locked: now.isLocked, recordingStarted: isOn, recordingPaused: isOn && recording.isPaused };
}

/**
 * Does what is asked for, and leaves the rest as it is.
 * @throws RestFailure, NotPermitted
 */
export async function control(
  call: RestCall,
  meeting: RunningMeeting,
  wished: Partial<Controls>,
): Promise<void> {
  const { app, site } = call;
  const { live, roomRecordings: recordings } = app;
  const { sessionKey } = meeting.session;
  const before = await controlsOf(call, meeting);
  const willRecord = wished.recordingStarted ?? before.recordingStarted;
  if (wished.recordingPaused && !willRecord) {
    throw new RestFailure(400, "'recordingPaused' requires that the meeting is recorded.");
  }
  if (wished.recordingStarted && !before.recordingStarted) await begin(call, meeting);
  if (wished.locked !== undefined && wished.locked !== before.locked) {
    await live.lock(site, sessionKey, wished.locked);
  }
  if (wished.recordingStarted === false && before.recordingStarted) {
    await live.changeRun(site, sessionKey, (tx, run) => recordings.stop(tx, run));
  } else if (wished.recordingPaused !== undefined && wished.recordingPaused !== before.recordingPaused) {
    await live.changeRun(site, sessionKey, (tx, run) =>
      wished.recordingPaused ? recordings.pause(tx, run) : recordings.resume(tx, run),
    );
  }
}

/** The server records, where it can; else the browser of whoever hosts the room. */
async function begin(call: RestCall, { session }: RunningMeeting): Promise<void> {
  const { app, site } = call;
  const { live, roomRecordings, serverRecorder } = app;
  const { sessionKey } = session;
  if (!isRecordable(site, session)) throw new NotPermitted('This meeting cannot be recorded.');
  const owner = await app.accounts.findById(session.host);
  if (!owner) throw new RestFailure(400, 'Meeting is not in progress');
  const host = await app.accounts.withProfile(owner);
  const people = (await live.state(site, sessionKey))?.people ?? [];
  const recorder = serverRecorder
    ? SERVER
    : recorderAmong(people.filter((one) => mayRecord(site, session, one)));
  if (recorder === undefined)
    throw new RestFailure(409, 'Nobody who hosts the meeting is in it, to record it.');
  const begun = await live.changeRun(site, sessionKey, (tx, run) =>
    roomRecordings.begin(tx, site, {
      ...recordingOfSession(session, host),
      site: site.id,
      run,
      sessionKey,
      host: host.id,
      name: session.confName,
      recorder,
    }),
  );
  if (begun === 'quota') throw new RestFailure(409, 'The recordings of the site take up what they may.');
  if (begun === 'runs') throw new RestFailure(409, 'The last parts of a recording are still coming.');
  if (begun === undefined) throw new RestFailure(400, 'Meeting is not in progress');
  await serverRecorder?.record(site, sessionKey);
}

/** Whoever has the host's part before others; nobody on the telephone records. */
function recorderAmong(hosts: readonly Stay[]): number | undefined {
  const here = hosts.filter(({ via, isAway }) => via === 'WEB' && !isAway);
  return (here.find(({ role }) => role === 'HOST') ?? here[0])?.id;
}
