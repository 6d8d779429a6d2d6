/** Who looked at recordings, as the interface tells it. */
import { bool, complex, integer, many, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

const recordingAccessSummary = complex(rest, 'RecordingAccessSummary', {
  recordingId: text(),
  topic: text(),
  timeRecorded: text({ format: 'date-time' }),
  siteUrl: text(),
  hostEmail: text(),
  viewCount: integer({ min: 0 }),
  downloadCount: integer({ min: 0 }),
});

const recordingAccessDetail = complex(rest, 'RecordingAccessDetail', {
  recordingId: text(),
  topic: text(),
  /** Empty of somebody who has not said who they are. */
  name: text(),
  email: text(),
  accessTime: text({ format: 'date-time' }),
  viewed: bool(),
  downloaded: bool(),
});

export const accessSummaries = complex(rest, 'RecordingAccessSummaryList', {
  items: many(recordingAccessSummary),
});
export const accessDetails = complex(rest, 'RecordingAccessDetailList', {
  items: many(recordingAccessDetail),
});
