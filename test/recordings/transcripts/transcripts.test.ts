import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecordingNotFound, RecordingQuotaUsed } from '../../../src/recordings/recording.ts';
import { TranscriptNotFound } from '../../../src/recordings/transcripts/cue.ts';
import { AccessDenied } from '../../../src/refusal.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { RECORDED, workshop } from '../processing/workshop.ts';

/** What is said in a recording is kept with it, and leaves nothing behind. */

const anybody = () => {};
const words = (text: string) => ({ cues: [{ start: 0, end: 1_000, text }], language: 'en' });

forEachDatabase('transcripts', (open) => {
  async function ready() {
    const shop = await workshop(await open());
    const { id } = await shop.recorded([RECORDED]);
    await shop.work.drain();
    return { ...shop, id };
  }

  test('one takes the place of another under its number, and the file before it goes', async () => {
    const { transcripts, site, id, stored } = await ready();
    const before = (await stored()).length;
    const first = await transcripts.bring(site, id, anybody, words('One'));
    const second = await transcripts.bring(site, id, anybody, words('Two'));
    assert.equal(second.id, first.id);
    assert.equal((await transcripts.wordsOf({ id })).cues[0]?.text, 'Two');
    assert.equal((await stored()).length, before + 1);
    await transcripts.remove(site, id, anybody);
    assert.equal((await stored()).length, before);
    await assert.rejects(transcripts.wordsOf({ id }), TranscriptNotFound);
    await assert.rejects(transcripts.remove(site, id, anybody), TranscriptNotFound);
    assert.notEqual((await transcripts.bring(site, id, anybody, words('Three'))).id, first.id);
  });

  test('nothing is kept of what is refused', async () => {
    const { transcripts, recordings, site, id, stored } = await ready();
    const before = await stored();
    const denies = () => {
      throw new AccessDenied('a test');
    };
    await assert.rejects(transcripts.bring(site, id, denies, words('No')), AccessDenied);
    await assert.rejects(transcripts.bring({ ...site, id: 99 }, id, anybody, words('No')), RecordingNotFound);
    const settings = { ...site.settings, recordings: { ...site.settings.recordings, quota: 1 } };
    const large = { cues: [{ start: 0, end: 1, text: 'a'.repeat(1_000_000) }] };
    await assert.rejects(transcripts.bring({ ...site, settings }, id, anybody, large), RecordingQuotaUsed);
    await recordings.discard(site, id, anybody);
    await assert.rejects(transcripts.bring(site, id, anybody, words('No')), RecordingNotFound);
    await assert.rejects(transcripts.remove(site, id, anybody), RecordingNotFound);
    assert.deepEqual(await stored(), before);
  });
});
