import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import type { Fields } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { BACK, listPortal, meeting, visitorAs } from './portal.ts';

/** Pages of other sites, which send the browsers of people who are signed in. */

const STRANGER = { 'Sec-Fetch-Site': 'cross-site', Referer: 'https://evil.example/' };

forProtocol('A page of another site', (open) => {
  const shared = sharedSite(open);

  before(() => listPortal(shared()));

  async function isThere(key: string): Promise<boolean> {
    const site = await shared().context.sites.required('acme');
    return (await shared().context.sessions.find(site, Number(key))) !== undefined;
  }

  for (const [what, from] of [
    ['with its address', STRANGER],
    ['without its address', { 'Sec-Fetch-Site': 'cross-site' }],
    ['of a neighbour', { 'Sec-Fetch-Site': 'same-site', Referer: 'https://evil.site.example/' }],
    ['through a page of the site', { 'Sec-Fetch-Site': 'same-origin' }],
    ['in an older browser', { Origin: 'https://evil.example' }],
    ['that hides its origin', { Origin: 'null' }],
  ] as const) {
    test(`${what} deletes no meeting before the person says so`, async () => {
      const { key } = await meeting(shared());
      const host = await visitorAs(shared(), 'hostid');
      host.from = from;
      const asked = await host.get('/acme/m.php', { AT: 'DM', MK: key });
      const content = pageOf(asked)?.content;
      assert.ok(content?.page === 'confirm', JSON.stringify(content));
      assert.deepEqual([content.command, content.subject], ['m.php DM', key]);
      assert.ok(await isThere(key), 'nothing has been done');
      host.from = { 'Sec-Fetch-Site': 'same-origin' };
      await host.post(content.form.action, content.form.fields);
      assert.ok(!(await isThere(key)), 'it is done when the person says so');
    });
  }

  for (const [what, from, more] of [
    ['a program', {}, {}],
    ['an address that somebody typed', { 'Sec-Fetch-Site': 'none' }, {}],
    ['a listed portal', { 'Sec-Fetch-Site': 'cross-site', Referer: new URL(BACK).origin }, {}],
  ] as const) {
    test(`is not what ${what} is`, async () => {
      const { key } = await meeting(shared());
      const host = await visitorAs(shared(), 'hostid');
      host.from = from;
      await host.get('/acme/m.php', { AT: 'DM', MK: key, ...more });
      assert.ok(!(await isThere(key)));
    });
  }

  test('begins no meeting as its host before they say so', async () => {
    const site = shared();
    const { key } = await meeting(site);
    const host = await visitorAs(site, 'hostid');
    host.from = STRANGER;
    const content = pageOf(await host.get('/acme/m.php', { AT: 'HM', MK: key }))?.content;
    assert.ok(content?.page === 'confirm', JSON.stringify(content));
    assert.deepEqual([content.command, content.subject], ['m.php HM', key]);
    host.from = { 'Sec-Fetch-Site': 'same-origin' };
    const begun = await host.post(content.form.action, content.form.fields);
    assert.equal(begun.target?.pathname, '/acme/room.php');
  });

  test('signs nobody out before they say so', async () => {
    const site = shared();
    const visitor = await visitorAs(site, 'hostid');
    const signedIn = async () => pageOf(await visitor.get('/acme/'))?.visitor?.webExId;
    visitor.from = STRANGER;
    const content = pageOf(await visitor.get('/acme/p.php', { AT: 'LO' }))?.content;
    assert.ok(content?.page === 'confirm', JSON.stringify(content));
    assert.equal(await signedIn(), 'hostid');
    visitor.from = { 'Sec-Fetch-Site': 'same-origin' };
    await visitor.post(content.form.action, content.form.fields);
    assert.equal(await signedIn(), undefined);
  });

  test('leads on to what came with a ticket, and to nothing else', async () => {
    const site = shared();
    const { key } = await meeting(site);
    const other = await meeting(site);
    const caller = { siteName: 'acme', webExID: 'hostid', password: PASSWORD };
    const answer = await site.ok('meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`, caller);
    const way = new URL(answer.value('hostMeetingURL') ?? '');
    const host = await visitorAs(site);
    host.from = STRANGER;
    const { target } = await host.get(way.pathname + way.search);
    assert.ok(target, 'the ticket leads on');
    assert.match(target.search, /^\?AT=HM/);
    const another = pageOf(await host.get('/acme/m.php', { AT: 'HM', MK: other.key }))?.content;
    assert.equal(another?.page, 'confirm');
    const begun = await host.get(target.pathname + target.search);
    assert.equal(begun.target?.pathname, '/acme/room.php');
  });

  test('is known by the token of the session', async () => {
    const site = shared();
    const { key } = await meeting(site);
    const host = await visitorAs(site, 'hostid');
    const acme = await site.context.sites.required('acme');
    const { csrf = '' } = (await site.context.tickets.browserSession(host.cookie ?? '', acme)) ?? {};
    host.from = STRANGER;
    await host.get('/acme/m.php', { AT: 'DM', MK: key, CSRF: csrf });
    assert.ok(!(await isThere(key)));
  });

  test('signs nobody else in where somebody is, before they say so', async () => {
    const site = shared();
    const visitor = await visitorAs(site, 'hostid');
    const TK =
      (
        await site.ok('user.GetLoginTicket', '', { siteName: 'acme', webExID: 'admin', password: PASSWORD })
      ).value('ticket') ?? '';
    visitor.from = STRANGER;
    const fields: Fields = { AT: 'LI', WID: 'admin', TK };
    const content = pageOf(await visitor.get('/acme/p.php', fields))?.content;
    assert.ok(content?.page === 'confirm', JSON.stringify(content));
    assert.equal(content.subject, 'admin');
    assert.equal(pageOf(await visitor.get('/acme/'))?.visitor?.webExId, 'hostid');
    visitor.from = { 'Sec-Fetch-Site': 'same-origin' };
    await visitor.post(content.form.action, content.form.fields);
    assert.equal(pageOf(await visitor.get('/acme/'))?.visitor?.webExId, 'admin');
  });
});
