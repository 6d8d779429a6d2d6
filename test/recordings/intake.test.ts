import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { systemRandom } from '../../src/random.ts';
import { openAccessHistory } from '../../src/recordings/access-history.ts';
import { type BroughtRecording, openIntake } from '../../src/recordings/intake.ts';
import {
  RecordingBroken,
  RecordingKindUnknown,
  RecordingQuotaUsed,
  RecordingStoreFull,
  RecordingTooLarge,
} from '../../src/recordings/recording.ts';
import { openRecordings } from '../../src/recordings/recordings.ts';
import { LARGEST_RECORDING } from '../../src/recordings/room-recording.ts';
import { folderStore } from '../../src/recordings/store/folder-store.ts';
import { type RecordingStore, StoreFull } from '../../src/recordings/store/recording-store.ts';
import { RuleBroken } from '../../src/refusal.ts';
import type { Site } from '../../src/sites/site.ts';
import { keptSite } from '../sessions/kept.ts';
import { forEachDatabase } from '../support/databases.ts';

/** Recordings that are brought: whole and as they were said to be, or not at all. */

const folder = mkdtempSync(join(tmpdir(), 'parlance-intake-'));
after(() => rm(folder, { recursive: true, force: true }));
let stores = 0;

function beginning(hex: string, bytes: number): Buffer {
  const file = randomBytes(bytes);
  Buffer.from(hex, 'hex').copy(file);
  return file;
}

const hexOf = (text: string) => Buffer.from(text, 'latin1').toString('hex');
const MP4 = beginning(`00000018${hexOf('ftypisom')}`, 5000);
const WEBM = beginning(`1a45dfa39f4286810142f7810142f2810442f381084282847765626d${'42878104'}`, 5000);
const MKV = beginning(`1a45dfa3a34282886d6174726f736b61`, 5000);
const WMV = beginning('3026b2758e66cf11a6d900aa0062ce6c', 5000);
const ARF = beginning('0100020000000000', 5000);
const OLD_WRF = beginning(hexOf('WOTF'), 5000);

