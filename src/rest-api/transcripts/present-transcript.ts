/** Transcripts in the words of this interface. */

import type { FoundTranscript } from '../../recordings/transcripts/transcript-pages.ts';
import type { Site } from '../../sites/site.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { placesOf } from '../recordings/recording-place.ts';
import type { RestCall } from '../rest-caller.ts';
import { siteUrlOf } from '../site-url.ts';
import { type Snippet, snippetIdOf, transcriptIdOf } from './found-transcript.ts';
import type { snippetType, transcriptType } from './transcript-types.ts';

type Asked = Pick<RestCall, 'app' | 'ids' | 'origin' | 'zone'>;

export async function presentTranscripts(
  call: Asked,
  site: Site,
  transcripts: readonly FoundTranscript[],
): Promise<ValueOf<typeof transcriptType>[]> {
  const { app, ids, origin, zone } = call;
  const places = await placesOf(
    { app, ids },
    site,
    transcripts.map(({ recording }) => recording),
  );
  return transcripts.map((one, at) => {
    const { recording } = one;
    const { meetingId = '', scheduledMeetingId, meetingSeriesId } = places[at] ?? {};
    const id = transcriptIdOf(ids, one);
    const link = (format: string) => {
      const query = new URLSearchParams({ format, ...(meetingId !== '' && { meetingId }) });
      return `${origin}/v1/meetingTranscripts/${id}/download?${query}`;
    };
    return {
      id,
      siteUrl: siteUrlOf(app, site),
      startTime: isoTime(recording.createdAt, zone),
      meetingTopic: recording.name,
      meetingId,
      scheduledMeetingId,
      meetingSeriesId,
      hostUserId: ids.person({ site: site.id, id: recording.host }),
      vttDownloadLink: link('vtt'),
      txtDownloadLink: link('txt'),
      status: 'available',
    };
  });
}

/** The e-mail address of whoever bears a name, where one alone of those who were there does. */
export async function emailsOf(
  { app }: Pick<RestCall, 'app'>,
  { recording }: Pick<FoundTranscript, 'recording'>,
): Promise<(name: string | undefined) => string | undefined> {
  if (recording.run === null) return () => undefined;
  const emails = new Map<string, Set<string>>();
  for (const { name, email } of await app.history.attendancesOf({ id: recording.run })) {
    const key = name.trim().toLowerCase();
    emails.set(key, (emails.get(key) ?? new Set()).add(email.toLowerCase()));
  }
  return (name) => {
    const [email, ...others] = emails.get(name?.trim().toLowerCase() ?? '') ?? [];
    return others.length === 0 && email ? email : undefined;
  };
}

export function presentSnippet(
  { ids, zone }: Pick<RestCall, 'ids' | 'zone'>,
  of: FoundTranscript,
  { cue, index }: Snippet,
  emailOf: (name: string | undefined) => string | undefined,
): ValueOf<typeof snippetType> {
  const { start, end, voice, text } = cue;
  return {
    id: snippetIdOf(ids, of, index),
    text,
    personName: voice,
    personEmail: emailOf(voice),
    startTime: isoTime(of.recording.createdAt + start, zone),
    offsetMillisecond: start,
    durationMillisecond: end - start,
  };
}
