/** What is controlled of a running room from outside: its lock and its recording. */
import { type BegunToRecord, beginRecording } from '../../room-recorder.ts';
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
  const { by, session } = meeting;
  const { sessionKey } = session;
  const before = await controlsOf(call, meeting);
  const willRecord = wished.recordingStarted ?? before.recordingStarted;
  if (wished.recordingPaused && !willRecord) {
    throw new RestFailure(400, "'recordingPaused' requires that the meeting is recorded.");
  }
  if (wished.recordingStarted && !before.recordingStarted) await begin(call, meeting);
  if (wished.locked !== undefined && wished.locked !== before.locked) {
    await live.lock(site, sessionKey, wished.locked, by);
  }
  if (wished.recordingStarted === false && before.recordingStarted) {
    await live.changeRun(site, sessionKey, (tx, run) => recordings.stop(tx, run), by);
  } else if (wished.recordingPaused !== undefined && wished.recordingPaused !== before.recordingPaused) {
    const set = wished.recordingPaused ? recordings.pause : recordings.resume;
    await live.changeRun(site, sessionKey, (tx, run) => set(tx, run), by);
  }
}

const NOT_BEGUN: Readonly<Record<Exclude<BegunToRecord, 'begun'>, () => RestFailure | NotPermitted>> = {
  forbidden: () => new NotPermitted('This meeting cannot be recorded.'),
  nobody: () => new RestFailure(409, 'Nobody who hosts the meeting is in it, to record it.'),
  quota: () => new RestFailure(409, 'The recordings of the site take up what they may.'),
  runs: () => new RestFailure(409, 'The last parts of a recording are still coming.'),
  over: () => new RestFailure(400, 'Meeting is not in progress'),
};

async function begin({ app, site }: RestCall, { session, by }: RunningMeeting): Promise<void> {
  const begun = await beginRecording(app, site, session, by);
  if (begun !== 'begun') throw NOT_BEGUN[begun]();
}
