/** Who looked at recordings. */
import { listAccessDetails } from './list-access-details.ts';
import { listAccessSummaries } from './list-access-summaries.ts';

export const recordingReport = [listAccessSummaries, listAccessDetails];
