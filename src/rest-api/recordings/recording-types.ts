/** Recordings as the interface tells them. Every key that is documented as required is in every answer. */
import { bool, complex, integer, list, many, oneOf, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

export const RECORDING_FORMATS = ['MP4', 'ARF', 'UPLOADED'] as const;
export const RECORDING_STATUSES = ['available', 'deleted', 'purged'] as const;
export const SERVICE_TYPES = [
  'MeetingCenter',
  'EventCenter',
  'SupportCenter',
  'TrainingCenter',
  'SalesCenter',
] as const;

const time = () => text({ format: 'date-time' });

const RECORDED = {
  id: text(),
  /** Of the time that the meeting ran; empty of a recording that was brought. */
  meetingId: text(),
  scheduledMeetingId: optional(text()),
  meetingSeriesId: optional(text()),
  topic: text(),
  createTime: time(),
  timeRecorded: time(),
};

const KEPT = {
  siteUrl: text(),
  downloadUrl: text(),
  playbackUrl: text(),
};

const FILE = {
  format: oneOf(RECORDING_FORMATS),
  serviceType: oneOf(SERVICE_TYPES),
  durationSeconds: integer({ min: 0 }),
  sizeBytes: integer({ min: 0 }),
};

const ITS_TAGS = { integrationTags: list(text()), status: oneOf(RECORDING_STATUSES) };

export const restRecording = complex(rest, 'Recording', {
  ...RECORDED,
  ...KEPT,
  password: text(),
  ...FILE,
  shareToMe: bool(),
  ...ITS_TAGS,
});

export const directDownloadLinks = complex(rest, 'TemporaryDirectDownloadLinks', {
  recordingDownloadLink: optional(text({ format: 'uri' })),
  audioDownloadLink: optional(text({ format: 'uri' })),
  transcriptDownloadLink: optional(text({ format: 'uri' })),
  expiration: time(),
});

export const restRecordingDetails = complex(rest, 'RecordingDetails', {
  ...RECORDED,
  ...KEPT,
  password: text(),
  temporaryDirectDownloadLinks: optional(directDownloadLinks),
  ...FILE,
  shareToMe: bool(),
  ...ITS_TAGS,
});

/** Without the password, and without what is one's own. */
export const adminRecording = complex(rest, 'AdminRecording', {
  ...RECORDED,
  hostDisplayName: text(),
  hostEmail: text(),
  ...KEPT,
  ...FILE,
  ...ITS_TAGS,
});

export const recordingList = complex(rest, 'RecordingList', { items: many(restRecording) });
export const adminRecordingList = complex(rest, 'AdminRecordingList', { items: many(adminRecording) });
