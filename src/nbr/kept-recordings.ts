/** The recordings that a caller may have, by their numbers or by that of their meeting. */

import type { Context } from '../context.ts';
import { checkSeesRecording } from '../policies/kept-recording.ts';
import { type Recording, RecordingNotFound } from '../recordings/recording.ts';
import type { ListedRecording, RecordingSearch } from '../recordings/recording-list.ts';
import type { Fetched } from './downloads.ts';
import type { Entered } from './nbr-caller.ts';

/** Rows of a list that are read at once. */
const PAGE = 500;

/** @throws RecordingNotFound also for one that is not ready, or lies in the bin */
export async function keptRecording(
  app: Pick<Context, 'recordings'>,
  { site, account }: Entered,
  recordID: number,
): Promise<Recording> {
  const recording = await app.recordings.find(site, recordID);
  if (recording?.state !== 'READY' || recording.deletedAt !== null) throw new RecordingNotFound(recordID);
  checkSeesRecording(recording, account);
  return recording;
}

/** Those of a meeting, the oldest first. */
export async function recordingsOfMeeting(
  app: Pick<Context, 'recordingList'>,
  { site, service }: Pick<Entered, 'site' | 'service'>,
  search: Pick<RecordingSearch, 'confID' | 'formats' | 'createdFrom' | 'createdTo'>,
): Promise<ListedRecording[]> {
  const found: ListedRecording[] = [];
  const narrowed = { ...search, ...(service && { services: [service] }), inBin: false };
  for (;;) {
    const page = { startFrom: found.length + 1, maximumNum: PAGE };
    const { total, recordings } = await app.recordingList.search(site, narrowed, page);
    found.push(...recordings);
    if (found.length >= total || recordings.length === 0) return found;
  }
}

/** What is played and fetched everywhere. @throws RecordingNotFound when it was deleted for good in the meantime */
export async function mainFile(app: Pick<Context, 'recordings'>, recording: Recording): Promise<Fetched> {
  const { MAIN } = await app.recordings.filesOf(recording);
  if (!MAIN) throw new RecordingNotFound(recording.id);
  return { recording, file: MAIN };
}
