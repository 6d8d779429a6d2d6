import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LARGEST_PROFILE_PICTURE } from '../../src/accounts/profile-picture.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { gifOf, pngOf } from '../support/pictures.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

const PNG = pngOf(64, 64);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><script>alert(1)</script></svg>';

forProtocol('The picture of a profile', (open) => {
  const shared = sharedSite(open);

  async function signedIn() {
    const person = await shared().person();
    const visitor = new Visitor(shared().url);
    await visitor.post('/acme/p.php', { AT: 'LI', WID: person.webExID, PW: PASSWORD });
    await visitor.get('/acme/');
    const FORM = visitor.cookies.get('form') ?? '';
    const profile = async () => (await visitor.get('/acme/profile.php')).text;
    const bring = async (file: Buffer | string, token = FORM, isSignedIn = true) => {
      const body = new FormData();
      body.append('FORM', token);
      body.append('FILE', new Blob([new Uint8Array(Buffer.from(file))], { type: 'image/png' }), 'me.png');
      const all = [...visitor.cookies, ...(isSignedIn ? [['ticket', visitor.cookie]] : [])];
      const Cookie = all.map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(`${shared().url}/acme/picture.php`, {
        method: 'POST',
        body,
        headers: { Cookie },
        redirect: 'manual',
      });
      return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
    };
    return { person, visitor, FORM, profile, bring };
  }

  /** The address of the picture in the head of a page. */
  const inHeader = (page: string) => /<summary>.*?<img src="([^"]+)"/s.exec(page)?.[1];

  test('stands beside their name, is told by both interfaces, and goes again', async () => {
    const { person, visitor, FORM, profile, bring } = await signedIn();
    assert.equal(inHeader(await profile()), undefined);
    const saved = await bring(PNG);
    assert.equal(saved.status, 302);
    assert.match(saved.to ?? '', /profile\.php\?PICTURE=SAVED$/);
    const address = inHeader(await profile()) ?? '';
    assert.match(address, /^\/acme\/image\/[0-9a-f]{32}$/);
    const picture = await fetch(shared().url + address);
    assert.equal(picture.headers.get('content-type'), 'image/png');
    assert.equal(picture.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(picture.headers.get('content-security-policy'), "default-src 'none'");
    assert.deepEqual(Buffer.from(await picture.arrayBuffer()), PNG);
    const user = await shared().ok('user.GetUser', `<webExId>${person.webExID}</webExId>`, person);
    assert.equal(user.value('personalMeetingRoom/photoURL'), shared().url + address);
    const account = await shared().context.accounts.required(
      await shared().context.sites.required('acme'),
      person.webExID,
    );
    assert.equal(
      (await shared().context.images.photosOf([account.id])).get(account.id),
      address.split('/').at(-1),
      'rooms show it',
    );
    const removed = await visitor.post('/acme/picture.php', { FORM, DO: 'REMOVE' });
    assert.match(removed.location ?? '', /PICTURE=REMOVED$/);
    assert.equal(inHeader(await profile()), undefined);
    assert.equal((await fetch(shared().url + address)).status, 404);
    assert.equal((await shared().context.images.photosOf([account.id])).size, 0);
  });

  test('is a picture of dots, whole, of a fitting size, told by its bytes', async () => {
    const { profile, bring } = await signedIn();
    await bring(PNG);
    const before = inHeader(await profile());
    for (const file of [
      SVG,
      '<!DOCTYPE html><script>alert(1)</script>',
      '',
      gifOf(64, 64),
      pngOf(16, 64),
      pngOf(5_000, 64),
      PNG.subarray(0, PNG.length - 4),
    ]) {
      const refused = await bring(file);
      assert.equal(refused.status, 400);
      assert.match(refused.text, /no PNG, JPEG or WebP picture from 32 to 4096 dots/);
    }
    const large = await bring(Buffer.concat([PNG, Buffer.alloc(LARGEST_PROFILE_PICTURE)]));
    assert.equal(large.status, 413);
    assert.match(large.text, /larger than 2 MB/);
    assert.equal(inHeader(await profile()), before, 'nothing of it changed anything');
  });

  test('tells nothing that stands behind its dots', async () => {
    const { profile, bring } = await signedIn();
    await bring(Buffer.concat([PNG, Buffer.from('<script>alert(1)</script>')]));
    const picture = await fetch(shared().url + inHeader(await profile()));
    assert.deepEqual(Buffer.from(await picture.arrayBuffer()), PNG);
  });

  test('is nobody else’s to change: not of a guest, not of a page of another site', async () => {
    const { visitor, FORM, profile, bring } = await signedIn();
    await bring(PNG);
    const before = inHeader(await profile());
    assert.equal((await bring(pngOf(80, 80), 'made-up-by-somebody-else')).status, 403);
    assert.equal((await visitor.post('/acme/picture.php', { DO: 'REMOVE' })).status, 403);
    const stranger = await bring(pngOf(80, 80), FORM, false);
    assert.match(stranger.text, /name="WID"/, 'is asked to sign in');
    assert.equal(inHeader(await profile()), before);
  });
});
