import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import { begin, meeting } from '../url-api/portal.ts';
import { guest, roomPage } from './room-stream.ts';

/** What people say of a session afterwards: once, and only those who were in it. */

forProtocol('feedback.php', (open) => {
  const shared = sharedSite(open);

  async function ended(visitor: Visitor, key: string) {
    const content = pageOf(await visitor.get('/acme/room.php', { MK: key }))?.content;
    assert.ok(content?.page === 'ended', `it is ${content?.page}`);
    return content;
  }

  async function formOf(visitor: Visitor, key: string) {
    const { feedback } = await ended(visitor, key);
    assert.ok(typeof feedback === 'object');
    return feedback.fields;
  }

  async function told(key: string) {
    const answer = await shared().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, HOST);
    return `<confID>${answer.value('confID')}</confID>`;
  }

  test('is given once by whoever was there, and told by GetFeedbackInfo', async () => {
    const site = shared();
    const scheduled = await meeting(site);
    const { key } = scheduled;
    const host = await begin(site, key);
    const ann = await guest(site, scheduled, 'Ann');
    await ann.post('/acme/room.php', { MK: key, DO: 'LEAVE' });
    const fields = await formOf(ann, key);
    const said = { ...fields, SETUP: '5', PERFORMANCE: '3', COMMENT: '<b>Fine</b>\nindeed' };
    assert.equal((await ann.post('/acme/feedback.php', said)).target?.pathname, '/acme/room.php');
    assert.equal((await ended(ann, key)).feedback, 'given');
    await ann.post('/acme/feedback.php', { ...said, SETUP: '1' });
    await host.post('/acme/room.php', { MK: key, DO: 'END' });
    await host.post('/acme/feedback.php', { ...(await formOf(host, key)), EASE: '4' });
    const answer = await site.ok('attendee.GetFeedbackInfo', await told(key), HOST);
    const field = 'session/attendee/feedbackFields/defaultFields';
    assert.deepEqual(answer.texts(`${field}/setup`), ['5']);
    assert.deepEqual(answer.texts(`${field}/easeOfUse`), ['4']);
    assert.deepEqual(answer.texts(`${field}/performance`), ['3']);
    assert.deepEqual(answer.texts(`${field}/comment`), ['<b>Fine</b>\nindeed']);
    assert.equal(new Set(answer.texts('session/attendee/attendeeID')).size, 2);
  });

  test('is taken from nobody else, and in no other words', async () => {
    const site = shared();
    const scheduled = await meeting(site);
    const { key } = scheduled;
    const host = await begin(site, key);
    const [ann, bo] = [await guest(site, scheduled, 'Ann'), await guest(site, scheduled, 'Bo')];
    // Whoever is still in has not seen all of it.
    const early = { MK: key, SETUP: '5' };
    assert.equal((await ann.post('/acme/feedback.php', early)).status, 404);
    const { media } = await roomPage(bo, key);
    await host.post('/acme/room.php', { MK: key, DO: 'EXPEL', PERSON: media.you });
    assert.equal((await ended(bo, key)).feedback, undefined);
    await ann.post('/acme/room.php', { MK: key, DO: 'LEAVE' });
    const fields = await formOf(ann, key);
    const { FORM = '' } = fields;
    for (const by of [bo, new Visitor(site.url)]) {
      assert.equal((await by.post('/acme/feedback.php', { ...early, FORM })).status, 404);
    }
    assert.equal((await ann.post('/acme-basic/feedback.php', { ...fields, SETUP: '5' })).status, 404);
    // Another site's page knows nothing of the form's value.
    assert.equal((await ann.post('/acme/feedback.php', early)).status, 404);
    assert.equal((await ann.get('/acme/feedback.php', { ...fields, SETUP: '5' })).status, 404);
    const wrongs: Record<string, string>[] = [{ SETUP: '6' }, { EASE: 'x' }, { COMMENT: 'x'.repeat(2001) }];
    for (const wrong of wrongs) {
      assert.equal((await ann.post('/acme/feedback.php', { ...fields, ...wrong })).status, 400);
    }
    await ann.post('/acme/feedback.php', fields);
    assert.ok(typeof (await ended(ann, key)).feedback === 'object', 'nothing was said');
    await site.refused('000015', 'attendee.GetFeedbackInfo', await told(key), HOST);
  });

  test('is asked for where the session says so', async () => {
    const site = shared();
    const options = '<enableOptions><supportFeedback>false</supportFeedback></enableOptions>';
    const { key } = await meeting(site, 'hostid', options);
    const host = await begin(site, key);
    await host.post('/acme/room.php', { MK: key, DO: 'END' });
    assert.equal((await ended(host, key)).feedback, undefined);
  });
});
