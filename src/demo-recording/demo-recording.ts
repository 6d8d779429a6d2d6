/**
 * The demo's recording: eight seconds with a picture that moves and a voice, which every demo site keeps and anybody may
 * play. `safety-at-work.mp4` and its still were made by ffmpeg alone: a coloured plane with drawn words and a bar that
 * grows (`color`, `drawtext`, `overlay`), its voice by ffmpeg's `flite`; H.264 and AAC, with `-movflags +faststart`.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import type { Random } from '../random.ts';
import type { Recording, RecordingFile } from '../recordings/recording.ts';
import { type NewRecording, openRecordings } from '../recordings/recordings.ts';
import type { Site } from '../sites/site.ts';

const NAME = 'Safety at work';

const FILES = [
  { role: 'MAIN', file: 'safety-at-work.mp4', mediaType: 'video/mp4' },
  { role: 'POSTER', file: 'safety-at-work.jpg', mediaType: 'image/jpeg' },
] as const;

const PICTURE = { duration: 8, width: 640, height: 360 };

export interface DemoRecording extends Partial<Pick<NewRecording, 'name' | 'service' | 'document'>> {
  /** Its number, where samples speak of it. */
  readonly recordID?: number;
  readonly session?: { readonly sessionKey: number; readonly confID: number } | undefined;
  /** Epoch milliseconds; without it that is now. */
  readonly createdAt?: number;
}

/** Keeps the demo's recording as one of that host's; nobody is told. */
export async function keepDemoRecording(
  context: Context,
  site: Site,
  host: Pick<Account, 'id' | 'timeZoneID'>,
  { recordID, name = NAME, service = 'MeetingCenter', session, createdAt, document }: DemoRecording = {},
): Promise<Recording> {
  const there = recordID === undefined ? undefined : await context.recordings.find(site, recordID);
  if (there) return there;
  const { database, clock, recordingStore: store, accessHistory } = context;
  const random = drawing(recordID, context.random);
  const recordings = openRecordings({
    database,
    clock,
    random,
    store,
    accessHistory,
    record: async () => {},
  });
  const files = await filesFor(context, site);
  const { width, height, duration } = PICTURE;
  return database.write((tx) =>
    recordings.add(tx, site, {
      name,
      state: 'READY',
      host: host.id,
      service,
      timeZoneID: host.timeZoneID,
      format: 'MP4',
      files,
      duration,
      createdAt,
      sessionKey: session?.sessionKey,
      confID: session?.confID,
      document: { description: 'What everybody has to know', width, height, ...document },
    }),
  );
}

/** Keeps it on every one of those sites that has no recording yet. */
export async function keepDemoRecordings(context: Context, siteNames: readonly string[]): Promise<void> {
  const { sites, accounts, recordingList } = context;
  for (const siteName of siteNames) {
    const site = await sites.byName(siteName);
    const host = site && (await accounts.findByEmail(site, 'hostid@acme.com'));
    if (!host) continue;
    const page = { startFrom: 1, maximumNum: 1 };
    const [kept, deleted] = await Promise.all(
      [false, true].map((inBin) => recordingList.search(site, { inBin }, page)),
    );
    if (kept?.total === 0 && deleted?.total === 0) await keepDemoRecording(context, site, host);
  }
}

async function filesFor({ recordingStore, random }: Context, site: Site): Promise<RecordingFile[]> {
  const folder = `${site.id}/demo-${random.bytes(8).toString('hex')}`;
  return Promise.all(
    FILES.map(async ({ role, file, mediaType }) => {
      const bytes = await readFile(join(import.meta.dirname, file));
      const name = `${folder}/${file}`;
      await recordingStore.put(name, whole(bytes));
      const sha256 = createHash('sha256').update(bytes).digest();
      return { role, name, mediaType, bytes: bytes.length, sha256 };
    }),
  );
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Gives that number first where nine digits are drawn. */
function drawing(first: number | undefined, random: Random): Random {
  const left = first === undefined ? [] : [first];
  return { ...random, digits: (count) => (count === 9 && left.shift()) || random.digits(count) };
}
