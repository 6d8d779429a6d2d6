import { createHash } from 'node:crypto';
import type { Context } from '../../src/context.ts';
import type { Recording } from '../../src/recordings/recording.ts';
import type { NewRecording } from '../../src/recordings/recordings.ts';

/** A recording of a host of acme as tests want it: an MP4 of two seconds that is ready, without a file where none is asked for. */
export interface Wished extends Partial<NewRecording> {
  readonly webExID?: string;
  readonly siteName?: string;
  /** Of its main file: they are put into the store. */
  readonly content?: Buffer;
}

export async function aRecording(context: Context, wished: Wished = {}): Promise<Recording> {
  const { webExID = 'hostid', siteName = 'acme', content, ...recording } = wished;
  const { sites, accounts, recordings, recordingStore, database, random } = context;
  const site = await sites.required(siteName);
  const { id: host } = await accounts.required(site, webExID);
  const files: NonNullable<NewRecording['files']>[number][] = [];
  if (content) {
    const name = `${site.id}/test-${random.bytes(8).toString('hex')}.mp4`;
    await recordingStore.put(
      name,
      (async function* () {
        yield content;
      })(),
    );
    const sha256 = createHash('sha256').update(content).digest();
    files.push({ role: 'MAIN', name, mediaType: 'video/mp4', bytes: content.length, sha256 });
  }
  return database.write((tx) =>
    recordings.add(tx, site, {
      name: 'Recorded',
      host,
      state: 'READY',
      service: 'MeetingCenter',
      timeZoneID: 4,
      format: 'MP4',
      duration: 2,
      files,
      ...recording,
    }),
  );
}
