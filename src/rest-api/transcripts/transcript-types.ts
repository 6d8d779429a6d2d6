/** Transcripts as the interface tells them. Every key that is documented as required is in every answer. */
import { complex, integer, many, oneOf, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

const time = () => text({ format: 'date-time' });

export const transcriptType = complex(rest, 'MeetingTranscript', {
  id: text(),
  siteUrl: text(),
  startTime: time(),
  meetingTopic: text(),
  /** Of the time that the meeting ran; empty of a recording that was brought. */
  meetingId: text(),
  scheduledMeetingId: optional(text()),
  meetingSeriesId: optional(text()),
  hostUserId: text(),
  /** Both are fetched with the token in the header Authorization. */
  vttDownloadLink: text({ format: 'uri' }),
  txtDownloadLink: text({ format: 'uri' }),
  status: oneOf(['available', 'deleted']),
});

export const transcriptList = complex(rest, 'MeetingTranscriptList', { items: many(transcriptType) });

export const snippetType = complex(rest, 'TranscriptSnippet', {
  id: text(),
  text: text(),
  /** Who says it, where the transcript names them. */
  personName: optional(text()),
  /** Where one alone of those who were in the meeting bears that name. */
  personEmail: optional(text()),
  startTime: time(),
  offsetMillisecond: integer({ min: 0 }),
  durationMillisecond: integer({ min: 0 }),
});

export const snippetList = complex(rest, 'TranscriptSnippetList', { items: many(snippetType) });
