/** Recordings. */
import { deleteAdminRecording } from './delete-admin-recording.ts';
import { deleteRecording } from './delete-recording.ts';
import { getRecording } from './get-recording.ts';
import { listAdminRecordings } from './list-admin-recordings.ts';
import { listRecordings } from './list-recordings.ts';
import { purgeRecordings } from './purge-recordings.ts';
import { restoreRecordings } from './restore-recordings.ts';
import { shareRecording } from './share-recording.ts';
import { shareRecordingLink } from './share-recording-link.ts';
import { softDeleteRecordings } from './soft-delete-recordings.ts';

export const recordings = [
  listRecordings,
  getRecording,
  deleteRecording,
  softDeleteRecordings,
  restoreRecordings,
  purgeRecordings,
  shareRecording,
  shareRecordingLink,
  listAdminRecordings,
  deleteAdminRecording,
];
