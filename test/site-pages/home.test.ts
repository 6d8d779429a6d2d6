import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, type Caller, PASSWORD, sharedSite, startSite } from '../support/site.ts';

forProtocol('The pages', (open) => {
  const shared = sharedSite(open);

  /** @returns the key of the session */
  async function schedule(confName: string, startDate: string, host: Caller): Promise<string> {
    const content =
      `<metaData><confName>${confName}</confName></metaData>` +
      `<accessControl><meetingPassword>Pa55word</meetingPassword></accessControl>` +
      `<schedule><startDate>${startDate}</startDate><duration>30</duration></schedule>`;
    return (await shared().ok('meeting.CreateMeeting', content, host)).value('meetingkey') ?? '';
  }

  async function setInProgress(sessionKey: string): Promise<void> {
    const { database } = shared().context;
    const running = database.builder
      .updateTable('session')
      .set({ in_progress: 1 })
      .where('session_key', '=', Number(sessionKey))
      .compile();
    await database.write(async (tx) => void (await tx.run(running)));
  }

  test('of a site begin with the sign-in', async () => {
    const { status, text } = await new Visitor(shared().url).get('/acme/');
    assert.equal(status, 200);
    assert.match(text, /<form class="fields" action="\/acme\/p\.php" method="post">/);
    assert.match(text, /<span class="site">acme<\/span>/);
  });

  test('of a site greet who is signed in, with their name as text', async () => {
    const host = await shared().person({ firstName: '<b>Bo</b>' });
    const visitor = new Visitor(shared().url);
    await visitor.post('/acme/p.php', { AT: 'LI', WID: host.webExID, PW: PASSWORD });
    const { text } = await visitor.get('/acme/');
    assert.match(text, /<h1>Hello &lt;b&gt;Bo&lt;\/b&gt;<\/h1>/);
    assert.match(
      text,
      /<form action="\/acme\/p\.php" method="post"><input type="hidden" name="AT" value="LO"\/>/,
    );
    assert.match(text, /<button type="submit" class="quiet">Sign out<\/button>/);
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
      assert.match(
        policy,
        /^default-src 'none'; .*form-action '(?:self|none)'; frame-ancestors 'none'; base-uri 'none'$/,
      );
      assert.doesNotMatch(policy, /unsafe|https?:|\*/);
      for (const [tag] of text.matchAll(/<(?:script|style)[^>]*>/g)) assert.ok(isOurs(tag, policy), tag);
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

  test('fetch files that may be kept for ever, and no others', async () => {
    const visitor = new Visitor(shared().url);
    const { text } = await visitor.get('/acme/');
    const files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    assert.deepEqual(new Set(files.map((path) => path.split('.').at(-1))), new Set(['css', 'js']));
    assert.equal(new Set(files).size, files.length, 'each is named once');
    for (const path of files) {
      const { status, headers } = await visitor.get(path);
      assert.equal(status, 200);
      assert.match(String(headers['content-type']), /^text\/(css|javascript); charset=UTF-8$/);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.equal(headers['x-content-type-options'], 'nosniff');
    }
    for (const name of ['..%2frender.mjs', '__proto__', 'constructor', 'pages.js', '']) {
      assert.equal((await visitor.get(`/assets/${name}`)).status, 404, name);
    }
  });

  test('find their files below the public address', async () => {
    await using site = await startSite(await open(), { settings: { publicUrl: 'https://x.example/meet' } });
    const { text } = await new Visitor(site.url).get('/acme/');
    assert.match(text, /<script type="module" src="\/meet\/assets\/[^"]+"><\/script>/);
    assert.match(text, /<link rel="icon" href="\/meet\/favicon\.ico"/);
  });

  test('of a host lead to each other, and say where one is', async () => {
    const host = await shared().person({ privileges: { host: true } });
    const visitor = new Visitor(shared().url);
    await visitor.post('/acme/p.php', { AT: 'LI', WID: host.webExID, PW: PASSWORD });
    const { text } = await visitor.get('/acme/recordings.php');
    const [way = ''] = /<nav class="host-nav".*?<\/nav>/.exec(text) ?? [];
    assert.match(way, /<a href="\/acme\/">Home<\/a>/);
    assert.match(way, /<a href="\/acme\/recordings\.php" aria-current="page">Recordings<\/a>/);
    assert.doesNotMatch((await new Visitor(shared().url).get('/acme/')).text, /host-nav/);
  });

  test('list what is planned: what is running first, then what comes next', async () => {
    const host = await shared().person({ privileges: { host: true } });
    for (const [confName, startDate] of [
      ['In two days', '03/06/2026 10:00:00'],
      ['Tomorrow', '03/05/2026 10:00:00'],
      ['Long over', '03/01/2026 10:00:00'],
    ] as const) {
      await schedule(confName, startDate, host);
    }
    const running = await schedule('Running', '03/07/2026 10:00:00', host);
    await setInProgress(running);
    await schedule('Of somebody else', '03/05/2026 10:00:00', ADMIN);
    const visitor = new Visitor(shared().url);
    await visitor.post('/acme/p.php', { AT: 'LI', WID: host.webExID, PW: PASSWORD });
    const { text } = await visitor.get('/acme/');
    const rows = [...text.matchAll(/<a class="name" href="([^"]+)">([^<]+)<\/a>/g)];
    assert.deepEqual(
      rows.map(([, , name]) => name),
      ['Running', 'Tomorrow', 'In two days'],
    );
    assert.match(rows[0]?.[1] ?? '', /\/acme\/j\.php\?MTID=m[0-9a-f]{32}$/);
    assert.match(text, /<input [^>]*value="[^"]+\/acme\/meet\/[^"]+"/, 'the personal room');
  });
});

/** The one script that the policy lets run, a file of ours, or data. */
function isOurs(tag: string, policy: string): boolean {
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
  if (nonce !== undefined) return tag.includes(`nonce="${nonce}"`);
  return /^<script type="(?:module" src="\/assets\/[^"]+|application\/json" id="page)">$/.test(tag);
}
