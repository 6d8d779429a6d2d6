/** Recordings whose bytes are there, without anybody having recorded them. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Recording } from '../../src/recordings/recording.ts';
import type { NewRecording } from '../../src/recordings/recordings.ts';
import type { TestSite } from '../support/site.ts';

/** A data folder that goes with the suite. */
export function dataFolder(): string {
  const data = mkdtempSync(join(tmpdir(), 'parlance-nbr-'));
  after(() => rm(data, { recursive: true, force: true }));
  return data;
}

/** Bytes that a client which splits at blank lines must not cut: there is none of those in them. */
export function content(size = 100_000): Buffer {
  const bytes = randomBytes(size);
  for (let at = bytes.indexOf('\r\n\r\n'); at !== -1; at = bytes.indexOf('\r\n\r\n')) bytes[at] = 0;
  return bytes;
}

export interface Asked extends Partial<NewRecording> {
  readonly siteName?: string;
  readonly hostName?: string;
  readonly bytes?: Buffer;
}

export async function recordingIn(
  { context }: Pick<TestSite, 'context'>,
  { siteName = 'acme', hostName = 'hostid', bytes = content(), ...asked }: Asked = {},
): Promise<Recording> {
  const { accounts, database, recordings, recordingStore, sites, random } = context;
  const site = await sites.required(siteName);
  const host = await accounts.required(site, hostName);
  const name = `test/${random.bytes(8).toString('hex')}`;
  await recordingStore.put(
    name,
    (async function* () {
      yield bytes;
    })(),
  );
  const sha256 = createHash('sha256').update(bytes).digest();
  const file = { role: 'MAIN', name, mediaType: 'video/mp4', bytes: bytes.length, sha256 } as const;
  return database.write((tx) =>
    recordings.add(tx, site, {
      name: 'Weekly call',
      host: host.id,
      service: 'MeetingCenter',
      timeZoneID: 4,
      state: 'READY',
      format: 'MP4',
      duration: 61,
      files: [file],
      ...asked,
    }),
  );
}

/** Puts its sound beside a recording, as it is kept when somebody has asked for it. */
export async function withSound({ context }: Pick<TestSite, 'context'>, recording: number): Promise<void> {
  const { recordings, recordingStore, random } = context;
  const bytes = content(1_000);
  const name = `test/${random.bytes(8).toString('hex')}.wav`;
  await recordingStore.put(
    name,
    (async function* () {
      yield bytes;
    })(),
  );
  const sha256 = createHash('sha256').update(bytes).digest();
  await recordings.attach(recording, {
    role: 'SOUND',
    name,
    mediaType: 'audio/wav',
    bytes: bytes.length,
    sha256,
  });
}
