import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { GUEST, sharedSite } from '../../support/site.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
const data = (bytes: Uint8Array) => `<imageData>${Buffer.from(bytes).toString('base64')}</imageData>`;

forProtocol('UploadPMRImage', (open) => {
  const site = sharedSite(open);
  type Person = Awaited<ReturnType<ReturnType<typeof site>['person']>>;
  const upload = (content: string, person: Person) => site().ok('user.UploadPMRImage', content, person);
  const shown = async (person: Person, element: string) =>
    (await site().ok('user.GetUser', `<webExId>${person.webExID}</webExId>`, person)).value(
      `personalMeetingRoom/${element}`,
    );

  test('puts a photo, which is served as it was sent', async () => {
    const person = await site().person();
    assert.equal(await shown(person, 'photoURL'), undefined);
    await upload(`<imageFor>Photo</imageFor>${data(PNG)}`, person);
    const url = (await shown(person, 'photoURL')) ?? '';
    const picture = await fetch(url);
    assert.equal(picture.headers.get('content-type'), 'image/png');
    assert.deepEqual(Buffer.from(await picture.arrayBuffer()), PNG);
    assert.equal((await fetch(url.replace('/acme/', '/acme-basic/'))).status, 404);
  });

  test('puts a photo when nothing else is said, and a header beside it', async () => {
    const person = await site().person();
    await upload(data(JPEG), person);
    await upload(`<imageFor>Header</imageFor>${data(PNG)}`, person);
    const [photo, header] = [await shown(person, 'photoURL'), await shown(person, 'headerImageURL')];
    assert.ok(photo && header && photo !== header);
    assert.equal((await fetch(photo)).headers.get('content-type'), 'image/jpeg');
  });

  test('replaces it: the old address is gone', async () => {
    const person = await site().person();
    await upload(data(PNG), person);
    const old = (await shown(person, 'photoURL')) ?? '';
    await upload(data(JPEG), person);
    assert.notEqual(await shown(person, 'photoURL'), old);
    assert.equal((await fetch(old)).status, 404);
  });

  test('removes it when there is no picture', async () => {
    const person = await site().person();
    await upload(data(PNG), person);
    await upload('', person);
    assert.equal(await shown(person, 'photoURL'), undefined);
  });

  test('refuses what is no picture, no base64, or too large', async () => {
    const person = await site().person();
    const script = Buffer.from('<script>alert(1)</script>');
    const answer = await site().refused('000909', 'user.UploadPMRImage', data(script), person);
    assert.match(answer.reason ?? '', /imageData: must be a PNG, JPEG, GIF or WebP picture/);
    await site().refused('000907', 'user.UploadPMRImage', '<imageData>*</imageData>', person);
    const large = Buffer.concat([PNG, Buffer.alloc(700_000)]);
    await site().refused('000902', 'user.UploadPMRImage', data(large), person);
    await site().refused('000906', 'user.UploadPMRImage', `<imageFor>Door</imageFor>${data(PNG)}`, person);
    assert.equal(await shown(person, 'photoURL'), undefined);
  });

  test('is refused to those who have no personal room', async () => {
    await site().refused('000001', 'user.UploadPMRImage', data(PNG), GUEST);
  });
});
