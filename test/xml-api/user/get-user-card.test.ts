import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { HOST, sharedSite } from '../../support/site.ts';

const CARD = 'user.GetUserCard';
const ANYBODY = { siteName: 'acme' };
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

forProtocol('GetUserCard', (open) => {
  const site = sharedSite(open);

  test('finds a personal room by personalUrl, webExId and email, without credentials (mattermost)', async () => {
    await site().person({
      webExId: 'card',
      email: 'card@acme.com',
      firstName: 'Carla',
      lastName: '<Card>',
      personalUrl: 'carlasroom',
    });
    for (const content of [
      '<personalUrl>CarlasRoom</personalUrl>',
      '<webExId>CARD</webExId>',
      '<email>Card@acme.com</email>',
    ]) {
      const answer = await site().ok(CARD, content, ANYBODY);
      assert.equal(
        answer.value('personalMeetingRoom/personalMeetingRoomURL'),
        `${site().url}/acme/meet/carlasroom`,
      );
      assert.equal(answer.value('personalMeetingRoom/title'), "Carla <Card>'s Personal Room");
      assert.match(answer.value('personalMeetingRoom/accessCode') ?? '', /^\d{9}$/);
      assert.equal(answer.value('webExId'), 'card');
      assert.equal(answer.value('name'), 'Carla <Card>');
      assert.equal(answer.value('personalUrl'), 'carlasroom');
    }
  });

  test('shows the photo and when it was stored', async () => {
    const photo = `<imageType>Photo</imageType><imageData>${PNG.toString('base64')}</imageData>`;
    await site().ok('user.UploadPMRImage', photo, HOST);
    const answer = await site().ok(CARD, '<webExId>hostid</webExId>', ANYBODY);
    assert.match(answer.value('avatar/url') ?? '', /\/acme\/image\/[0-9a-f]{32}$/);
    assert.equal(answer.value('avatar/lastModifiedTime'), String(site().clock.now()));
    assert.equal(answer.value('avatar/isUploaded'), 'true');
  });

  test('tells nothing private', async () => {
    await site().person({
      webExId: 'private',
      email: 'private@acme.com',
      profile: { phones: { phone: '555-1' }, title: 'Title', personalMeetingRoom: { hostPIN: '9876' } },
    });
    const answer = await site().ok(CARD, '<webExId>private</webExId>', ANYBODY);
    assert.deepEqual(
      answer.bodyContents[0]?.children.map(({ name }) => name),
      ['webExId', 'name', 'personalUrl', 'personalMeetingRoom'],
    );
    assert.deepEqual(
      answer.all('personalMeetingRoom')[0]?.children.map(({ name }) => name),
      ['title', 'personalMeetingRoomURL', 'accessCode'],
    );
    for (const secret of ['555-1', '9876', 'private@acme.com']) assert.ok(!answer.text.includes(secret));
  });

  test('shows an e-mail that its owner shows', async () => {
    await site().person({
      webExId: 'shown',
      email: 'shown@acme.com',
      profile: { options: { emailVisible: true } },
    });
    const answer = await site().ok(CARD, '<webExId>shown</webExId>', ANYBODY);
    assert.equal(answer.value('email'), 'shown@acme.com');
  });

  test('has no room for an account without one', async () => {
    const answer = await site().ok(CARD, '<webExId>guest</webExId>', ANYBODY);
    assert.equal(answer.all('personalMeetingRoom').length, 0);
  });

  test('knows nobody who is not there, not activated or of another site', async () => {
    await site().person({ webExId: 'retired', active: 'DEACTIVATED' });
    await site().person({ siteName: 'acme-basic', webExId: 'elsewhere', email: 'elsewhere@acme.com' });
    for (const content of [
      '<webExId>nobody</webExId>',
      '<personalUrl>nobody</personalUrl>',
      '<email>nobody@acme.com</email>',
      '<webExId>retired</webExId>',
      '<webExId>elsewhere</webExId>',
      '<email>elsewhere@acme.com</email>',
    ]) {
      await site().refused('030001', CARD, content, ANYBODY);
    }
    await site().refused('000901', CARD, '', ANYBODY);
  });

  test('wants a sign-in where the site does', async () => {
    await site().person({ siteName: 'acme-w11', webExId: 'insider' });
    await site().context.sites.change('acme-w11', {
      settings: { security: { requireLoginBeforeSiteAccess: true } },
    });
    const card = '<webExId>insider</webExId>';
    await site().refused('030901', CARD, card, { siteName: 'acme-w11' });
    await site().refused('030002', CARD, card, {
      siteName: 'acme-w11',
      webExID: 'insider',
      password: 'wrong',
    });
    await site().ok(CARD, card, { ...HOST, siteName: 'acme-w11' });
  });
});