async function* inPieces(file: Uint8Array, size = 700) {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

forEachDatabase('recordings that are brought', (open) => {
  async function house(over: Partial<RecordingStore> = {}) {
    const database = await open();
    const kept = await keptSite(database);
    stores += 1;
    const store: RecordingStore = { ...folderStore(join(folder, String(stores))), ...over };
    const recordings = openRecordings({
      database,
      clock: kept.clock,
      random: systemRandom,
      store,
      accessHistory: openAccessHistory(database),
      record: async () => {},
    });
    const intake = openIntake({ database, clock: kept.clock, random: systemRandom, store, recordings });
    const host = await kept.host('hanna');
    const owner = { host: (await kept.accounts.withProfile(host)) ?? assert.fail() };
    const take = (
      brought: Partial<BroughtRecording>,
      file: Uint8Array | AsyncIterable<Uint8Array>,
      site = kept.site,
    ) =>
      intake.take(
        site,
        owner,
        { name: 'All hands', fileName: 'all-hands', ...brought },
        file instanceof Uint8Array ? inPieces(file) : file,
      );
    const names = async () => {
      const found: string[] = [];
      for await (const { name } of store.list(String(kept.site.id))) found.push(name);
      return found;
    };
    return { ...kept, database, store, recordings, take, names, host };
  }

  /** For tests that leave nothing behind that another would see. */
  let opened: ReturnType<typeof house> | undefined;
  const shared = () => {
    opened ??= house();
    return opened;
  };
  let keeping: ReturnType<typeof house> | undefined;
  const sharedOfKept = () => {
    keeping ??= house();
    return keeping;
  };

  function withQuota(site: Site, quota: number): Site {
    return { ...site, settings: { ...site.settings, recordings: { ...site.settings.recordings, quota } } };
  }

  test('are kept byte for byte, and made ready where they can be played', async () => {
    const { take, store, recordings, site, host, clock } = await house();
    const brought = {
      fileName: 'All hands.mp4',
      mediaType: 'video/mp4',
      bytes: MP4.length,
      sha256: createHash('sha256').update(MP4).digest(),
      duration: 61,
      createdAt: clock.now() - 1000,
      serviceType: 'TrainingCenter' as const,
      sessionKey: 123_456_789,
      confID: 987_654_321,
    };
    const recording = await take(brought, MP4);
    assert.deepEqual(await recordings.find(site, recording.id), recording);
    assert.equal(recording.state, 'PROCESSING');
    assert.equal(recording.host, host.id);
    assert.equal(recording.name, 'All hands');
    assert.equal(recording.format, 'MP4');
    assert.equal(recording.bytes, MP4.length);
    assert.equal(recording.duration, 61);
    assert.equal(recording.createdAt, brought.createdAt);
    assert.equal(recording.service, 'TrainingCenter');
    assert.equal(recording.sessionKey, 123_456_789);
    assert.equal(recording.confID, 987_654_321);
    assert.equal(recording.document.fileName, 'All hands.mp4');
    const { MAIN } = await recordings.filesOf(recording);
    assert.ok(MAIN);
    assert.equal(MAIN.mediaType, 'video/mp4');
    assert.deepEqual(Buffer.from(MAIN.sha256), brought.sha256);
    assert.deepEqual(await buffer(await store.read(MAIN.name)), MP4);
  });

  const quicktime = beginning(`00000014${hexOf('ftypqt  ')}`, 300);
  const sound = beginning(`00000020${hexOf('ftypM4A ')}`, 300);
  for (const [what, file, brought, format, state] of [
    ['an MP4 of which nothing is said', MP4, {}, 'MP4', 'PROCESSING'],
    ['a QuickTime film', quicktime, { fileName: 'x.mov', mediaType: 'video/quicktime' }, 'MP4', 'PROCESSING'],
    ['sound alone', sound, { fileName: 'x.m4a', mediaType: 'audio/x-m4a' }, 'MP4', 'PROCESSING'],
    ['a WebM', WEBM, { fileName: 'x.webm', mediaType: 'video/webm;codecs="vp8,opus"' }, 'WEBM', 'PROCESSING'],
    ['a Matroska', MKV, { fileName: 'x.mkv', mediaType: 'video/x-matroska' }, 'WEBM', 'PROCESSING'],
    ['a WMV', WMV, { fileName: 'x.WMV' }, 'WMV', 'READY'],
    ['an ARF without its name', ARF, {}, 'ARF', 'READY'],
    ['a WARF', ARF, { fileName: 'x.warf' }, 'WARF', 'READY'],
    ['a WRF', OLD_WRF, { fileName: 'x.wrf', mediaType: 'application/octet-stream' }, 'WRF', 'READY'],
    ['an ARF with another beginning', OLD_WRF, { fileName: 'x.arf' }, 'ARF', 'READY'],
  ] as const) {
    test(`${what} is known`, async () => {
      const { take } = await sharedOfKept();
      const recording = await take(brought, file);
      assert.equal(recording.format, format);
      assert.equal(recording.state, state);
    });
  }

  const sum = createHash('sha256').update('something else').digest();
  const page = Buffer.from('<!DOCTYPE html><script>alert(1)</script>'.padEnd(400));
  const picture = beginning(`00000018${hexOf('ftypavif')}`, 300);
  for (const [what, file, brought, refusal] of [
    ['nothing', Buffer.alloc(0), {}, RecordingKindUnknown],
    ['a few bytes', Buffer.from([0, 0]), {}, RecordingKindUnknown],
    ['noise', randomBytes(300).fill(7, 0, 4), {}, RecordingKindUnknown],
    ['a picture in an MP4', picture, {}, RecordingKindUnknown],
    [
      'an EBML that is neither WebM nor Matroska',
      beginning('1a45dfa3', 300).fill(0, 4),
      {},
      RecordingKindUnknown,
    ],
    ['a page that is called ARF', page, { fileName: 'x.arf' }, RecordingKindUnknown],
    [
      'an archive that is called WRF',
      Buffer.from('PK\x03\x04'.padEnd(300)),
      { fileName: 'x.wrf' },
      RecordingKindUnknown,
    ],
    ['a nothing that is called ARF', Buffer.alloc(0), { fileName: 'x.arf' }, RecordingKindUnknown],
    ['an MP4 that is said to be a page', MP4, { mediaType: 'text/html' }, RecordingKindUnknown],
    ['an MP4 that is said to be WebM', MP4, { mediaType: 'video/webm' }, RecordingBroken],
    ['an MP4 that is called ARF', MP4, { fileName: 'x.arf' }, RecordingBroken],
    ['a WebM that is called MP4', WEBM, { fileName: 'x.mp4' }, RecordingBroken],
    ['less than was said', MP4, { bytes: MP4.length + 1 }, RecordingBroken],
    ['more than was said', MP4, { bytes: MP4.length - 1 }, RecordingBroken],
    ['other bytes than were said', MP4, { sha256: sum }, RecordingBroken],
    ['more than a recording may have', MP4, { bytes: LARGEST_RECORDING + 1 }, RecordingTooLarge],
    ['no name', MP4, { name: ' ' }, RuleBroken],
    ['a name that is too long', MP4, { name: 'x'.repeat(129) }, RuleBroken],
    ['a name of two lines', MP4, { name: 'one\r\ntwo' }, RuleBroken],
    ['half a byte', MP4, { bytes: 0.5 }, RuleBroken],
    ['less than nothing', MP4, { bytes: -1 }, RuleBroken],
    ['a duration below 0', MP4, { duration: -1 }, RuleBroken],
    ['a time to come', MP4, { createdAt: Number.MAX_SAFE_INTEGER }, RuleBroken],
    ['half a hash', MP4, { sha256: Buffer.alloc(16) }, RuleBroken],
  ] as const) {
    test(`${what} is refused, and nothing is kept of it`, async () => {
      const { take, names, recordings, site } = await shared();
      await assert.rejects(take(brought, file), refusal);
      assert.deepEqual(await names(), []);
      assert.equal(await recordings.spaceUsed(site), 0);
    });
  }

  test('that break off leave nothing, and no more of them is read than is needed to refuse them', async () => {
    const { take, names, recordings, site } = await house();
    async function* broken() {
      yield MP4;
      throw new Error('the connection is gone');
    }
    await assert.rejects(take({}, broken()), /the connection is gone/);
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1000;
        yield Buffer.alloc(1000, 7);
      }
    }
    await assert.rejects(take({}, endless()), RecordingKindUnknown);
    assert.equal(read, 1000);
    await assert.rejects(take({ bytes: LARGEST_RECORDING + 1 }, endless()), RecordingTooLarge);
    assert.equal(read, 1000);
    assert.deepEqual(await names(), []);
    assert.equal(await recordings.spaceUsed(site), 0);
  });

  test('do not go over the quota of their site, alone or together', async () => {
    const { take, names, recordings, site } = await house();
    const small = withQuota(site, 0.01);
    await assert.rejects(take({ bytes: 10_001 }, MP4, small), RecordingQuotaUsed);
    await assert.rejects(take({}, beginning(MP4.toString('hex', 0, 12), 10_001), small), RecordingQuotaUsed);
    const several = await Promise.allSettled([1, 2, 3].map(() => take({}, MP4, small)));
    assert.ok(several.filter(({ status }) => status === 'fulfilled').length <= 2);
    while ((await recordings.spaceUsed(site)) < 10_000) await take({}, MP4, small);
    assert.equal((await names()).length, 2);
    await assert.rejects(take({}, MP4, small), RecordingQuotaUsed);
    assert.equal((await names()).length, 2, 'what was there is there');
    await take({}, MP4, withQuota(site, 0));
  });

  test('together take no more of the disk than is left of the quota while they come', async () => {
    let [now, most] = [0, 0];
    const counting: Partial<RecordingStore> = {
      async put(_name, from) {
        let own = 0;
        try {
          for await (const { length } of from) {
            own += length;
            now += length;
            most = Math.max(most, now);
          }
        } catch (error) {
          now -= own;
          throw error;
        }
      },
    };
    const { take, site, recordings } = await house(counting);
    const film = beginning(MP4.toString('hex', 0, 12), 4000);
    const uploads = Array.from({ length: 10 }, () => take({}, film, withQuota(site, 0.01)));
    const several = await Promise.allSettled(uploads);
    assert.ok(several.some(({ status }) => status === 'rejected'));
    assert.ok(most <= 10_000, `${most} bytes at once`);
    assert.equal(now, await recordings.spaceUsed(site));
  });

  test('are refused by a full disk, with a word that says so', async () => {
    const full: Partial<RecordingStore> = {
      async put(_name, from) {
        for await (const _ of from) throw new StoreFull(new Error('ENOSPC'));
      },
    };
    const { take, names, recordings, site } = await house(full);
    await assert.rejects(take({}, MP4), RecordingStoreFull);
    assert.deepEqual(await names(), []);
    assert.equal(await recordings.spaceUsed(site), 0);
  });
});
