import { idsOf } from '../../../src/rest-api/ids.ts';
import { snippetIdOf, transcriptIdOf } from '../../../src/rest-api/transcripts/found-transcript.ts';
import { aRecording } from '../../support/a-recording.ts';
import { aTranscript } from '../../support/a-transcript.ts';
import { ANY_USER, type RestRows, type RestWorld } from '../rest-row.ts';

/** A transcript of a recording of the host, and its first place. */
async function transcribed({ site, host }: RestWorld) {
  const { context } = site;
  const recording = await aRecording(context, { webExID: host });
  const of = { recording, transcript: await aTranscript(context, recording) };
  // What was told of it is handed on before the call, and not while it is judged.
  await context.events.drain();
  const ids = idsOf(context);
  return { transcriptId: transcriptIdOf(ids, of), snippetId: snippetIdOf(ids, of, 0) };
}

const ofTheHost = ({ emails }: RestWorld) => ({ hostEmail: emails.host });
const SEE = ['host', 'reader', 'admin'] as const;

export const ROWS: RestRows = {
  'GET meetingTranscripts': [{ may: ANY_USER }, { about: 'of a host', query: ofTheHost, may: SEE }],
  'GET meetingTranscripts/:transcriptId/download': [{ params: transcribed, may: SEE, status: 200 }],
  'GET meetingTranscripts/:transcriptId/snippets': [
    { params: transcribed, may: SEE },
    { about: 'of a host', params: transcribed, query: ofTheHost, may: SEE },
  ],
  'GET meetingTranscripts/:transcriptId/snippets/:snippetId': [{ params: transcribed, may: SEE }],
  'PUT meetingTranscripts/:transcriptId/snippets/:snippetId': [
    { params: transcribed, body: () => ({ text: 'Mended' }), may: ['host'], changes: true },
  ],
  'DELETE meetingTranscripts/:transcriptId': [{ params: transcribed, may: ['host'], changes: true }],
};
