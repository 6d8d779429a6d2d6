/** What is done with several recordings of the bin, one after the other: some may fail. */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { AccessDenied } from '../../refusal.ts';
import { complex, int, text, type ValueOf } from '../../xml/schema.ts';
import { EXCEPTIONS } from '../exceptions/catalogue.ts';
import { ep } from '../types/namespaces.ts';

export const failedRecordingType = complex(ep, 'failedRecordingType', {
  recordingID: int(),
  reasonForFailure: text(),
});

export interface DoneWithBin {
  readonly count: number;
  readonly failed: readonly ValueOf<typeof failedRecordingType>[];
}

/** A number that is named twice counts once. */
export async function eachOfBin(
  recordingIDs: Iterable<number>,
  work: (recordingID: number) => Promise<void>,
): Promise<DoneWithBin> {
  const failed: ValueOf<typeof failedRecordingType>[] = [];
  let count = 0;
  for (const recordingID of new Set(recordingIDs)) {
    try {
      await work(recordingID);
      count += 1;
    } catch (error) {
      const reasonForFailure = reasonOf(error);
      if (reasonForFailure === undefined) throw error;
      failed.push({ recordingID, reasonForFailure });
    }
  }
  return { count, failed };
}

/** As the interface words it; nothing for what is no refusal of this one recording. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof RecordingNotFound) return EXCEPTIONS.recordingNotFound.reason;
  return error instanceof AccessDenied ? EXCEPTIONS.accessDenied.reason : undefined;
}
