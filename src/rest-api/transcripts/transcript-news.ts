/** What a webhook tells of a transcript: what it is of and whose, without its words. */
import type { Happened } from '../../events.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { RestCall } from '../rest-caller.ts';
import { presentTranscripts } from './present-transcript.ts';
import type { transcriptType } from './transcript-types.ts';

type TranscriptAudience = Pick<RestCall, 'app' | 'ids' | 'origin' | 'zone'> & {
  readonly site: Happened['site'];
};

export interface TranscriptNews {
  readonly data: ValueOf<typeof transcriptType> & { readonly hostEmail: string };
  /** The row of the host's account. */
  readonly host: number;
}

/** @returns nothing where it has gone meanwhile, or lies in the bin */
export async function newsOfTranscript(
  to: TranscriptAudience,
  id: number,
): Promise<TranscriptNews | undefined> {
  const { app, site } = to;
  const found = await app.transcriptPages.find(site, id);
  if (!found) return undefined;
  const [told] = await presentTranscripts(to, site, [found]);
  if (!told) return undefined;
  const { host } = found.recording;
  const account = await app.accounts.findById(host);
  return { data: { ...told, hostEmail: account?.email ?? '' }, host };
}
