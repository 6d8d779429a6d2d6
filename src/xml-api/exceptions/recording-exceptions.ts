/** Recordings. */
import { RecordingNotFound, RecordingQuotaUsed, RecordingStoreFull } from '../../recordings/recording.ts';
import { type Exception, exception } from './exception.ts';

export const recordingExceptions = {
  recordingNotFound: exception(
    '060970',
    'Corresponding recording not found',
    'ours',
    'No recording of that recordingID that the caller may see.',
    [RecordingNotFound],
  ),
  recordingQuotaUsed: exception(
    '060971',
    "The site's space for recordings is used up",
    'ours',
    'A recording begins or is brought, and recordings.quota is reached.',
    [RecordingQuotaUsed],
  ),
  recordingStoreFull: exception(
    '060972',
    'No room is left where recordings are kept',
    'ours',
    'A recording is brought, and the disk or the bucket takes no more.',
    [RecordingStoreFull],
  ),
} as const satisfies Record<string, Exception>;
