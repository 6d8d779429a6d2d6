/** Recordings. */
import {
  RecordingBroken,
  RecordingKindUnknown,
  RecordingNotFound,
  RecordingQuotaUsed,
  RecordingStoreFull,
  RecordingTooLarge,
} from '../../recordings/recording.ts';
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
  recordingNotAccepted: exception(
    '060973',
    'The file is no recording that can be kept',
    'ours',
    'A recording is brought that is of no known kind, too large, or not what was said of it.',
    [RecordingKindUnknown, RecordingBroken, RecordingTooLarge],
  ),
} as const satisfies Record<string, Exception>;
