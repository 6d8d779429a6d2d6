import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accentTones, contrastOf } from '../../src/sites/brand/accent-tones.ts';
import { LARGEST_LOGO, pictureOf } from '../../src/sites/brand/picture.ts';
import { checkChange } from '../../src/sites/settings/change.ts';
import { forProtocol } from '../support/databases.ts';
import { gifOf, jpegOf, pngOf, webpOf } from '../support/pictures.ts';
import { startSite } from '../support/site.ts';

describe('The tones of an accent', () => {
  test('are readable wherever the pages use them, whatever colour was chosen', () => {
    const levels = ['00', '40', '80', 'bf', 'ff'];
    for (const red of levels) {
      for (const green of levels) {
        for (const blue of levels) {
          const colour = `#${red}${green}${blue}`;
          const { light, dark } = accentTones(colour);
          assert.ok(contrastOf(light.onAccent, light.accent) >= 4.5, `${colour} light button`);
          assert.ok(contrastOf(light.onAccent, light.accentDeep) >= 4.5, `${colour} light button, pressed`);
          assert.ok(contrastOf(dark.onAccent, dark.accent) >= 4.5, `${colour} dark button`);
          assert.ok(contrastOf(dark.onAccent, dark.accentDeep) >= 4.5, `${colour} dark button, pressed`);
          for (const ground of ['#f4f6fa', '#ffffff', light.accentWash]) {
            assert.ok(contrastOf(light.link, ground) >= 4.5, `${colour} link on ${ground}`);
          }
          for (const ground of ['#0f1319', '#181d26', dark.accentWash]) {
            assert.ok(contrastOf(dark.link, ground) >= 4.5, `${colour} link on ${ground}`);
          }
          assert.ok(contrastOf('#17202e', light.accentWash) >= 4.5, `${colour} text on the wash`);
          assert.ok(contrastOf('#e8ecf3', dark.accentWash) >= 4.5, `${colour} text on the dark wash`);
        }
      }
    }
  });

  test('leave a colour alone that can be read, and say so where they do not', () => {
    assert.equal(accentTones('#1f5fbf').light.accent, '#1f5fbf');
    assert.deepEqual(accentTones('#1F5FBF').isChanged.light, false);
    assert.deepEqual(accentTones('#ffe600').isChanged, { light: true, dark: false });
  });
});

describe('A logo', () => {
  test('is a picture of dots, told by its bytes, with its size', () => {
    for (const [bytes, mediaType] of [
      [pngOf(120, 40), 'image/png'],
      [jpegOf(120, 40), 'image/jpeg'],
      [gifOf(120, 40), 'image/gif'],
      [webpOf(120, 40), 'image/webp'],
    ] as const) {
      assert.deepEqual(pictureOf(bytes), { mediaType, width: 120, height: 40 });
    }
  });

  test('is refused when it could be a program, is no picture, or has no fitting size', () => {
    const svg = Buffer.from(
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    );
    assert.throws(() => pictureOf(svg), /is an SVG: use a PNG of it/);
    assert.throws(() => pictureOf(Buffer.from('<html>')), /must be a PNG, JPEG, GIF or WebP picture/);
    assert.throws(() => pictureOf(Buffer.alloc(0)), /is empty/);
    assert.throws(() => pictureOf(pngOf(8, 40)), /from 16 to 2048 dots/);
    assert.throws(() => pictureOf(pngOf(100_000, 40)), /is 100000 × 40/);
    assert.throws(
      () => pictureOf(Buffer.concat([pngOf(64, 64), Buffer.alloc(LARGEST_LOGO)])),
      /at most 512 KB/,
    );
    for (let length = 1; length < 40; length += 1) {
      for (const whole of [pngOf(64, 64), jpegOf(64, 64), gifOf(64, 64), webpOf(64, 64)]) {
        try {
          pictureOf(whole.subarray(0, Math.min(length, whole.length - 1)));
        } catch (error) {
          assert.match(String(error), /must be a PNG/, `${length} bytes`);
        }
      }
    }
  });
});

test('What a site calls itself is held to its form', () => {
  assert.throws(() => checkChange({ branding: { displayName: 'two\nlines' } }), /must be one line/);
  assert.throws(() => checkChange({ branding: { displayName: 'x'.repeat(65) } }), /at most 64 characters/);
  assert.throws(() => checkChange({ branding: { accent: 'red;} body{' } }), /must be a colour/);
  assert.throws(() => checkChange({ branding: { helpURL: 'javascript:alert(1)' } }), /must be an address/);
  checkChange({ branding: { accent: '', helpURL: '', privacyURL: 'https://acme.example.com/privacy' } });
});

forProtocol('The logo of a site', (open) => {
  test('takes the place of the one before, and is its own site’s', async () => {
    await using parlance = await startSite(await open());
    const { logos, sites } = parlance.context;
    const acme = () => sites.required('acme');
    assert.equal(await logos.of(await acme()), undefined);
    await logos.replace(await acme(), pngOf(120, 40));
    const first = await logos.of(await acme());
    assert.equal(first?.mediaType, 'image/png');
    await logos.replace(await acme(), gifOf(60, 60));
    const second = await logos.of(await acme());
    assert.ok(second && second.token !== first?.token);
    assert.equal(await logos.find(await acme(), first?.token ?? ''), undefined);
    const stored = await logos.find(await acme(), second.token);
    assert.deepEqual(Buffer.from(stored?.bytes ?? []), gifOf(60, 60));
    assert.equal(await logos.find(await sites.required('acme-ci'), second.token), undefined);
    await logos.replace(await acme(), undefined);
    assert.equal(await logos.of(await acme()), undefined);
  });
});
