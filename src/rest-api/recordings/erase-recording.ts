/** Deletes for good what lies in the bin, and what does not. */
import { RecordingNotFound } from '../../recordings/recording.ts';
import type { JudgeOfRecording } from '../../recordings/recordings.ts';
import type { RestCall } from '../rest-caller.ts';
import { recordIdOf } from './found-recording.ts';

/** @throws RecordingNotFound, and what the judge throws */
export async function eraseRecording(
  call: Pick<RestCall, 'app' | 'site' | 'ids'>,
  id: string,
  judge: JudgeOfRecording,
): Promise<void> {
  const { recordings } = call.app;
  const { site } = call;
  const recordID = recordIdOf(call, id);
  const recording = await recordings.find(site, recordID);
  if (!recording) throw new RecordingNotFound(recordID);
  if (recording.deletedAt === null) await recordings.discard(site, recordID, judge);
  await recordings.erase(site, recordID, judge);
}
