import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Recording } from '../../../src/recordings/recording.ts';
import { NotInStore } from '../../../src/recordings/store/recording-store.ts';
import { aRecording, type Wished } from '../../support/a-recording.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, HOST, sharedSite } from '../../support/site.ts';

/** What has been thrown away: listed, taken back, deleted for good (10.0 SP12). */

const LIST = 'ep.LstRecordingInRecycleBin';
const RECOVER = 'ep.RecoverRecordingFromRecycleBin';
const ERASE = 'ep.DelRecordingFromRecycleBin';

const data = mkdtempSync(join(tmpdir(), 'parlance-recycle-bin-'));
after(() => rm(data, { recursive: true, force: true }));

forProtocol('The bin of recordings', (open) => {
  const site = sharedSite(open, { settings: { data } });
  let other: Caller = HOST;
  let reader: Caller = ADMIN;
  const ids = (...recordings: readonly Pick<Recording, 'id'>[]) =>
    recordings.map(({ id }) => `<recordingID>${id}</recordingID>`).join('');
  const names = async (caller: Caller = HOST, content = '') =>
    (await site().ok(LIST, content, caller)).texts('recording/name');

  async function binned(wished: Wished = {}): Promise<Recording> {
    const recording = await aRecording(site().context, wished);
    const { sites, recordings } = site().context;
    await recordings.discard(await sites.required('acme'), recording.id, () => {});
    return recording;
  }

  before(async () => {
    other = await site().person();
    reader = await site().person({ privileges: { roSiteAdmin: true, host: false } });
  });

  test('tells everybody of their own, an administrator too', async () => {
    await site().refused('000015', LIST, '', HOST);
    const march = (day: number) => Date.UTC(2026, 2, day, 12);
    await binned({ name: 'Plans', createdAt: march(1), sessionKey: 623_063_327 });
    await binned({ name: 'Budget', createdAt: march(2), service: 'EventCenter' });
    await binned({ name: 'Nothing came', createdAt: march(3), state: 'PROCESSING' });
    await binned({ name: 'Theirs', webExID: String(other.webExID) });
    await aRecording(site().context, { name: 'Kept' });
    assert.deepEqual(await names(), ['Plans', 'Budget', 'Nothing came']);
    assert.deepEqual(await names(other), ['Theirs']);
    for (const caller of [ADMIN, reader, { ...HOST, siteName: 'acme-basic' }]) {
      await site().refused('000015', LIST, '', caller);
    }
    const answer = await site().ok(LIST, '<recordName>plan</recordName>', HOST);
    assert.match(answer.text, /xsi:type="ep:lstRecordingInRecycleBinResponse"/);
    // A link would open nothing.
    for (const link of ['streamURL', 'fileURL', 'hostStreamURL']) {
      assert.equal(answer.value(`recording/${link}`), '', link);
    }
    assert.match(answer.value('recording/deleteTime') ?? '', /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
    assert.deepEqual(await names(HOST, '<sessionKey>623063327</sessionKey>'), ['Plans']);
    assert.deepEqual(
      await names(HOST, '<serviceTypes><serviceType>EventCenter</serviceType></serviceTypes>'),
      ['Budget'],
    );
    // The time that a row tells, sent back as both bounds and without a zone (Kaltura).
    const told = (await site().ok(LIST, '<recordName>Budget</recordName>', HOST)).value(
      'recording/createTime',
    );
    const scope = `<createTimeScope><createTimeStart>${told}</createTimeStart><createTimeEnd>${told}</createTimeEnd></createTimeScope>`;
    assert.deepEqual(await names(HOST, scope), ['Budget']);
    assert.deepEqual(
      await names(HOST, '<listControl><startFrom>2</startFrom><maximumNum>1</maximumNum></listControl>'),
      ['Budget'],
    );
  });

  test('gives back what is named, and says what it could not', async () => {
    const [mine, again, theirs] = [
      await binned({ name: 'Back' }),
      await aRecording(site().context, { name: 'Never gone' }),
      await binned({ name: 'Not mine', webExID: String(other.webExID) }),
    ];
    const content = ids(mine, mine, again, theirs, { id: 1 });
    const answer = await site().ok(RECOVER, content, HOST);
    assert.equal(answer.value('successfulRecoverRecordingsCount'), '1');
    assert.deepEqual(
      answer.texts('failedRecordings/recordingID'),
      [again, theirs, { id: 1 }].map(({ id }) => String(id)),
    );
    assert.deepEqual(
      new Set(answer.texts('failedRecordings/reasonForFailure')),
      new Set(['Corresponding recording not found']),
    );
    assert.ok((await site().ok('ep.LstRecording', '', HOST)).texts('recording/name').includes('Back'));
    assert.ok(!(await names()).includes('Back'));
    assert.ok((await names(other)).includes('Not mine'));
  });

  test('gives back no more than twenty at a time, and nothing when more are named', async () => {
    const some = await Promise.all(Array.from({ length: 21 }, () => binned({ name: 'Many' })));
    await site().refused('000908', RECOVER, ids(...some), HOST);
    const answer = await site().ok(RECOVER, ids(...some.slice(0, 20)), HOST);
    assert.equal(answer.value('successfulRecoverRecordingsCount'), '20');
    await site().refused('000901', RECOVER, '', HOST);
  });

  test('deletes for good what is named, with its bytes', async () => {
    const recording = await binned({ name: 'Gone', content: Buffer.from('bytes') });
    const { recordings, recordingStore, sites } = site().context;
    const { MAIN } = await recordings.filesOf(recording);
    const kept = await aRecording(site().context, { name: 'Still listed' });
    const answer = await site().ok(ERASE, ids(recording, kept), HOST);
    assert.equal(answer.value('successfulRecordingsCount'), '1');
    assert.equal(answer.value('failedRecordings/recordingID'), String(kept.id));
    const acme = await sites.required('acme');
    assert.equal(await recordings.find(acme, recording.id), undefined);
    await assert.rejects(recordingStore.read(MAIN?.name ?? ''), NotInStore);
    assert.ok(await recordings.find(acme, kept.id));
    const again = await site().ok(ERASE, ids(recording), HOST);
    assert.equal(again.value('successfulRecordingsCount'), '0');
  });

  test("is another host's bin for nobody but an administrator, who may not only read", async () => {
    const recording = await binned({ name: 'Guarded' });
    const reasonFor = async (caller: Caller) =>
      (await site().ok(ERASE, ids(recording), caller)).value('failedRecordings/reasonForFailure');
    assert.equal(await reasonFor(other), 'Corresponding recording not found');
    assert.equal(await reasonFor({ ...ADMIN, siteName: 'acme-basic' }), 'Corresponding recording not found');
    assert.match((await reasonFor(reader)) ?? '', /Access denied/);
    assert.equal(
      (await site().ok(RECOVER, ids(recording), reader)).value('successfulRecoverRecordingsCount'),
      '0',
    );
    assert.equal((await site().ok(ERASE, ids(recording), ADMIN)).value('successfulRecordingsCount'), '1');
  });

  test("is emptied whole, of the caller's own alone", async () => {
    await site().refused('000909', ERASE, '', HOST);
    await site().refused('000909', ERASE, '<deleteAll>false</deleteAll>', HOST);
    await site().refused('000909', ERASE, '<recordingID>1</recordingID><deleteAll>true</deleteAll>', HOST);
    const there = (await names()).length;
    const foreign = await names(other);
    const none = await site().ok(ERASE, '<deleteAll>true</deleteAll>', ADMIN);
    assert.equal(none.value('successfulRecordingsCount'), '0');
    const answer = await site().ok(ERASE, '<deleteAll>true</deleteAll>', HOST);
    assert.equal(answer.value('successfulRecordingsCount'), String(there));
    assert.equal(answer.value('failedRecordings/recordingID'), undefined);
    await site().refused('000015', LIST, '', HOST);
    assert.deepEqual(await names(other), foreign);
    await site().ok('ep.LstRecording', '<recordName>Kept</recordName>', HOST);
  });
});
