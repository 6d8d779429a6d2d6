import type { Context } from '../../src/context.ts';
import type { Recording } from '../../src/recordings/recording.ts';
import { readCaptions } from '../../src/recordings/transcripts/read-captions.ts';
import type { Transcript } from '../../src/recordings/transcripts/transcripts.ts';

/** Two passages, as our own writer has them. */
export const SPOKEN = `WEBVTT
Language: en

1
00:00:01.000 --> 00:00:02.500
<v Ada Lovelace>Good &lt;b&gt;morning&lt;/b&gt; &amp; welcome.

2
00:00:03.000 --> 00:00:04.000
<v Bob>Shall we begin?
`;

/** Puts a transcript beside a recording, as its host does. */
export async function aTranscript(
  { sites, transcripts }: Context,
  { id, site }: Pick<Recording, 'id' | 'site'>,
  vtt = SPOKEN,
): Promise<Transcript> {
  const of = await sites.byId(site);
  if (!of) throw new Error('there is no such site');
  return transcripts.bring(of, id, () => {}, readCaptions(Buffer.from(vtt)));
}
