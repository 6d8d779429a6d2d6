import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodingFor, stepOf } from '../../web/room/media/quality.ts';

/** What goes to whom of a picture. */

const ONE = { wanted: undefined, lines: 360, receivers: 1, available: undefined } as const;

test('a picture is sent whole to somebody who has not said what they draw', () => {
  assert.deepEqual(encodingFor('camera', ONE), {
    active: true,
    scaleResolutionDownBy: 1,
    maxBitrate: 600_000,
  });
});

test('a picture that is not drawn is not sent', () => {
  assert.equal(encodingFor('camera', { ...ONE, wanted: null }).active, false);
  assert.equal(encodingFor('screen', { ...ONE, wanted: null }).active, false);
});

test('a small tile gets a small picture, a large one no more than there is', () => {
  const small = encodingFor('camera', { ...ONE, wanted: stepOf(150) });
  assert.deepEqual([small.scaleResolutionDownBy, small.maxBitrate], [2, 200_000]);
  assert.equal(encodingFor('camera', { ...ONE, wanted: 1080 }).scaleResolutionDownBy, 1);
  // Letters stay readable.
  assert.equal(encodingFor('screen', { ...ONE, lines: 1080, wanted: 90 }).scaleResolutionDownBy, 1);
});

test('many receivers share what a line takes, and a thin line is not filled', () => {
  const large = { ...ONE, lines: 720 };
  assert.equal(encodingFor('camera', large).maxBitrate, 1_500_000);
  assert.equal(encodingFor('camera', { ...large, receivers: 3 }).maxBitrate, 1_000_000);
  assert.equal(encodingFor('camera', { ...large, available: 400_000 }).maxBitrate, 340_000);
  assert.equal(encodingFor('camera', { ...large, available: 1 }).maxBitrate, 100_000);
});
