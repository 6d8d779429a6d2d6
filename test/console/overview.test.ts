import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, sharedSite } from '../support/site.ts';
import { begin, meeting, visitorAs } from '../url-api/portal.ts';

forProtocol('The console', (open) => {
  const shared = sharedSite(open);
  let reader = '';

  before(async () => {
    const site = shared();
    reader = (await site.person({ privileges: { roSiteAdmin: true, host: false } })).webExID;
    const { key } = await meeting(site);
    await begin(site, key);
    await meeting(site);
    const other = { ...ADMIN, siteName: 'acme-basic', webExID: 'hostid' };
    await site.ok(
      'meeting.CreateMeeting',
      '<metaData><confName>Of another site</confName></metaData><schedule><startDate>03/05/2026 10:00:00</startDate></schedule>',
      other,
    );
  });

  for (const who of ['an administrator', 'an administrator who may only read'] as const) {
    test(`shows ${who} what runs on the site and what comes next, of every host`, async () => {
      const visitor = await visitorAs(shared(), who === 'an administrator' ? 'admin' : reader);
      const visit = await visitor.get('/acme/console');
      assert.equal(visit.status, 200);
      const content = pageOf(visit)?.content;
      assert.ok(content?.page === 'overview');
      assert.deepEqual(
        content.sessions.map(({ inProgress }) => inProgress),
        [true, false],
      );
      assert.doesNotMatch(visit.text, /Of another site/);
    });
  }

  test('is linked from the own page of those who may open it, and of nobody else', async () => {
    for (const [webExID, isLinked] of [
      ['admin', true],
      [reader, true],
      ['hostid', false],
      ['guest', false],
    ] as const) {
      const content = pageOf(await (await visitorAs(shared(), webExID)).get('/acme/'))?.content;
      assert.ok(content?.page === 'home');
      assert.equal(content.console, isLinked ? '/acme/console' : undefined, webExID);
    }
  });

  describe('is closed', () => {
    for (const webExID of ['hostid', 'guest']) {
      test(`to ${webExID}, and tells them nothing`, async () => {
        const visit = await (await visitorAs(shared(), webExID)).get('/acme/console');
        assert.equal(visit.status, 403);
        assert.equal(pageOf(visit)?.content.page, 'error');
        assert.doesNotMatch(visit.text, /A meeting/);
      });
    }

    test('to whoever is not signed in: they are asked to', async () => {
      const visit = await new Visitor(shared().url).get('/acme/console');
      assert.equal(pageOf(visit)?.content.page, 'sign-in');
    });

    test('to an administrator of another site', async () => {
      const visitor = await visitorAs(shared(), 'admin', 'acme-basic');
      const visit = await visitor.get('/acme/console');
      assert.equal(pageOf(visit)?.content.page, 'sign-in');
    });
  });
});
