import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachDatabase } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { Visitor } from './visitor.ts';

forEachDatabase('The pages', (open) => {
  const shared = sharedSite(open);

  test('of a site begin with the sign-in', async () => {
    const { status, text } = await new Visitor(shared().url).get('/acme/');
    assert.equal(status, 200);
    assert.match(text, /<form method="post" action="p\.php">/);
    assert.match(text, /<p class="site">acme<\/p>/);
  });

  test('of a site greet who is signed in, with his name as text', async () => {
    const host = await shared().person({ firstName: '<b>Bo</b>' });
    const visitor = new Visitor(shared().url);
    await visitor.post('/acme/p.php', { AT: 'LI', WID: host.webExID, PW: PASSWORD });
    const { text } = await visitor.get('/acme/');
    assert.match(text, /<h1>Hello &lt;b&gt;Bo&lt;\/b&gt;<\/h1>/);
    assert.match(text, /<a class="button" href="p\.php\?AT=LO">Sign out<\/a>/);
  });

  test('of a site explain why a sign-in failed', async () => {
    const visitor = new Visitor(shared().url);
    const failed = await visitor.post('/acme/p.php', { AT: 'LI', WID: 'hostid', PW: 'wrong' });
    const { text } = await visitor.get(`/acme/${failed.target?.search}`);
    assert.match(text, /role="alert">The user name or the password is wrong\.</);
  });

  test('of a site say that somebody is signed out', async () => {
    const visitor = new Visitor(shared().url);
    const left = await visitor.get('/acme/p.php', { AT: 'LO' });
    assert.match(
      (await visitor.get(`/acme/${left.target?.search}`)).text,
      /role="status">You are signed out\./,
    );
  });

  test('are found without the slash too', async () => {
    const visit = await new Visitor(shared().url).get('/acme');
    assert.equal(visit.status, 302);
    assert.equal(visit.location, `${shared().url}/acme/`);
  });

  test('of the installation lead to a site, and name none', async () => {
    const visitor = new Visitor(shared().url);
    const { status, text } = await visitor.get('/');
    assert.equal(status, 200);
    assert.match(text, /Which site do you meet on\?/);
    assert.doesNotMatch(text, /acme-ci/);
    assert.equal((await visitor.get('/', { site: ' ACME ' })).target?.pathname, '/acme/');
    assert.equal((await visitor.get('/', { site: 'unknown' })).target?.pathname, '/unknown/');
    for (const site of ['//evil.example', 'https://evil.example', '..', 'a/b', 'a\r\nb']) {
      assert.equal((await visitor.get('/', { site })).target, undefined);
    }
  });

  test('let nothing in from elsewhere, and are kept and framed nowhere', async () => {
    const visitor = new Visitor(shared().url);
    for (const path of ['/', '/acme/', '/acme/p.php?AT=LO', '/acme/password.php', '/unknown/']) {
      const { headers, text } = await visitor.get(path);
      const policy = String(headers['content-security-policy']);
      const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      assert.match(
        policy,
        /^default-src 'none'; .*form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
      );
      assert.doesNotMatch(policy, /unsafe|https?:|\*/);
      for (const [tag] of text.matchAll(/<(?:script|style)[^>]*>/g))
        assert.ok(tag.includes(`nonce="${nonce}"`), tag);
      assert.doesNotMatch(text, / (style|on\w+)=/);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.match(String(headers['cache-control']), /no-store/);
      assert.equal(headers['content-type'], 'text/html; charset=UTF-8');
    }
  });

  test('have an icon', async () => {
    const { status, headers } = await new Visitor(shared().url).get('/favicon.ico');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'image/svg+xml');
  });

  test('have a new nonce each time', async () => {
    const visitor = new Visitor(shared().url);
    const policies = await Promise.all([visitor.get('/acme/'), visitor.get('/acme/')]);
    const [first, second] = policies.map(({ headers }) => headers['content-security-policy']);
    assert.notEqual(first, second);
  });
});
